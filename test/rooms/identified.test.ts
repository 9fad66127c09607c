import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { putStanding, parseStanding, standingKey } from '../../functions/cases/port/standing.ts';
import { closeForDoor } from '../../functions/rooms/close-for-door.ts';
import { doorKey, parseDoor } from '../../functions/sessions/port/door.ts';
import { identityOf, officerGate } from '../../functions/sessions/port/identity.ts';
import type { Terms } from '../../functions/requests/port/terms.ts';
import type { Store } from '../../functions/shared/store/store.ts';
import { parseInstant } from '../../functions/shared/values/instants.ts';
import { openDisclosure } from '../../functions/custody/port/disclosure.ts';
import { isPass, notingStore, scheduledStore } from '../support/faulty-store.ts';
import { entriesIn } from '../support/log-entries.ts';
import { hearing, officer, pseudonymOf, type Hearing, type SeatName } from './hearing.ts';

/** Before somebody is heard the host State's officer sees who came, where its permission demands it: no pass without. */

const witness = pseudonymOf('witness');
const terms = (attendance: Terms['attendance']) =>
  ({
    persons: [],
    languages: [],
    conditions: ['use-limited-to-this-case'],
    onPaper: false,
    hostState: 'MM',
    ...(attendance && { attendance }),
  }) as unknown as Terms;
const both = { demanded: true, identifies: true };

const permit = async (
  { memory, caseId }: Pick<Hearing, 'memory' | 'caseId'>,
  attendance: Terms['attendance'],
) => {
  const [item] = await memory.get([standingKey(caseId, witness, 'permission')]);
  await memory.write([
    putStanding({ caseId, pseudonym: witness, gate: 'permission' }, parseStanding(item), {
      state: 'open',
      recordedAt: parseInstant('2026-11-25T01:00:00.000Z'),
      leafHash: 'AAAA',
      terms: terms(attendance),
    }),
  ]);
};

const established = { found: 'established', how: 'document-seen', detail: 'A passport of the State.' };
const other = { found: 'other-person', detail: 'The picture is of another face.' };
const codeOf = ({ status, body }: { status: number; body: { code?: string } }) => body.code ?? status;

let here: Hearing;
beforeEach(async () => {
  here = await hearing(undefined, officer);
  await permit(here, both);
});
const says = (body: object, by: SeatName = 'attending-officer', at = here) => at.post(by, 'identity', body);
const doorOf = async (at = here) => parseDoor((await at.memory.get([doorKey(at.sessionId)]))[0]);
/** Everybody is in but whoever is heard, who waits. */
const opened = async (at = here) => {
  for (const seat of ['attending-officer', 'witness', 'prosecutor'] as const)
    expect(codeOf(await at.arrive(seat))).toBe(201);
  expect(codeOf(await at.post('clerk', 'opening'))).toBe(201);
  for (const seat of ['attending-officer', 'prosecutor'] as const)
    expect(codeOf(await at.post('clerk', 'admissions', { seat }))).toBe(201);
};
const letIn = (at = here) => at.post('clerk', 'admissions', { seat: 'witness' });

