import { Hono } from 'hono';
import { availabilityApp } from '../../functions/availability/routes.ts';
import { casesApp } from '../../functions/cases/routes.ts';
import type { Person } from '../../functions/directory/port/actor.ts';
import { sessionsApp } from '../../functions/sessions/routes.ts';
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
 */
export async function prepareCase(
  store: Store,
  shared: Partial<PreparedCase['people']> = {},
  more: readonly Person[] = [],
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
        .filter(({ role }) => role !== 'prosecutor' && role !== 'interpreter')
        .map(({ personId }) => personId),
      witness: {
        protected: true,
        holder: people['support-officer'].personId,
        zone: 'Asia/Yangon',
        mayKnow: [people['attending-officer'].personId],
      },
    },
  );
  if (opened.status !== 201) throw new Error(`No case: ${JSON.stringify(opened.body)}`);
  const caseId = opened.body.caseId as string;
  const file = await ask(
    casesApp(contextOver(store, now)),
    actorOf(people.prosecutor),
    'GET',
    `/api/cases/${caseId}`,
  );
  const witness = (file.body.witness as { pseudonym: string }).pseudonym;
  return { store, caseId, witness, people, app: over(store), over };
}
