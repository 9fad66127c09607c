import { describe, expect, it } from 'vitest';
import { parseStanding, standingKey } from '../../functions/cases/port/standing.ts';
import { partyKey } from '../../functions/cases/port/parties.ts';
import { entriesIn } from '../support/log-entries.ts';
import { newKey } from '../support/http.ts';
import { ask } from '../support/in-process.ts';
import { hearing, pseudonymOf, running, type Hearing } from './hearing.ts';

/** Whoever is heard takes their consent back by themselves, from their own page. */

const stands = async ({ memory, caseId }: Hearing) =>
  parseStanding((await memory.get([standingKey(caseId, pseudonymOf('witness'), 'consent')]))[0])?.state;

describe('the witness', () => {
  it.each<[string, () => Promise<Hearing>]>([
    ['before anybody is in', hearing],
    ['in the room', () => running(['witness', 'prosecutor'])],
    [
      'while the room is paused',
      async () => {
        const here = await running(['witness', 'prosecutor']);
        await here.post('witness', 'pauses', { kind: 'stop' });
        return here;
      },
    ],
    [
      'when it is over',
      async () => {
        const here = await running(['witness', 'prosecutor']);
        await here.post('clerk', 'ending');
        return here;
      },
    ],
  ])('withdraws %s, and from then on nobody gets a pass', async (_, made) => {
    const here = await made();
    expect(await here.post('witness', 'withdrawal')).toMatchObject({
      status: 201,
      body: { gate: 'refused' },
    });
    expect(await stands(here)).toBe('refused');
    for (const seat of ['clerk', 'prosecutor', 'witness'] as const)
      expect((await here.post(seat, 'passes')).status).not.toBe(201);
    expect((await entriesIn(here.memory, here.caseId)).at(-1)).toMatchObject({
      action: 'consent.withdrawn',
      actor: { role: 'witness', pseudonym: pseudonymOf('witness') },
      authority: { kind: 'consent', ref: pseudonymOf('witness') },
    });
  });

  it('does it once, however often the telephone sends it', async () => {
    const here = await running(['witness']);
    const key = newKey();
    for (let time = 0; time < 3; time += 1)
      expect((await here.post('witness', 'withdrawal', {}, key)).status).toBe(201);
    expect(await entriesIn(here.memory, here.caseId)).toHaveLength(1);
  });
});

it.each(['interpreter', 'clerk', 'prosecutor', 'support-officer'] as const)(
  'the %s of the room does not do it on this road',
  async (seat) => {
    const here = await running(['witness', 'interpreter']);
    expect((await here.post(seat, 'withdrawal')).status).toBe(403);
    expect(await stands(here)).toBeUndefined();
  },
);

describe('a guardian', () => {
  const guardianOf = async (ward: string | undefined) => {
    const here = await hearing();
    const { table, ...place } = partyKey(here.caseId, 'G-2222');
    const item = { ...place, caseId: here.caseId, role: 'guardian', pseudonym: 'G-2222', label: 'G' };
    const door = { table: 'sessions', pk: `session#${here.sessionId}`, sk: 'door' } as const;
    const [stored] = await here.memory.get([door]);
    const seats = [...((stored?.['seats'] ?? []) as object[]), { seat: 'guardian', pseudonym: 'G-2222' }];
    await here.memory.write([
      {
        kind: 'put',
        table,
        item: ward === undefined ? item : { ...item, for: ward },
        onRefused: 'retry',
      },
      { kind: 'update', key: door, set: { seats }, onRefused: 'retry' },
    ]);
    const guest = { kind: 'guest', sessionId: here.sessionId, seatId: 'G-2222', role: 'guardian' } as const;
    const told = await ask(
      here.app,
      { ...guest, deviceId: 'device' },
      'POST',
      `/api/rooms/${here.sessionId}/withdrawal`,
      {},
    );
    return { here, told };
  };

  it('says it for the child whom they speak for', async () => {
    const { here, told } = await guardianOf(pseudonymOf('witness'));
    expect(told.status).toBe(201);
    expect(await stands(here)).toBe('refused');
    expect((await entriesIn(here.memory, here.caseId)).at(-1)).toMatchObject({
      actor: { role: 'guardian', pseudonym: 'G-2222' },
      subject: { kind: 'witness', ref: pseudonymOf('witness') },
    });
  });

  it('of nobody says it for nobody', async () => {
    const { here, told } = await guardianOf(undefined);
    expect(told.body.code).toBe('not-found');
    expect(await stands(here)).toBeUndefined();
  });
});