describe('until it is established who came', () => {
  test('whoever is heard is not let in, and the clerk is told why; then they are, and have a pass', async () => {
    await opened();
    expect((await letIn()).body).toMatchObject({
      code: 'condition-not-kept',
      facts: { condition: 'identity-established' },
    });
    expect(codeOf(await here.post('prosecutor', 'passes'))).toBe(201);
    expect(codeOf(await says(established))).toBe(201);
    expect(codeOf(await letIn())).toBe(201);
    expect(codeOf(await here.post('witness', 'passes'))).toBe(201);
  });

  test('a pass is refused to one who was let in before it was demanded, without a word on why', async () => {
    await permit(here, { demanded: true, identifies: false });
    await opened();
    expect(codeOf(await letIn())).toBe(201);
    expect(codeOf(await here.post('witness', 'passes'))).toBe(201);
    await permit(here, both);
    expect(codeOf(await here.post('witness', 'passes'))).toBe('room-not-open');
    // What was granted before permissions said so: it is demanded.
    await permit(here, undefined);
    expect(codeOf(await here.post('witness', 'passes'))).toBe('room-not-open');
  });

  test('it is shown to the officer, the one beside her and whoever runs it, and to nobody else', async () => {
    const shown = async (seat: SeatName) =>
      ((await here.view(seat)).body.seats as { seat: string; identified?: string }[]).find(
        (each) => each.seat === 'witness',
      )?.identified;
    await says(established);
    for (const seat of ['attending-officer', 'clerk', 'support-officer'] as const)
      expect([seat, await shown(seat)]).toEqual([seat, 'established']);
    for (const seat of ['prosecutor', 'interpreter', 'witness'] as const)
      expect([seat, await shown(seat)]).toEqual([seat, undefined]);
    expect((await here.view('attending-officer')).body.identifies).toBe(true);
    expect((await here.view('clerk')).body.identifies).toBeUndefined();
  });

  test('the officer alone says it; where none has a seat the clerk does', async () => {
    expect(codeOf(await says(established, 'clerk'))).toBe('not-your-role');
    for (const seat of ['prosecutor', 'support-officer', 'witness'] as const)
      expect(codeOf(await says(established, seat))).toBe('not-your-role');
    const without = await hearing();
    await permit(without, both);
    expect(codeOf(await says(established, 'clerk', without))).toBe(201);
  });

  test('how and what was seen are said, of one who is heard there, and within the hours', async () => {
    expect(codeOf(await says({ found: 'established', detail: 'x' }))).toBe('invalid-request');
    expect(codeOf(await says({ ...established, how: 'a-feeling' }))).toBe('invalid-request');
    expect(codeOf(await says({ ...established, pseudonym: 'W-9999' }))).toBe('not-found');
    here.forward(-3 * 3_600_000);
    expect(codeOf(await says(established))).toBe('outside-window');
  });

  test('in a session for which no State has anything to permit there is nothing to say', async () => {
    const { table, pk, sk } = doorKey(here.sessionId);
    const [item] = await here.memory.get([{ table, pk, sk }]);
    const gates = { ...(item?.['gates'] as object), permission: 'not-needed' };
    await here.memory.write([{ kind: 'update', key: { table, pk, sk }, set: { gates }, onRefused: 'retry' }]);
    expect(codeOf(await says(established))).toBe('gate-not-needed');
  });
});

describe('what was said', () => {
  test('is one entry of the session’s log however often it is said, with what was seen sealed', async () => {
    await says(established);
    await says(established);
    const entries = (await entriesIn(here.memory, here.sessionId)).filter(({ action }) =>
      action.startsWith('identity.'),
    );
    expect(entries).toMatchObject([
      {
        action: 'identity.established',
        details: { how: 'document-seen' },
        subject: { kind: 'seat', ref: `witness ${witness}` },
      },
    ]);
    const kept = [...here.memory.items.values()].find(({ sk }) => sk.startsWith('identity#'));
    const { detail = '' } = (kept?.['disclosures'] ?? {}) as { detail?: string };
    expect(openDisclosure(detail, entries[0]?.sealed?.['detail'] ?? '')?.value).toBe(established.detail);
    const everything = JSON.stringify([...here.memory.items.values()]);
    expect(everything).not.toContain(established.detail);
  });

  test('is of that day: on another it is asked anew, and one that is moved by an hour is of the same', async () => {
    await says(established);
    const door = { ...(await doorOf()), toIdentify: [witness] };
    const at = (hours: number) => {
      const later = (instant: string) =>
        parseInstant(new Date(Date.parse(instant) + hours * 3_600_000).toISOString());
      const moved = { ...door, opensAt: later(door.opensAt), closesAt: later(door.closesAt) };
      return identityOf(moved, witness, new Date(moved.opensAt));
    };
    expect([0, 1, 24, -24].map(at)).toEqual(['established', 'established', 'asked', 'asked']);
    // Of a session of two days each has its own.
    const windows = [door, { opensAt: later24(door.opensAt), closesAt: later24(door.closesAt) }].map(
      ({ opensAt, closesAt }) => ({ opensAt: parseInstant(opensAt), closesAt: parseInstant(closesAt) }),
    );
    const series = { ...door, windows };
    expect(windows.map(({ opensAt }) => identityOf(series, witness, new Date(opensAt)))).toEqual([
      'established',
      'asked',
    ]);
  });
  const later24 = (instant: string) => new Date(Date.parse(instant) + 24 * 3_600_000).toISOString();

  test('is of that person: whoever comes in their place is asked', async () => {
    await says(established);
    const door = await doorOf();
    const seats = door.seats.map((each) =>
      each.seat === 'witness' ? { ...each, pseudonym: 'W-3333' } : each,
    );
    const now = new Date('2026-11-25T03:00:00.000Z');
    expect(identityOf({ ...door, seats, toIdentify: ['W-3333'] }, 'W-3333', now)).toBe('asked');
  });
});

