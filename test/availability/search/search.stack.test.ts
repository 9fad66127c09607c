import { inKeys, searchBody } from '../../support/search.ts';
import { expect, test } from 'vitest';
import { addMinutes, instantOf } from '../../../functions/shared/values/instants.ts';
import { bookInterview } from '../../support/interview.ts';
import { send } from '../../support/http.ts';
import { deployedStack } from '../../support/stack.ts';

/** That the deployed function may read all that a search reads, and finds what the tables hold. */
const stack = deployedStack();

test('a search on the deployed stack sees what is booked, and says nothing of a place that is secret', async () => {
  const interview = await bookInterview(stack, 24 * 60);
  const { ids, tokens, caseId, sessionId, witness } = interview;
  const midnight = Math.ceil(Date.now() / 86_400_000) * 86_400_000;
  const body = {
    caseId,
    earliest: instantOf(midnight - 86_400_000),
    latest: addMinutes(instantOf(midnight), 14 * 1440),
    zone: 'Asia/Bangkok',
    segments: [{ kind: 'main', at: 0, minutes: 60 }],
    participants: [
      { key: 'prosecutor', personId: ids.prosecutor },
      { key: 'witness', witness: true },
      { key: 'supporter', personId: ids['support-officer'] },
    ],
    pools: [{ key: 'interpreter', kind: 'interpreter', between: ['my', 'th'] }],
    outsideHours: true,
    rows: true,
  };
  const roles = new Map([
    [ids.prosecutor, 'prosecutor'],
    [ids['support-officer'], 'support-officer'],
  ]);
  const known = { witness, roleOf: (id: string) => roles.get(id) ?? 'clerk' };
  const search = async (role: 'prosecutor' | 'support-officer', more: object = {}) =>
    inKeys(
      await send(stack.apiUrl, 'POST', '/api/availability/search', {
        token: tokens[role],
        body: searchBody({ ...body, ...more }, known),
        key: null,
      }),
      body,
      known,
    );
  const session = await send(stack.apiUrl, 'GET', `/api/sessions/${sessionId}`, { token: tokens.prosecutor });
  const start = (session.body as { start: string }).start;

  interface Answered {
    readonly slots: { readonly seats: object[]; readonly pools: { readonly count: number }[] }[];
    readonly rows: { readonly key: string; readonly bands: { first: string; last: string }[] }[];
  }
  const rowOf = ({ rows }: Answered, key: string) => rows.find((row) => row.key === key)?.bands ?? [];
  const covers = (bands: { first: string; last: string }[]) =>
    bands.some(({ first, last }) => first <= start && start <= last);

  const answer = await search('prosecutor');
  expect(answer.status).toBe(200);
  const found = answer.body as Answered;
  expect(found.slots[0]?.pools[0]?.count).toBeGreaterThan(0);
  expect(found.slots[0]?.seats.slice(1)).toEqual([{ key: 'witness' }, { key: 'supporter' }]);
  expect(covers(rowOf(found, 'prosecutor'))).toBe(false);
  const moving = await search('prosecutor', { moving: sessionId });
  expect(covers(rowOf(moving.body as Answered, 'prosecutor'))).toBe(true);

  const holders = (await search('support-officer')).body as Answered;
  expect(holders.slots[0]?.seats[1]).toMatchObject({ key: 'witness', time: { zone: 'Asia/Yangon' } });
});
