import { describe, expect, test } from 'vitest';
import { openDisclosure } from '../../functions/custody/port/disclosure.ts';
import { sweep } from '../../functions/custody/publish.ts';
import { verifyExport } from '../../functions/custody/verify.ts';
import { openCopy, signerOfCopy, storedItems, type Copy } from './copy.ts';
import { agency, as, session } from './who-is-who.ts';

const verify = (file: string, expectSize: number, receipt?: string) =>
  verifyExport(Buffer.from(file), {
    key: signerOfCopy,
    expectSize,
    ...(receipt === undefined ? {} : { receipt }),
  });

/** The checkpoint that was signed in November 2026. */
const receiptOf = (logId: string): string =>
  (storedItems['custody'] ?? []).find(({ pk, sk }) => pk === `log#${logId}` && sk === 'checkpoint')?.[
    'note'
  ] as string;

interface Listed {
  readonly action: string;
  readonly actor: unknown;
  readonly sealed?: Readonly<Record<string, string>>;
}
const entriesOf = async ({ get }: Copy, who: (typeof as)['clerk'], path: string) => {
  const { body } = await get(who, `custody/${path}/entries`);
  return (body.entries as { entry: Listed }[]).map(({ entry }) => entry);
};

describe('logs that were written in November 2026', () => {
  test('are read on the screen, whatever their actions were', async () => {
    const entries = await entriesOf(openCopy(), as.auditor, `logs/${session.ended}`);
    expect(entries.map(({ action }) => action)).toEqual([
      'session.booked',
      'permission.granted',
      'attending-officer.named',
      'consent.given',
      'risk-plan.approved',
      'interpreter.confirmed',
      'invitation.issued',
      'invitation.redeemed',
      'invitation.second-device',
      'invitation.issued',
      'invitation.issued',
      'invitation.redeemed',
      ...Array.from({ length: 6 }, () => 'seat.arrived'),
      'room.opened',
      ...Array.from({ length: 5 }, () => 'seat.admitted'),
      'pass.minted',
      'media.joined',
      'media.track-published',
      'media.unknown-participant',
      'room.paused',
      'room.resumed',
      'seat.removed',
      'seat.arrived',
      'session.ended',
    ]);
  });

  test('are intact as a file, and hold what was signed then', async () => {
    const file = await openCopy().file(as.clerk, `custody/logs/${session.ended}`);
    expect(verify(file, 33, receiptOf(session.ended)).verdict).toBe('intact');
    expect(verify(file.replace('"action":"room.paused"', '"action":"room.closed"'), 33).verdict).toBe(
      'failed',
    );
  });

  test('go on where they were: what comes now is signed over what was signed then', async () => {
    const copy = openCopy();
    await copy.post(as.prosecutor, `sessions/${session.restored}/cancellation`, { reason: 'other' });
    const file = await copy.file(as.clerk, `custody/logs/${session.restored}`);
    const report = verify(file, 9, receiptOf(session.restored));
    expect(report.verdict).toBe('intact');
    expect(report.notes).toEqual([]);
  });

  test('what was not published yet is published by the sweep', async () => {
    const copy = openCopy();
    expect(await sweep(copy.publisher)).toEqual({ looked: 3, repaired: 3 });
    expect(await sweep(copy.publisher)).toEqual({ looked: 0, repaired: 0 });
    for (const [who, logId, size] of [
      [as.clerk, session.paused, 21],
      [as.secondClerk, session.open, 24],
      [as.secondClerk, session.replaced, 11],
    ] as const)
      expect(verify(await copy.file(who, `custody/logs/${logId}`), size, receiptOf(logId)).verdict).toBe(
        'intact',
      );
  });

  test('what they seal is opened by what was kept beside', async () => {
    const copy = openCopy();
    const entries = await entriesOf(copy, as.clerk, `logs/${session.ended}`);
    const consent = entries.find(({ action }) => action === 'consent.given');
    const [item] = await copy.store.query('witnesses', `session#${session.ended}`, { prefix: 'consent#' });
    const kept = item?.['disclosures'] as Record<string, string>;
    const opened = Object.entries(consent?.sealed ?? {}).map(([name, digest]) =>
      openDisclosure(kept[name] ?? '', digest),
    );
    expect(opened.map((field) => [field?.name, field?.value])).toEqual(
      expect.arrayContaining([
        ['recording', 'no'],
        ['language', 'my'],
        ['mark', 'thumbprint'],
      ]),
    );
    expect(opened).toHaveLength(9);
  });

  test('who read them then stands in their access logs, which go on', async () => {
    const copy = openCopy();
    await copy.file(as.clerk, `custody/logs/${session.ended}`);
    const items = await copy.store.query('custody', `log#${session.ended}-access`, { prefix: 'entry#' });
    const read = items.map(({ leaf }) => JSON.parse(leaf as string) as Listed);
    expect(read.map(({ action }) => action)).toEqual([
      'log.read',
      'log.exported',
      'log.read',
      'log.exported',
    ]);
    expect(read[3]?.actor).toEqual({ role: 'clerk', pseudonym: 'C-C69H' });
  });
});

describe('the log of an agency of November 2026', () => {
  test('is read by its keepers, each under the pseudonym that they had then', async () => {
    const copy = openCopy();
    const entries = await entriesOf(copy, as.clerk, `agency-logs/${agency.interpreters}`);
    expect(entries.map(({ action }) => action)).toEqual([
      ...Array.from({ length: 4 }, () => 'calendar.changed'),
      ...Array.from({ length: 2 }, () => 'interpreter.profile-changed'),
    ]);
    const items = await copy.store.query('custody', `log#${agency.interpreters}-access`, {
      prefix: 'entry#',
    });
    const readers = items.map(({ leaf }) => (JSON.parse(leaf as string) as Listed).actor);
    expect(readers).toHaveLength(3);
    expect(readers[2]).toEqual(readers[0]);
    const file = await copy.file(as.authority, `custody/agency-logs/${agency.interpreters}`);
    expect(verify(file, 6, receiptOf(agency.interpreters)).verdict).toBe('intact');
  });

  test('goes on with the next change, by the same pseudonyms', async () => {
    const copy = openCopy();
    const path = `directory/people/7h84h640bv16jyfy4h4es75ea8/calendar`;
    const { body } = await copy.get(as.clerk, path);
    const changed = await copy.post(as.clerk, path, {
      version: 2,
      calendar: { ...body.calendar, daysOff: ['2026-12-25'] },
    });
    expect(changed).toMatchObject({ status: 200, body: { version: 3 } });
    const entries = await entriesOf(copy, as.clerk, `agency-logs/${agency.interpreters}`);
    expect(entries).toHaveLength(7);
    expect(entries[6]).toMatchObject({
      action: 'calendar.changed',
      actor: { role: 'clerk', pseudonym: 'C-99P4' },
      subject: { kind: 'person', ref: 'I-X96X' },
      details: { version: 3 },
    });
  });
});
