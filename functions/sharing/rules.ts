import type { Standing } from '../cases/port/standing.ts';
import { Refusal } from '../shared/refusals.ts';
import { addMinutes, parseInstant, type Instant } from '../shared/values/instants.ts';
import type { SharingPurpose } from '../witnesses/consent/contract.ts';
import type { StepOf, StoredStep } from './store.ts';

/**
 * When what somebody told may go to an authority, who reads it, and what is due of it. Pure. Source: principles 21 (within fully
 * informed consent) and 22 (feedback to the source, with a care for what the police do); domain notes e 16, on speciality.
 */

const day = 24 * 60;
/** Minutes within which each is to be done. */
export const within = { receive: 3 * day, answer: 7 * day, feedback: 14 * day, tell: 7 * day } as const;

/** Of one person, about one other: more than anybody needs, so that a flood stops by itself and stops nobody else. */
const mostByOne = 120;
/** Each asking waits for an answer. */
const mostAsksByOne = 12;
/** For so many days at most the authority can say that the person is not to be told yet. */
const mostDaysUntold = 90;

const fault = (pointer: string, message: string) => new Refusal('does-not-fit', {}, [{ pointer, message }]);

/** A step of a kind by its number; undefined where there is none. */
export const stepAt = <Kind extends StoredStep['kind']>(
  steps: readonly StoredStep[],
  kind: Kind,
  number: number,
): StepOf<Kind> | undefined =>
  steps.find((each): each is StepOf<Kind> => each.kind === kind && each.number === number);

export const stepsOf = <Kind extends StoredStep['kind']>(steps: readonly StoredStep[], kind: Kind) =>
  steps.filter((each): each is StepOf<Kind> => each.kind === kind);

/** @throws {Refusal} `too-many-entries` */
export function assertNotTooMany(
  steps: readonly StoredStep[],
  personId: string,
  kind: StoredStep['kind'],
): void {
  const own = steps.filter(({ recordedBy }) => recordedBy === personId);
  const asks = kind === 'ask' ? stepsOf(own, 'ask').length : 0;
  if (own.length >= mostByOne || asks >= mostAsksByOne) throw new Refusal('too-many-entries');
}

type Consent = Pick<Standing, 'state' | 'until' | 'sharing' | 'recordedAt'> | undefined;

/** For what an authority is named by the consent that stands. An order of a court in its place names nobody. */
export const purposesFor = (consent: Consent, agencyId: string, now: Instant): readonly SharingPurpose[] =>
  namedIn(consent, now)
    .filter((each) => each.agency === agencyId)
    .map(({ purpose }) => purpose);

function namedIn(consent: Consent, now: Instant) {
  if (consent?.state !== 'open' || (consent.until !== undefined && consent.until <= now)) return [];
  return consent.sharing ?? [];
}

type Shared = Pick<StepOf<'share'>, 'to' | 'purpose' | 'consent'>;

/**
 * Since when consent for a share does not stand; undefined while it does. What fell is not brought back by a later yes: what is to
 * be read again is shared again.
 */
export function fallenSince(consent: Consent, share: Shared, now: Instant): Instant | undefined {
  const stands = namedIn(consent, now).some(
    ({ agency, purpose, since }) =>
      agency === share.to && purpose === share.purpose && since <= share.consent,
  );
  if (stands || consent === undefined) return stands ? undefined : now;
  const { state, until, recordedAt } = consent;
  return state === 'open' && until !== undefined && until <= now ? until : recordedAt;
}

/** @throws {Refusal} `not-within-consent` */
export function assertStands(consent: Consent, share: Shared, now: Instant): void {
  if (fallenSince(consent, share, now) !== undefined) throw new Refusal('not-within-consent');
}

/** How an asking stands. */
export function stateOfAsk(steps: readonly StoredStep[], { number, purpose }: StepOf<'ask'>) {
  if (purpose === 'another-case') return 'refused-by-rule' as const;
  if (stepsOf(steps, 'declined').some(({ ask }) => ask === number)) return 'declined' as const;
  return stepsOf(steps, 'share').some(({ ask }) => ask === number) ? ('shared' as const) : ('waits' as const);
}

/** @throws {Refusal} `does-not-fit` where nothing of that number waits */
export function askThatWaits(steps: readonly StoredStep[], number: number): StepOf<'ask'> {
  const ask = stepAt(steps, 'ask', number);
  if (ask === undefined || stateOfAsk(steps, ask) !== 'waits')
    throw fault('/ask', 'No asking of that number waits for an answer. Load the page again.');
  return ask;
}

/** What is to be shared. */
export interface Sharing {
  readonly information: number;
  readonly to: string;
  readonly purpose: SharingPurpose;
  readonly ask?: number | undefined;
}

/**
 * @throws {Refusal} `does-not-fit` for what was not told, what is shared so already, or an asking that asked for something else;
 * `not-within-consent` where consent does not name this authority for this purpose
 */
