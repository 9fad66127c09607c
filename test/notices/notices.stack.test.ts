import { beforeAll, describe, expect, test } from 'vitest';
import { putWorkingTime, usualWorkingTime } from '../../functions/directory/port/working-time-store.ts';
import { parseInstant } from '../../functions/shared/values/instants.ts';
import { timeForPeople, usualTimeSettings } from '../../functions/shared/values/times-for-people.ts';
import { anyHour } from '../support/calendars.ts';
import { send } from '../support/http.ts';
import { bangkokIn, bookInterview, expectDone, openGate, type Interview } from '../support/interview.ts';
import { oneMoreInterpreter, storeOf } from '../support/office.ts';
import { entriesOf } from '../support/session-log.ts';
import { deployedStack } from '../support/stack.ts';
import { addressOf, mailsTo } from './mailbox.ts';
import { until } from '../support/until.ts';
import { alarmsOf, listOf, mailOf, schedulerOf, sent, type Row } from './on-stack.ts';

const stack = deployedStack();
const scheduler = schedulerOf(stack);

const seats = ['clerk', 'interpreter', 'prosecutor', 'support-officer', 'witness'];
const month = 30 * 24 * 60;
const reader = { language: 'en', settings: usualTimeSettings('en'), length: 'long' } as const;

describe('a session a month ahead', () => {
  let interview: Interview;
  beforeAll(async () => {
    interview = await bookInterview(stack, month);
    await until(
      () => sent(interview, 'confirmation'),
      (found) => found.length === seats.length,
    );
  });

  test('is told to everybody by mail, to the witness through her officer alone', async () => {
    expect(await sent(interview, 'confirmation')).toEqual(seats);
    const mails = await mailOf(stack, interview);
    expect(mails).toHaveLength(5);
    const officer = await addressOf(stack, interview.ids['support-officer']);
    expect(mails.filter(({ to }) => to.includes(officer))).toHaveLength(2);
    for (const { from, to } of mails) {
      expect(from).toBe('appointments@saksi.localhost');
      expect(to).toHaveLength(1);
    }
  });

  test('tells those whose turn it is, at once', async () => {
    const told = await until(
      () => sent(interview, 'your-turn'),
      (found) => found.length === 3,
    );
    expect(told).toEqual(['central-authority', 'clerk', 'support-officer']);
  });

  test('says nothing that a stranger could use', async () => {
    const { sessionId, caseId, ids } = interview;
    const people = Object.values(ids);
    const canaries = ['T 1/2026', 'Bangkok', 'Yangon', 'Sydney', 'Prosecutor', 'Clerk', 'witness', 'http'];
    for (const { subject, text } of await mailOf(stack, interview))
      for (const canary of [sessionId, caseId, ...people, ...canaries])
        expect(`${subject}\n${text}`).not.toContain(canary);
  });

  test('stands in the log: who was told, by seat, and no address', async () => {
    const entries = (await entriesOf(stack, interview.sessionId)).filter(
      ({ action, details }) => action === 'notice.sent' && details['kind'] === 'confirmation',
    );
    expect(entries.map(({ details }) => String(details['seat'])).toSorted()).toEqual(seats);
    expect(JSON.stringify(entries)).not.toContain('@');
  });

  test('has its alarms set: three reminders, and chasers while there is no interpreter and no room', async () => {
    const alarms = await until(
      () => alarmsOf(scheduler, interview),
      (found) => found.length >= 13,
    );
    expect(alarms.filter((kind) => kind === 'reminder')).toHaveLength(3);
    expect(alarms.filter((kind) => kind === 'interpreter-missing')).toHaveLength(5);
    expect(alarms.filter((kind) => kind === 'room-missing')).toHaveLength(5);
  });

  test('tells an officer who is named later', async () => {
    expectDone(await openGate(interview, 'attendingOfficer'));
    const told = await until(
      () => sent(interview, 'confirmation'),
      (found) => found.length > seats.length,
    );
    expect(told).toEqual(['attending-officer', ...seats]);
  });

  test('is no longer chased once the interpreter is confirmed', async () => {
    expectDone(await openGate(interview, 'interpreter'));
    const alarms = await until(
      () => alarmsOf(scheduler, interview),
      (found) => !found.includes('interpreter-missing'),
    );
    expect(alarms.filter((kind) => kind === 'reminder')).toHaveLength(3);
  });

  test('shows before it is cancelled what will be sent then, and that is what is sent', async () => {
    const { api, sessionId, tokens } = interview;
    const { body } = await send(api, 'POST', '/api/notices/preview', {
      token: tokens.clerk,
      body: { sessionId, change: { what: 'cancellation' } },
    });
    const shown = body.notices as Row[];
    expect(shown.map(({ seat }) => seat).toSorted()).toEqual(['attending-officer', ...seats]);
    expectDone(
      await send(api, 'POST', `/api/sessions/${sessionId}/cancellation`, {
        token: tokens.prosecutor,
        body: { reason: 'not-needed' },
      }),
    );
    await until(
      () => sent(interview, 'cancellation'),
      (found) => found.length === shown.length,
    );
    const said = (rows: readonly Row[]) => rows.map(({ seat, text }) => `${seat} ${text}`).toSorted();
    expect(said((await listOf(interview)).filter(({ kind }) => kind === 'cancellation'))).toEqual(
      said(shown),
    );
    expect(
      (await mailOf(stack, interview)).filter(({ subject }) => subject.includes('cancelled')),
    ).toHaveLength(6);
    await until(
      () => alarmsOf(scheduler, interview),
      (found) => found.length === 0,
    );
  });
});

