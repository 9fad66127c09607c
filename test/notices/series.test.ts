import { beforeEach, describe, expect, test } from 'vitest';
import { syncEach } from '../../functions/notices/sync-series.ts';
import { repair } from '../../functions/notices/repair.ts';
import { gateBodies } from '../support/interview.ts';
import { prepareCase } from '../support/prepared-case.ts';
import { act, book, cancel } from '../support/session-verbs.ts';
import { textOf } from './office.ts';
import { eventsIn, newSeriesOffice, type SeriesOffice } from './series-office.ts';

/**
 * What is told of a series, from the verbs to the mail; how messages are put together is in together.test.ts, and what can go
 * wrong in series-goes-wrong.test.ts.
 */

let office: SeriesOffice;
const clerk = () => office.prepared.people.clerk.personId;

beforeEach(async () => {
  office = await newSeriesOffice();
});

describe('whoever is told of a series', () => {
  test('that moved gets one message with all its days, and one file with an event for each', async () => {
    expect((await office.does('/shift', { byDays: 7 })).body.notMoved).toEqual([]);
    await office.streamed();
    // Everybody who has a seat, the witness through the officer.
    expect(office.post.sent).toHaveLength(5);
    const [mail, ...more] = office.mailsTo(clerk());
    expect(more).toEqual([]);
    const text = textOf(mail ?? { mime: '' });
    expect(text).toMatch(/^The appointments below have been moved to other times\.\n\n/);
    expect(text.match(/^Before: .*2 March 2027.*\nTime: .*9 March 2027.*UTC\+07:00\)/m)).not.toBeNull();
    expect(text.match(/^Time: /gm)).toHaveLength(3);
    expect(text).not.toContain('Not changed');
    const { method, events } = eventsIn(mail);
    expect(method).toBe('PUBLISH');
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(3);
    expect(events.map(({ start }) => start.slice(0, 10))).toEqual(['2027-03-09', '2027-03-16', '2027-03-23']);
    for (const event of events) expect(event).toMatchObject({ sequence: 1, status: 'CONFIRMED', named: 0 });
    // An invitation to one of them alone would drop the rest.
    expect(mail?.mime).not.toContain('text/calendar');
    expect((await office.logged('change')).map((entries) => entries.length)).toEqual([5, 5, 5]);
    await office.streamed();
    office.setNow('2027-03-01T00:10:00.000Z');
    await repair(office.context);
    expect(office.post.sent).toHaveLength(5);
  });

  test('of which some could not move is told what stays as it was', async () => {
    const other = await prepareCase(office.store, { clerk: office.prepared.people.clerk });
    const inTheWay = (await book(other, '2027-03-12T09:00')).body.sessionId as string;
    expect((await office.does('/shift', { byDays: 3 })).body.notMoved).toHaveLength(1);
    await office.streamed();
    const [mail] = office.mailsTo(clerk());
    const text = textOf(mail ?? { mime: '' });
    expect(text.match(/^Time: /gm)).toHaveLength(2);
    expect(text.match(/^Not changed: .*/gm)).toEqual([expect.stringMatching(/9 March 2027.*UTC\+07:00/)]);
    expect(eventsIn(mail).events).toHaveLength(2);
    // Once it can be moved after all, it is the one of which the message speaks.
    await cancel(other, inTheWay);
    expect((await office.does('/rest', { what: 'try' })).body.moved).toHaveLength(1);
    office.post.sent.length = 0;
    await office.streamed();
    expect(office.post.sent).toHaveLength(5);
    const [rest] = office.mailsTo(clerk());
    expect(textOf(rest ?? { mime: '' })).toMatch(/^The appointment has been moved to another time\./);
    expect(textOf(rest ?? { mime: '' }).match(/^Not changed: /gm)).toHaveLength(2);
    expect(eventsIn(rest)).toMatchObject({ method: 'REQUEST', events: [{ sequence: 1 }] });
  });

  test('that is called off gets one message and one file, in which each is cancelled', async () => {
    await office.does('/cancellation', { reason: 'other-date' });
    await office.streamed();
    expect(office.post.sent).toHaveLength(5);
    const [mail] = office.mailsTo(clerk());
    expect(textOf(mail ?? { mime: '' })).toMatch(/^The appointments below are cancelled\./);
    const { method, events } = eventsIn(mail);
    expect(method).toBe('PUBLISH');
    expect(events.map(({ status, sequence }) => [status, sequence])).toEqual([
      ['CANCELLED', 1],
      ['CANCELLED', 1],
      ['CANCELLED', 1],
    ]);
    expect((await office.logged('cancellation')).map((entries) => entries.length)).toEqual([5, 5, 5]);
  });

  test('twice in a minute gets the last state alone', async () => {
    await office.does('/shift', { byDays: 7 });
    await syncEach(office.context, office.ids);
    expect(office.post.sent).toEqual([]);
    await office.does('/cancellation', { reason: 'other' });
    await office.streamed();
    expect(office.post.sent).toHaveLength(5);
    for (const mail of office.post.sent)
      expect(textOf(mail)).toMatch(/^The appointments below are cancelled/);
  });

  test('that falls with a consent gets one message that none takes place, and one when they can again', async () => {
    await office.say('consent', gateBodies.consent);
    await office.streamed();
    await office.say('withdrawal', {});
    await office.streamed();
    expect(office.post.sent).toHaveLength(5);
    const [mail] = office.mailsTo(clerk());
    const text = textOf(mail ?? { mime: '' });
    expect(text).toMatch(/^As things stand, the appointments below do not take place/);
    expect(text.match(/^Time: /gm)).toHaveLength(3);
    expect(mail?.mime).not.toMatch(/application\/ics/);
    expect((await office.logged('halted')).map((entries) => entries.length)).toEqual([5, 5, 5]);
    office.post.sent.length = 0;
    await office.say('consent', gateBodies.consent);
    await office.streamed();
    expect(office.post.sent.map((each) => textOf(each).slice(0, 49))).toEqual(
      Array.from({ length: 5 }, () => 'The appointments below can take place after all.\n'),
    );
  });

  test('that falls in its midst is told of the days that are still to come', async () => {
    office.setNow('2027-03-05T00:00:00.000Z');
    await office.say('withdrawal', {});
    await syncEach(office.context, [], [office.series]);
    // Beside what reminds of each session.
    const texts = office.post.sent.map(textOf).filter((each) => each.startsWith('As things stand'));
    expect(texts).toHaveLength(5);
    const [text = ''] = texts;
    expect(text.match(/^Time: .*/gm)).toEqual([
      expect.stringContaining('9 March'),
      expect.stringContaining('16 March'),
    ]);
    expect(text).not.toContain('Not changed');
  });

  test('in all of which something has come to wait for them gets one message of it', async () => {
    await office.say('risk-plan', gateBodies.riskPlan);
    await office.streamed();
    const prosecutor = office.addressOf(office.prepared.people.prosecutor.personId);
    const turns = office.post.turns.filter(({ to }) => to === prosecutor).map(textOf);
    expect(turns).toEqual([expect.stringMatching(/^Each of the appointments below waits for something/)]);
    // Who it was is sealed in each log, as it is of one message about one session.
    for (const [entry, ...more] of await office.logged('your-turn')) {
      expect(more.length).toBeGreaterThan(0);
      expect(entry?.details).not.toHaveProperty('pseudonym');
    }
  });

  test('and one session of it, changed by itself, is told by itself', async () => {
    office.setNow('2027-03-01T00:05:00.000Z');
    await act(office.prepared, office.ids[1] ?? '', 'move', {
      local: '2027-03-25T09:00',
      zone: 'Asia/Bangkok',
    });
    await office.streamed();
    expect(office.post.sent).toHaveLength(5);
    const [mail] = office.mailsTo(clerk());
    expect(textOf(mail ?? { mime: '' })).toContain('The appointment has been moved');
    expect(eventsIn(mail).method).toBe('REQUEST');
  });
});