export function assertMayShare(
  steps: readonly StoredStep[],
  { information, to, purpose, ask }: Sharing,
  consent: Consent,
  now: Instant,
): void {
  if (stepAt(steps, 'information', information) === undefined)
    throw fault('/information', 'Nothing of that number was kept. Load the page again.');
  const asked = ask === undefined ? undefined : askThatWaits(steps, ask);
  if (asked !== undefined && (asked.agencyId !== to || asked.purpose !== purpose))
    throw fault('/ask', 'This answers an asking of another authority, or for another purpose.');
  if (!purposesFor(consent, to, now).includes(purpose)) throw new Refusal('not-within-consent');
  const again = stepsOf(steps, 'share').some(
    (each) =>
      each.information === information &&
      each.to === to &&
      each.purpose === purpose &&
      fallenSince(consent, each, now) === undefined,
  );
  if (again && asked === undefined)
    throw fault('/information', 'It is shared with this authority for this purpose already.');
}

/** A share with the reader's own authority; that of another is not there. @throws {Refusal} `does-not-fit` */
export function ownShare(
  steps: readonly StoredStep[],
  number: number,
  { agencyId }: { readonly agencyId: string },
): StepOf<'share'> {
  const share = stepAt(steps, 'share', number);
  if (share?.to !== agencyId) throw fault('/share', 'Nothing of that number is shared with you.');
  return share;
}

/** Whether somebody has confirmed receipt of a share. */
export const hasReceived = (steps: readonly StoredStep[], share: number, personId: string): boolean =>
  stepsOf(steps, 'receipt').some((each) => each.share === share && each.recordedBy === personId);

/**
 * Nobody asks twice for the same while it waits.
 * @throws {Refusal} `does-not-fit`
 */
export function assertMayAsk(
  steps: readonly StoredStep[],
  { agencyId }: { readonly agencyId: string },
  purpose: StepOf<'ask'>['purpose'],
): void {
  const waits = stepsOf(steps, 'ask').some(
    (each) => each.agencyId === agencyId && each.purpose === purpose && stateOfAsk(steps, each) === 'waits',
  );
  if (waits) throw fault('/purpose', 'Your authority has asked for this already, and it waits.');
}

/** When feedback on a use is due. */
export const feedbackDue = ({ recordedAt }: Pick<StepOf<'use'>, 'recordedAt'>): Instant =>
  addMinutes(parseInstant(recordedAt), within.feedback);

/** The day in UTC, `YYYY-MM-DD`: the zone of whoever is heard tells where they are. */
export const dayOf = (at: Instant): string => at.slice(0, 10);

/** @param until the first day on which the person may be told @throws {Refusal} `does-not-fit` */
export function assertUntil(until: string, now: Instant): void {
  if (until <= dayOf(now) || until > dayOf(addMinutes(now, mostDaysUntold * day)))
    throw fault('/mayBeTold/until', `Give a day to come, within ${mostDaysUntold} days.`);
}

/** The last word on whether the person was told of feedback; what is said of a later one on the same use is said of it too. */
export const lastTelling = (
  steps: readonly StoredStep[],
  { use, number }: Pick<StepOf<'feedback'>, 'use' | 'number'>,
) => {
  const same = stepsOf(steps, 'feedback').filter((each) => each.use === use && each.number >= number);
  const numbers = same.map((each) => each.number);
  return steps.findLast(
    (each): each is StepOf<'told'> | StepOf<'not-told-yet'> =>
      (each.kind === 'told' || each.kind === 'not-told-yet') && numbers.includes(each.feedback),
  );
};

/**
 * The person is told once, and not while the authority asks to wait.
 * @param dayAt the day where the person is, at an instant
 * @throws {Refusal} `does-not-fit`
 */
export function assertMayTell(
  steps: readonly StoredStep[],
  number: number,
  telling: { readonly is: 'told'; readonly on: string } | { readonly is: 'not-yet' },
  now: Instant,
  dayAt: (at: Date) => string,
): void {
  const feedback = stepAt(steps, 'feedback', number);
  if (feedback === undefined) throw fault('/feedback', 'There is no feedback of that number.');
  if (stepsOf(steps, 'feedback').some((each) => each.use === feedback.use && each.number > number))
    throw fault('/feedback', 'The authority has said more since. Load the page again, and read it first.');
  if (lastTelling(steps, feedback)?.kind === 'told')
    throw fault('/feedback', 'That the person was told of this is entered already.');
  if (telling.is === 'not-yet') return;
  if (waitsUntil(steps, feedback, now) !== undefined)
    throw fault(
      '/telling',
      'The authority asks that the person is not told yet. Ask it, or wait until then.',
    );
  if (telling.on > dayAt(new Date(now)) || telling.on < dayAt(new Date(feedback.recordedAt)))
    throw fault(
      '/telling/on',
      'Give the day on which they were told: since the feedback came, and not to come.',
    );
}

/** The day from which on the person may be told, where the authority asks to wait: its last word on that use counts. */
export function waitsUntil(
  steps: readonly StoredStep[],
  { use }: Pick<StepOf<'feedback'>, 'use'>,
  now: Instant,
): string | undefined {
  const last = stepsOf(steps, 'feedback').findLast((each) => each.use === use);
  const until = last?.notYet?.until;
  return until !== undefined && until > dayOf(now) ? until : undefined;
}
