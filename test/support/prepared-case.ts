import { Hono } from 'hono';
import { availabilityApp } from '../../functions/availability/routes.ts';
import { takeCase } from '../../functions/cases/contract.ts';
import { casesApp } from '../../functions/cases/routes.ts';
import type { Person } from '../../functions/directory/port/actor.ts';
import { sessionsApp } from '../../functions/sessions/routes.ts';
import type { PartyRole } from '../../functions/shared/access/roles.ts';
import type { Store } from '../../functions/shared/store/store.ts';
import { actorOf, ask, contextOver, enterPerson } from './in-process.ts';

/** The clock of every test here. */
export const now = new Date('2027-03-01T00:00:00.000Z');

const roles = [
  'prosecutor',
  'clerk',
  'support-officer',
  'attending-officer',
  'central-authority',
  'auditor',
  'judge',
  'custody-officer',
  'technician',
  'interpreter',
] as const;

/** A case with its people, over one store. */
export interface PreparedCase {
  readonly store: Store;
  readonly caseId: string;
  /** Her pseudonym. */
  readonly witness: string;
  readonly people: Readonly<Record<(typeof roles)[number], Person>>;
  readonly app: Hono;
  /** Another way to the same tables, and another hour. */
  readonly over: (store: Store, at?: Date) => Hono;
}

/**
 * @param shared people of other cases, to be fought over
 * @param more members beside the usual ones
 * @param taken whether the agencies of all its members have taken the case
 */
export async function prepareCase(
  store: Store,
  shared: Partial<PreparedCase['people']> = {},
  more: readonly Person[] = [],
  taken = true,
): Promise<PreparedCase> {
  const entered = await Promise.all(
    roles.map(async (role) => {
      const hidden = role === 'support-officer' ? { atProtectedSite: true } : {};
      return [role, shared[role] ?? (await enterPerson(store, role, hidden))] as const;
    }),
  );
  const people = Object.fromEntries(entered) as PreparedCase['people'];
  const over = (other: Store, at = now) => {
    const context = contextOver(other, at);
    return new Hono().route('/', sessionsApp(context)).route('/', availabilityApp(context));
  };
  const opened = await ask(
    casesApp(contextOver(store, now)),
    actorOf(people.prosecutor),
    'POST',
    '/api/cases',
    {
      reference: 'T 1/2027',
      requestingState: 'TH',
      hostState: 'MM',
      members: [...Object.values(people), ...more]
        .filter(({ personId, role }) => personId !== people.prosecutor.personId && role !== 'interpreter')
        .map(({ personId }) => personId),
      witnesses: [
        {
          protected: true,
          holder: people['support-officer'].personId,
          zone: 'Asia/Yangon',
          mayKnow: [people['attending-officer'].personId],
        },
      ],
    },
  );
  if (opened.status !== 201) throw new Error(`No case: ${JSON.stringify(opened.body)}`);
  const caseId = opened.body.caseId as string;
  if (taken) await takenByAll(store, caseId, [...Object.values(people), ...more]);
  const file = await ask(
    casesApp(contextOver(store, now)),
    actorOf(people.prosecutor),
    'GET',
    `/api/cases/${caseId}`,
  );
  const witness = (file.body.witnesses as { pseudonym: string }[])[0]?.pseudonym ?? '';
  return { store, caseId, witness, people, app: over(store), over };
}

/** The same case, over a copy of its store. */
export const inCopy = (prepared: PreparedCase, store: Store): PreparedCase => ({
  ...prepared,
  store,
  app: prepared.over(store),
});

/** The holder says until when the witness is a child; without a day, that they are grown up. */
export async function isOfAgeOn(
  { store, caseId, people, witness }: PreparedCase,
  ofAgeOn?: string,
): Promise<void> {
  const told = await ask(
    casesApp(contextOver(store, now)),
    actorOf(people['support-officer']),
    'POST',
    `/api/cases/${caseId}/witnesses/${witness}/description`,
    { capacity: 'victim', languages: [{ language: 'my' }], ...(ofAgeOn && { ofAgeOn }) },
  );
  if (told.status !== 201) throw new Error(`Not described: ${JSON.stringify(told.body)}`);
}

/** Somebody whom the case has beside witnesses; where it is a guardian, the holder has said until when the witness is a child. @returns the pseudonym */
export async function nameParty(
  prepared: PreparedCase,
  role: PartyRole,
  inState = 'MM',
  ofAgeOn = '2033-05-01',
): Promise<string> {
  const { store, caseId, people, witness } = prepared;
  if (role === 'guardian') await isOfAgeOn(prepared, ofAgeOn);
  const comesWith = role === 'guardian' || role === 'support-person' ? { for: witness } : {};
  const told = await ask(
    casesApp(contextOver(store, now)),
    actorOf(people.prosecutor),
    'POST',
    `/api/cases/${caseId}/parties`,
    { role, label: `The ${role} of a test`, ...comesWith, ...(role === 'expert' ? { inState } : {}) },
  );
  if (told.status !== 201) throw new Error(`No party: ${JSON.stringify(told.body)}`);
  return told.body.pseudonym as string;
}

/** Counsel whom the court admits for somebody, and whose agency has taken the case. */
export async function admitted(
  { store, caseId, people }: PreparedCase,
  role: 'defence-counsel' | 'victim-counsel',
  whom: string,
): Promise<Person> {
  const counsel = await enterPerson(store, role);
  const app = casesApp(contextOver(store, now));
  const body = { personId: counsel.personId, for: whom };
  const told = await ask(app, actorOf(people.clerk), 'POST', `/api/cases/${caseId}/counsel`, body);
  if (told.status !== 201) throw new Error(`Not admitted: ${JSON.stringify(told.body)}`);
  await takenByAll(store, caseId, [counsel]);
  return counsel;
}

/** Each agency of these people takes the case, by the first of them who may do that. */
export async function takenByAll(store: Store, caseId: string, people: readonly Person[]): Promise<void> {
  const acting = people.filter(({ role }) => takeCase.who.some((each) => each === role));
  for (const [, person] of new Map(acting.map((each) => [each.agencyId, each]))) {
    const app = casesApp(contextOver(store, now));
    const told = await ask(app, actorOf(person), 'POST', `/api/cases/${caseId}/taking`);
    if (told.status !== 201) throw new Error(`Not taken: ${JSON.stringify(told.body)}`);
  }
}