describe('somebody else came', () => {
  test('the door closes, the room is taken away at once, and nobody is let in', async () => {
    await says(established);
    await opened();
    await letIn();
    expect((await says(other)).body.phase).toBe('closed');
    expect(here.mediaRooms.size).toBe(0);
    expect((await doorOf()).gates.attendingOfficer).toBe('refused');
    expect((await here.post('clerk', 'opening')).body).toMatchObject({
      code: 'gates-closed',
      facts: { gates: ['attendingOfficer'] },
    });
    await closeForDoor(here.context, here.media, here.sessionId);
    expect(codeOf(await here.post('prosecutor', 'passes'))).not.toBe(201);
    expect(await here.actions()).toContain('identity.other-person');
  });

  test('naming the officer again does not open it; that the right person came does', async () => {
    await says(other);
    const door = await doorOf();
    const open = { ...door, gates: { ...door.gates, attendingOfficer: 'open' as const } };
    expect(officerGate(open)).toBe('refused');
    expect(codeOf(await says(established))).toBe(201);
    expect((await doorOf()).gates.attendingOfficer).toBe('open');
    expect(codeOf(await here.post('clerk', 'opening'))).toBe(201);
  });

  test('it stays so on the next day, until it is put right', async () => {
    await says(other);
    const door = await doorOf();
    expect(identityOf(door, witness, new Date('2026-12-25T03:00:00.000Z'))).toBe('other-person');
  });

  test('it can be said where nobody demands it, and closes the door as well', async () => {
    await permit(here, { demanded: false, identifies: false });
    expect(codeOf(await says({ found: 'other-person' }))).toBe(201);
    expect(codeOf(await here.post('clerk', 'opening'))).toBe('gates-closed');
  });
});

test('a pass and the word that somebody else came never cross, whichever comes first', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), async (scheduler) => {
      const at = await hearing(undefined, officer);
      await permit(at, both);
      await says(established, 'attending-officer', at);
      await opened(at);
      expect(codeOf(await letIn(at))).toBe(201);
      const written: string[] = [];
      const noting = (store: Store) =>
        notingStore(store, written, (change) => {
          if (isPass(change)) return 'pass';
          return change.kind === 'update' && change.key.sk === 'door' ? 'other' : undefined;
        });
      at.breakInto((store) => scheduledStore(noting(store), scheduler));
      const passes = (['witness', 'prosecutor', 'clerk'] as const).map((seat) => at.post(seat, 'passes'));
      const said = says(other, 'attending-officer', at);
      await scheduler.waitFor(Promise.all([...passes, said]));
      expect(codeOf(await said)).toBe(201);
      expect(written.slice(written.indexOf('other')).filter((each) => each === 'pass')).toEqual([]);
    }),
    { numRuns: 20 },
  );
}, 20_000);
