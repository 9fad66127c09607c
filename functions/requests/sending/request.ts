import * as z from 'zod';
import { enterHeard, type EnteredHeard } from '../../cases/port/enter-party.ts';
import { parsePerson, personKey } from '../../directory/port/actor.ts';
import type { Staff } from '../../shared/access/roles.ts';
import { doesNotFit, Refusal } from '../../shared/refusals.ts';
import { stepFields, type Series } from '../../shared/store/numbered-series.ts';
import type { Key, Store } from '../../shared/store/store.ts';
import { countryCode } from '../../shared/values/countries.ts';
import { legalBases, type LegalBasis } from '../law/contract.ts';
import { statesOf } from '../store.ts';
import { basesFor, linesFor, type Line, type Pair } from './checklist.ts';
import { markStates } from './contract.ts';

/** How a request lies in the table: every mark and every sending an item, nothing overwritten. */

const said = {
  ...stepFields,
  /** Whom it was to be sent to: once the person is in another State, it is another request. */
  hostState: z.string(),
  pseudonym: z.string(),
};
const requestStep = z.discriminatedUnion('kind', [
  z.object({
    ...said,
    kind: z.literal('marked'),
    item: z.string(),
    state: z.enum(markStates),
    reference: z.string().optional(),
    datedOn: z.string().optional(),
  }),
  z.object({
    ...said,
    kind: z.literal('sent'),
    basis: z.enum(legalBases),
    reference: z.string(),
    sentOn: z.string(),
  }),
]);
export type RequestStep = z.output<typeof requestStep>;
type Marked = Extract<RequestStep, { kind: 'marked' }>;
type Sent = Extract<RequestStep, { kind: 'sent' }>;
export const requestSteps: Series<RequestStep> = { table: 'requests', name: 'request', item: requestStep };

/** A request as it stands towards one State. */
export interface Request {
  /** The last word on each item. */
  readonly marks: ReadonlyMap<string, Marked>;
  readonly sent?: Sent;
}

export function requestNow(steps: readonly RequestStep[], hostState: string): Request {
  const theirs = steps.filter((step) => step.hostState === hostState);
  const sent = theirs.findLast((step) => step.kind === 'sent');
  return {
    marks: new Map(theirs.flatMap((step) => (step.kind === 'marked' ? [[step.item, step] as const] : []))),
    ...(sent === undefined ? {} : { sent }),
  };
}

/** The two States by the law data; undefined where a case of before has one that it does not know. */
export function pairOf(entered: Pick<EnteredHeard, 'case' | 'witness'>, on: string): Pair | undefined {
  const { requestingState, hostState } = statesOf(entered);
  const [requesting, host] = [countryCode.safeParse(requestingState), countryCode.safeParse(hostState)];
  return requesting.success && host.success
    ? { requesting: requesting.data, host: host.data, on }
    : undefined;
}

/**
 * What it is to stand on, and the checklist for that.
 * @throws {Refusal} `does-not-fit` for a basis that the two States do not have
 */
export function checklistNow(
  pair: Pair | undefined,
  { marks, sent }: Request,
  asked: LegalBasis | undefined,
): { readonly basis?: LegalBasis; readonly bases: readonly LegalBasis[]; readonly lines: readonly Line[] } {
  if (pair === undefined) return { bases: [], lines: [] };
  const bases = basesFor(pair);
  if (asked !== undefined && !bases.includes(asked))
    throw doesNotFit(
      '/basis',
      'That instrument does not bind the two States. Choose one of those that the law page lists for them.',
    );
  const basis = asked ?? sent?.basis ?? bases[0];
  return basis === undefined ? { bases, lines: [] } : { basis, bases, lines: linesFor(pair, basis, marks) };
}

interface EnteredForRequest extends EnteredHeard {
  readonly maySend: boolean;
}

/**
 * A person to be heard, for whoever looks at the request.
 * @throws {Refusal} those of `enterHeard`
 */
export async function enterRequest(
  store: Store,
  whose: { readonly caseId: string; readonly party: string },
  staff: Staff,
  more: readonly Key[] = [],
): Promise<EnteredForRequest> {
  const own = personKey(staff.personId);
  const entered = await enterHeard(store, whose, staff, [...more, own]);
  const { role, country } = parsePerson(entered.found(own));
  return {
    ...entered,
    maySend: role === 'central-authority' && country === entered.case.requestingState,
  };
}

/**
 * The same for whoever puts it together and sends it.
 * @throws {Refusal} those of `enterRequest`; `requesting-state-sends` for an authority of another State
 */
export async function enterAsRequestingState(...by: Parameters<typeof enterRequest>): Promise<EnteredHeard> {
  const entered = await enterRequest(...by);
  if (!entered.maySend) throw new Refusal('requesting-state-sends');
  return entered;
}