describe('a session that changes', () => {
  let interview: Interview;
  const act = async (verb: string, body: unknown) => {
    const { api, sessionId, tokens } = interview;
    return expectDone(
      await send(api, 'POST', `/api/sessions/${sessionId}/${verb}`, { token: tokens.prosecutor, body }),
    );
  };
  beforeAll(async () => {
    interview = await bookInterview(stack, month);
    await until(
      () => sent(interview, 'confirmation'),
      (found) => found.length === seats.length,
    );
  });

  test('is told anew when it is moved, in the words that were shown before', async () => {
    const before = await until(
      () => alarmsOf(scheduler, interview),
      (found) => found.length >= 13,
    );
    const local = bangkokIn(month + 3 * 24 * 60);
    const start = new Date(`${local}:00+07:00`).toISOString();
    const { api, sessionId, tokens } = interview;
    const newTime = { days: [{ local }], zone: 'Asia/Bangkok' };
    const asked = { sessionId, change: { what: 'move', ...newTime } };
    const shownBefore = expectDone(
      await send(api, 'POST', '/api/notices/preview', { token: tokens.clerk, body: asked }),
    );
    const { body } = await act('move', newTime);
    expect(body).toMatchObject({ start });
    await until(
      () => sent(interview, 'change'),
      (found) => found.length === seats.length,
    );
    const said = (rows: readonly Row[]) => rows.map(({ seat, text }) => `${seat} ${text}`).toSorted();
    expect(said((await listOf(interview)).filter(({ kind }) => kind === 'change'))).toEqual(
      said(shownBefore.body.notices as Row[]),
    );
    const mails = (await mailOf(stack, interview)).filter(({ subject }) =>
      subject.startsWith('Appointment moved'),
    );
    expect(mails).toHaveLength(seats.length);
    const clerk = await addressOf(stack, interview.ids.clerk);
    const told = mails.find(({ to }) => to.includes(clerk))?.text ?? '';
    const shown = timeForPeople(parseInstant(start), 'Asia/Bangkok', reader);
    expect(told).toContain(`Time: ${shown.weekday} ${shown.date}, ${shown.time}`);
    expect(told).toContain('Before: ');
    // As many alarms as before, for the new time.
    expect(await alarmsOf(scheduler, interview)).toHaveLength(before.length);
  });

  test('is told to the one who takes a seat, and to the one who has it no more', async () => {
    const other = await oneMoreInterpreter(stack, interview);
    await act('replacements', { seat: 'interpreter', ids: [other], reason: 'not-available' });
    await until(
      () => sent(interview, 'release'),
      (found) => found.length > 0,
    );
    expect(await sent(interview, 'release')).toEqual(['interpreter']);
    const [mail] = await mailsTo(stack, [await addressOf(stack, other)]);
    expect(mail?.subject).toMatch(/^Appointment: /);
    const gone = await mailsTo(stack, [await addressOf(stack, interview.ids.interpreter)]);
    expect(gone.at(-1)?.subject).toMatch(/^No longer needed/);
  });

  test('is told as a new one when its cancellation is taken back', async () => {
    await act('cancellation', { reason: 'not-needed' });
    await until(
      () => sent(interview, 'cancellation'),
      (found) => found.length === seats.length,
    );
    const confirmed = (await sent(interview, 'confirmation')).length;
    await act('restoration', {});
    const now = await until(
      () => sent(interview, 'confirmation'),
      (found) => found.length > confirmed,
    );
    expect(now).toHaveLength(confirmed + seats.length);
  });
});

