import { beforeAll, describe, expect, test } from 'vitest';
import { mayKnowField } from '../../functions/cases/port/who-may-know-a-field.ts';
import { isGuestSeat, type Asker, type Role } from '../../functions/shared/access/roles.ts';
import { castInProcess, shortlyBefore, type CastInProcess } from '../support/cast-in-process.ts';
import { everyAsker, everyRoute, requestTo } from '../support/every-route.ts';
import { newKey } from '../support/http.ts';
import { ask } from '../support/in-process.ts';
import { memoryStore } from '../support/memory-store.ts';
import { wholeApi } from '../support/whole-api.ts';
import { mayCall } from './access-table.ts';
import { everyCanary, liesIn, plant } from './planted.ts';

/**
 * A canary in every personal field, looked for in every answer of every route by which somebody reads, to everybody who may ask:
 * who sees it is who the table of fields says, nobody else and nobody less. And where each lies: in clear in the table of its
 * capability alone, and in no log.
 */

const all = everyCanary({
  reference: ['T 1/2027'],
  label: ['The accused of a test', 'The expert of a test'],
});

const store = memoryStore();
const app = wholeApi(store, shortlyBefore);
let cast: CastInProcess;
/** By field and canary: which roles saw it, and by which route. */
const seen = new Map<string, Map<Asker, string>>();

beforeAll(async () => {
  cast = await castInProcess(store);
  await plantAll();
  for (const [name, found] of everyRoute) {
    if (found.route.method !== 'GET' && found.route.reads !== true) continue;
    for (const role of everyAsker) if (mayCall(name).includes(role)) await look(name, found, role);
  }
}, 120_000);

async function plantAll(): Promise<void> {
  const { caseId, sessionId, party } = cast.place;
  const { ids } = cast.about;
  const { agencyId: receiver } = cast.people.prosecutor;
  const file = await ask(app, cast.actors.clerk, 'GET', `/api/cases/${caseId}`);
  const { parties } = file.body as { parties: { role: Role; pseudonym: string }[] };
  const accused = parties.find(({ role }) => role === 'accused')?.pseudonym ?? '';
  const ground = {
    caseId,
    sessionId,
    party,
    accused,
    holder: ids['support-officer'],
    attending: ids['attending-officer'],
    receiver,
  };
  await plant(ground, async (by, path, body) => {
    const told = await ask(app, cast.actors[by], 'POST', path, body);
    expect([path, told.status, told.body.errors]).toEqual([path, 201, undefined]);
    return told.body;
  });
  const share = { information: 1, to: receiver, purpose: 'this-prosecution' };
  const receipt = { share: 2, limits: 'accepted' };
  for (const [by, verb, body] of [
    ['support-officer', 'shares', share],
    ['prosecutor', 'receipts', receipt],
  ] as const) {
    const told = await ask(app, cast.actors[by], 'POST', `/api/sharing/${caseId}/${party}/${verb}`, body);
    expect([verb, told.status]).toEqual([verb, 201]);
  }
}

async function look(name: string, found: (typeof everyRoute)[number][1], role: Asker): Promise<void> {
  const { method, path, body } = requestTo(found, cast.about, cast.place);
  const response = await app.request(path, {
    method,
    headers: {
      'x-actor': JSON.stringify(cast.actors[role]),
      'content-type': 'application/json',
      'idempotency-key': newKey(),
    },
    ...(method === 'POST' ? { body: JSON.stringify(body) } : {}),
  });
  const told = (await response.text()) + JSON.stringify([...response.headers]);
  for (const [field, canary] of all) {
    if (!told.includes(canary)) continue;
    const whom = seen.get(`${field} ${canary}`) ?? new Map<Asker, string>();
    if (!whom.has(role)) whom.set(role, name);
    seen.set(`${field} ${canary}`, whom);
  }
}

/**
 * As what somebody of the cast is in the case: the support officer holds contact and types all, the attending officer may know the
 * place, and the prosecutor received what was told.
 */
const roleOf = (asker: Asker): Role => (asker === 'interpreter-with-account' ? 'interpreter' : asker);
const knowerOf = (role: Asker) => ({
  role: roleOf(role),
  isHolder: role === 'support-officer',
  knowsPlace: role === 'attending-officer' || role === 'support-officer',
  receives: role === 'prosecutor',
  wroteIt: role === 'support-officer',
});

describe('a canary', () => {
  test.each(all)(
    'in the field %s (%s) is seen by those who may know it, and by nobody else',
    (field, canary) => {
      const whom = [...(seen.get(`${field} ${canary}`) ?? new Map<Asker, string>()).keys()];
      const may = everyAsker.filter((asker) => mayKnowField(field, knowerOf(asker)));
      expect(whom.toSorted()).toEqual(may.toSorted());
      if (field !== 'reference') expect(whom.map(roleOf).filter(isGuestSeat)).toEqual([]);
    },
  );

  test.each(all)('in the field %s (%s) lies in clear in its own table, and in no log', (field, canary) => {
    const tables = [...store.items]
      .filter(([, item]) => JSON.stringify(item).includes(canary))
      .map(([name]) => (JSON.parse(name) as readonly string[])[0]);
    expect([...new Set(tables)]).toEqual(liesIn[field]);
  });
});
