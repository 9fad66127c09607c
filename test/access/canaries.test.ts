import { beforeAll, describe, expect, test } from 'vitest';
import {
  mayKnowField,
  personalFields,
  type PersonalField,
} from '../../functions/cases/port/who-may-know-a-field.ts';
import { isGuestSeat, type Role } from '../../functions/shared/access/roles.ts';
import { castInProcess, shortlyBefore, type CastInProcess } from '../support/cast-in-process.ts';
import { fullConsent, fullGo } from '../support/consent-and-plan.ts';
import { everyRole, everyRoute, requestTo } from '../support/every-route.ts';
import { newKey } from '../support/http.ts';
import { actorOf, ask } from '../support/in-process.ts';
import { memoryStore } from '../support/memory-store.ts';
import { wholeApi } from '../support/whole-api.ts';
import { mayCall } from './access-table.ts';

/**
 * A canary in every personal field, looked for in every answer of every route by which somebody reads, to everybody who may ask:
 * who sees it is who the table of fields says, nobody else and nobody less. And where each lies: in clear in the table of its
 * capability alone, and in no log.
 */

/** Texts that are nowhere else, by the field that the table has; several where a field has several places. */
const canaries: Readonly<Record<PersonalField, readonly string[]>> = {
  reference: ['T 1/2027'],
  label: ['The accused of a test', 'The expert of a test'],
  place: ['Antarctica/Vostok'],
  language: ['"shn"'],
  consent: ['kanari-consent-question', 'kanari-consent-interpreter', 'kanari-consent-assessor'],
  plan: ['kanari-plan-view', '+95 1 555 0199', 'kanari-plan-loved-one', 'kanari-plan-no-contact'],
  unmaskingReason: ['kanari-reason'],
  identity: [
    'Kanari Maung',
    'kanari-other-name',
    '+95999000111',
    'kanari-street',
    'kanari-note',
    '1998-04-12',
  ],
};

/** In which tables a field may lie in clear. Nothing in a custody log: there are commitments. */
const liesIn: Readonly<Record<PersonalField, readonly string[]>> = {
  reference: ['cases'],
  label: ['cases'],
  place: ['cases'],
  // Consent says in which language it was explained.
  language: ['cases', 'witnesses'],
  consent: ['witnesses'],
  plan: ['witnesses'],
  // Sealed, as the identity is.
  unmaskingReason: [],
  identity: [],
};

const store = memoryStore();
const app = wholeApi(store, shortlyBefore);
let cast: CastInProcess;
/** By field and canary: which roles saw it, and by which route. */
const seen = new Map<string, Map<Role, string>>();

beforeAll(async () => {
  cast = await castInProcess(store);
  await plant();
  for (const [name, found] of everyRoute) {
    if (found.route.method !== 'GET' && found.route.reads !== true) continue;
    for (const role of everyRole) if (mayCall(name).includes(role)) await look(name, found, role);
  }
}, 120_000);

async function plant(): Promise<void> {
  const { caseId, party } = cast.place;
  const holder = actorOf(cast.people['support-officer']);
  const enter = async (path: string, body: object) => {
    const told = await ask(app, holder, 'POST', path, body);
    expect([path, told.status]).toEqual([path, 201]);
  };
  const ofCase = `/api/cases/${caseId}/witnesses/${party}`;
  const ofPerson = `/api/witnesses/${caseId}/${party}`;
  const mayKnow = [cast.about.ids['attending-officer']];
  await enter(`${ofCase}/protection`, { protected: true, zone: 'Antarctica/Vostok', mayKnow });
  await enter(`${ofCase}/description`, { capacity: 'victim', languages: [{ language: 'shn' }] });
  await enter(`${ofPerson}/consent`, {
    ...fullConsent,
    language: 'my',
    interpreter: { was: 'present', who: 'kanari-consent-interpreter' },
    capacity: { is: 'able', assessedBy: 'kanari-consent-assessor', how: 'A talk.' },
    teachBack: { understanding: 'own-words', asked: 'kanari-consent-question' },
  });
  await enter(`${ofPerson}/risk-plan`, {
    ...fullGo,
    ownView: { danger: 'some', words: 'kanari-plan-view' },
    lovedOnes: [{ name: 'L-1', relation: 'parent', danger: 'low', measures: 'kanari-plan-loved-one' }],
    noContact: ['kanari-plan-no-contact'],
    emergencyContacts: [{ who: 'the shelter', reach: '+95 1 555 0199', hours: 'always' }],
  });
  await enter(`${ofPerson}/identity`, {
    name: 'Kanari Maung',
    otherNames: ['kanari-other-name'],
    born: '1998-04-12',
    documents: [],
    reach: { ways: ['phone'], phones: ['+95999000111'], address: 'kanari-street' },
    note: 'kanari-note',
  });
  await enter(`${ofPerson}/identity/unmaskings`, {
    ground: 'to-reach-them',
    reason: 'kanari-reason',
    minutes: 5,
  });
}

const all = personalFields.flatMap((field) => canaries[field].map((canary) => [field, canary] as const));

async function look(name: string, found: (typeof everyRoute)[number][1], role: Role): Promise<void> {
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
    const whom = seen.get(`${field} ${canary}`) ?? new Map<Role, string>();
    if (!whom.has(role)) whom.set(role, name);
    seen.set(`${field} ${canary}`, whom);
  }
}

/** As what somebody of the cast is in the case: the support officer holds contact, the attending officer may know the place. */
const knowerOf = (role: Role) => ({
  role,
  isHolder: role === 'support-officer',
  knowsPlace: role === 'attending-officer' || role === 'support-officer',
});

describe('a canary', () => {
  test.each(all)(
    'in the field %s (%s) is seen by those who may know it, and by nobody else',
    (field, canary) => {
      const whom = [...(seen.get(`${field} ${canary}`) ?? new Map<Role, string>()).keys()];
      const may = everyRole.filter((role) => mayKnowField(field, knowerOf(role)));
      expect(whom.toSorted()).toEqual(may.toSorted());
      if (field !== 'reference') expect(whom.filter(isGuestSeat)).toEqual([]);
    },
  );

  test.each(all)('in the field %s (%s) lies in clear in its own table, and in no log', (field, canary) => {
    const tables = [...store.items]
      .filter(([, item]) => JSON.stringify(item).includes(canary))
      .map(([name]) => (JSON.parse(name) as readonly string[])[0]);
    expect([...new Set(tables)]).toEqual(liesIn[field]);
  });
});