describe('a session in an hour', () => {
  // That one which rings all the same is not heeded: alarms.test.ts.
  test('that is cancelled before has no alarm that could ring', async () => {
    const interview = await bookInterview(stack, 65);
    const { api, sessionId, tokens } = interview;
    await until(
      () => sent(interview, 'confirmation'),
      (found) => found.length === seats.length,
    );
    expect(await alarmsOf(scheduler, interview)).toContain('reminder');
    expectDone(
      await send(api, 'POST', `/api/sessions/${sessionId}/cancellation`, {
        token: tokens.prosecutor,
        body: { reason: 'not-needed' },
      }),
    );
    await until(
      () => sent(interview, 'cancellation'),
      (found) => found.length === seats.length,
    );
    await until(
      () => alarmsOf(scheduler, interview),
      (kinds) => !kinds.includes('reminder'),
    );
    expect(await sent(interview, 'reminder')).toEqual([]);
  });
});

describe('a room', () => {
  let interview: Interview;
  beforeAll(async () => {
    interview = await bookInterview(stack, month);
  });

  test('that is missing is chased by the hour of her officer, until it is booked', async () => {
    const { api, sessionId, tokens, roomId } = interview;
    const chasers = async () =>
      (await alarmsOf(scheduler, interview)).filter((kind) => kind === 'room-missing');
    await until(chasers, (found) => found.length === 5);
    // Open at the hour at which this test happens to run.
    const hours = { ...usualWorkingTime('Australia/Sydney', 'AU'), weekly: anyHour };
    await storeOf(stack).write([putWorkingTime(roomId, hours, 1)]);
    const planned = (await listOf(interview, tokens['support-officer'])).filter(
      ({ kind, state }) => kind === 'room-missing' && state === 'planned',
    );
    expect(planned.map(({ seat }) => seat)).toEqual(Array.from({ length: 5 }, () => 'support-officer'));
    const asked = await send(api, 'GET', `/api/sessions/${sessionId}/rooms`, { token: tokens.prosecutor });
    const choices = expectDone(asked).body.rooms as { roomId: string; availability: string }[];
    expect(choices.find((room) => room.roomId === roomId)).toBeDefined();
    const set = await send(api, 'POST', `/api/sessions/${sessionId}/rooms`, {
      token: tokens.prosecutor,
      body: { rooms: [roomId] },
    });
    expect([set.status, set.body.roomState ?? set.body.code]).toEqual([201, 'booked']);
    await until(chasers, (found) => found.length === 0);
    const session = await send(api, 'GET', `/api/sessions/${sessionId}`, { token: tokens.clerk });
    expect(session.body).toMatchObject({ roomState: 'booked', rooms: [{ roomId, label: 'Room 1' }] });
  });
});
