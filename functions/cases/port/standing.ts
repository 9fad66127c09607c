import * as z from 'zod';
import { sharingPurposes } from '../../witnesses/consent/contract.ts';
import { aftercare } from '../../witnesses/plan/contract.ts';
import { permissionTerms } from '../../requests/permission/contract.ts';
import { role } from '../../shared/access/roles.ts';
import type { Found } from '../../shared/store/read-by-key.ts';
import type { Change, Item, Key } from '../../shared/store/store.ts';
import { instant, parseInstant, type Instant, type Interval } from '../../shared/values/instants.ts';
import { nobodyOnCall } from '../../shared/values/on-call.ts';

/**
 * The published port of `cases` on what stands for a person to be heard, once for the case: consent, risk plan, and the host
 * State's permission. Here lies how each stands now, and until when; what was said lies with the capability that wrote it.
 * A pass checks these items in its own transaction, and the doors of sessions follow them. Why it is so:
 * infra/decisions/standing-is-of-a-person.md.
 */

export const standingGates = ['permission', 'consent', 'riskPlan'] as const;
export type StandingGate = (typeof standingGates)[number];

const day = z.iso.date();

const onCallHours = z.object({
  zone: z.string(),
  weekdays: z.array(z.int()),
  from: z.string(),
  until: z.string(),
});

/** Wishes of somebody who is heard that a session keeps, or shows to whoever runs it. */
export const keptWishes = [
  'in-camera',
  'no-recording',
  'supporter',
  'altered',
  'no-picture',
  'woman-interpreter',
] as const;

export type KeptWish = (typeof keptWishes)[number];

/**
 * Whether nobody may listen who has nothing to do there: it was wished so, or to be seen and heard altered, which one room cannot
 * do for some alone.
 */
export const keepsListenersOut = (wishes: readonly KeptWish[]): boolean =>
  wishes.includes('in-camera') || wishes.includes('altered');

const standingItem = z.object({
  caseId: z.string(),
  /** Whose it is. */
  pseudonym: z.string(),
  gate: z.enum(standingGates),
  version: z.int().min(1),
  state: z.enum(['missing', 'open', 'refused']),
  recordedAt: instant,
  /** From this instant on it stands no more. */
  until: instant.optional(),
  /** The days (in UTC) on which a session must lie wholly; either end may be open. */
  days: z.strictObject({ from: day.optional(), to: day.optional() }).optional(),
  /** Sessions for which alone it stands. */
  sessions: z.array(z.string()).optional(),
  /** Whose turn it is while it is missing, where that is not whoever usually opens the gate. */
  turn: role.optional(),
  /** It rests on a text that is a draft, and was read out. */
  onDraft: z.literal(true).optional(),
  /** Of the host State's permission: days before a session by which that State wants to know of it. */
  noticeDays: z.int().optional(),
  /** Of the host State's permission: another way is to be tried before the live link. */
  waysFirst: z.literal(true).optional(),
  /** Of a risk plan: when somebody answers the silent alarm. For a session at whose time nobody does it does not stand. */
  onCall: z.array(onCallHours).optional(),
  /** Of consent: what was wished for the session itself. */
  wishes: z.array(z.enum(keptWishes)).optional(),
  /**
   * Of consent: with which agency what was told may be shared, for what, and since which version of this standing without a break.
   */
  sharing: z
    .array(z.object({ agency: z.string(), purpose: z.enum(sharingPurposes), since: z.int() }))
    .optional(),
  /** Of a risk plan: whom of the case they must never meet, see or hear, by pseudonym; also while it does not stand. */
  noContact: z.array(z.string()).optional(),
  /** Of a risk plan: who may halt beside the one who is heard and those who always may, by seat. */
  mayHalt: z.array(role).optional(),
  /**
   * Of a risk plan: what is to be done for them after they were heard, as the last plan that stood has it, and until another one
   * stands; absent where none has said.
   */
  aftercare: z.array(z.enum(aftercare)).optional(),
  /** In the place of consent: they are heard by order of the court. */
  byOrder: z.literal(true).optional(),
  /** Beside an order: they had refused, and for whatever is no hearing of a court that stands. */
  refused: z.literal(true).optional(),
  /** Of the host State's permission: what it demands of whoever holds a session (requests/port/terms.ts). */
  terms: permissionTerms.optional(),
  /** Of the entry in the case's log that says so, in base64. */
  leafHash: z.string(),
});
export type Standing = z.infer<typeof standingItem>;

const prefix = 'standing#';

export const standingKey = (caseId: string, pseudonym: string, gate: StandingGate): Key => ({
  table: 'cases',
  pk: `case#${caseId}`,
  sk: `${prefix}${pseudonym}#${gate}`,
});

/** All that stands for these persons. */
export const standingKeys = (caseId: string, pseudonyms: readonly string[]): readonly Key[] =>
  pseudonyms.flatMap((pseudonym) => standingGates.map((gate) => standingKey(caseId, pseudonym, gate)));

export const parseStanding = (item: unknown): Standing | undefined =>
  item === undefined ? undefined : standingItem.parse(item);

/** What was read of `standingKeys`; of what was never recorded there is nothing. */
export const standingsIn = (
  found: Found,
  caseId: string,
  pseudonyms: readonly string[],
): readonly Standing[] => standingKeys(caseId, pseudonyms).flatMap((key) => parseStanding(found(key)) ?? []);

/** The same from what a query of the case's whole file gave. */
export const parseStandings = (file: readonly Item[]): readonly Standing[] =>
  file.filter(({ sk }) => sk.startsWith(prefix)).flatMap((item) => parseStanding(item) ?? []);

/** Whose standing a record of the table's stream is about. @returns undefined for any other item */
export const standingOfRecord = (pk: string, sk: string) =>
  pk.startsWith('case#') && sk.startsWith(prefix)
    ? { caseId: pk.slice('case#'.length), pseudonym: sk.slice(prefix.length, sk.lastIndexOf('#')) }
    : undefined;

/**
 * Whether what stood was changed after something was decided, by nothing that was decided: a case that was opened again, a border
 * crossed. A second word on what was decided before does not bring it back.
 */
export const fellSince = (stood: Standing | undefined, decided: { readonly recordedAt: string }): boolean =>
  stood !== undefined && stood.recordedAt > decided.recordedAt;

/** What a decision makes of a standing. */
export type NewStanding = Omit<
  Standing,
  'caseId' | 'pseudonym' | 'gate' | 'version' | 'recordedAt' | 'leafHash'
>;

/** What stands, for whoever changes one thing of it and decides nothing else. */
export function asItStands(stood: Standing): NewStanding {
  const { caseId: _, pseudonym: _1, gate: _2, version: _3, recordedAt: _4, leafHash: _5, ...stands } = stood;
  return stands;
}

/**
 * The next version over the one that was read. Whom somebody must never meet stays until another list takes its place, and so does
 * what is to be done for them afterwards.
 */
export function putStanding(
  whose: Pick<Standing, 'caseId' | 'pseudonym' | 'gate'>,
  before: Standing | undefined,
  after: NewStanding & Pick<Standing, 'recordedAt' | 'leafHash'>,
): Change {
  const { table, pk, sk } = standingKey(whose.caseId, whose.pseudonym, whose.gate);
  const { caseId, pseudonym, gate } = whose;
  return {
    kind: 'put',
    table,
    item: {
      pk,
      sk,
      caseId,
      pseudonym,
      gate,
      version: (before?.version ?? 0) + 1,
      ...(before?.noContact === undefined ? {} : { noContact: before.noContact }),
      ...(before?.aftercare === undefined ? {} : { aftercare: before.aftercare }),
      ...after,
    },
    when: before === undefined ? 'absent' : { version: before.version },
    onRefused: 'retry',
  };
}

/** Holds every one of these standings as it was read, while something else happens in the same transaction. */
export const checkStandings = (
  caseId: string,
  pseudonyms: readonly string[],
  standings: readonly Standing[],
): readonly Change[] =>
  pseudonyms.flatMap((pseudonym) =>
    standingGates.map((gate): Change => {
      const read = standingAs(standings, pseudonym, gate);
      return {
        kind: 'check',
        key: standingKey(caseId, pseudonym, gate),
        when: read === undefined ? 'absent' : { version: read.version },
        onRefused: 'retry',
      };
    }),
  );

/** All that was wished by any of those whose standings these are. */
export const wishesIn = (standings: readonly Standing[]): readonly KeptWish[] => [
  ...new Set(standings.flatMap(({ gate, wishes = [] }) => (gate === 'consent' ? wishes : []))),
];

export const standingAs = (
  standings: readonly Standing[],
  pseudonym: string,
  gate: StandingGate,
): Standing | undefined => standings.find((each) => each.pseudonym === pseudonym && each.gate === gate);

/** Whether somebody who is heard wished for something. */
export const wishedBy = (standings: readonly Standing[], pseudonym: string, wish: KeptWish): boolean =>
  standingAs(standings, pseudonym, 'consent')?.wishes?.includes(wish) === true;

/** Whether one of these wishes for a woman as interpreter. @param heard their pseudonyms */
export const wishesWoman = (standings: readonly Standing[], heard: readonly string[]): boolean =>
  heard.some((pseudonym) => wishedBy(standings, pseudonym, 'woman-interpreter'));

/** When a session is, as far as a standing asks. */
export interface SessionSpan {
  readonly sessionId: string;
  readonly start: string;
  readonly end: string;
  /** Of a session on several days. */
  readonly windows?: readonly { readonly opensAt: Instant; readonly closesAt: Instant }[] | undefined;
}

/**
 * How a standing stands for a session at a moment: one that has run out, or does not name the session or its days, is
 * missing. The days are those of UTC: a permission names a day without a zone, the zones of those who are heard may be
 * secret, and UTC is the one calendar that both authorities can check.
 */
export function stateFor(
  standing: Standing | undefined,
  session: SessionSpan,
  now: Instant,
): Standing['state'] {
  if (standing === undefined) return 'missing';
  const { sessionId, start, end } = session;
  const { state, until, days, sessions, onCall } = standing;
  if (state !== 'open') return state;
  const covers =
    (until === undefined || now < until) &&
    (sessions === undefined || sessions.includes(sessionId)) &&
    (days?.from === undefined || days.from <= start.slice(0, 10)) &&
    (days?.to === undefined || lastDayOf(end) <= days.to) &&
    (onCall === undefined || nobodyOnCall(onCall, spansOf(session)) === undefined);
  return covers ? 'open' : 'missing';
}

const spansOf = ({ start, end, windows }: SessionSpan): readonly Interval[] =>
  windows?.map(({ opensAt, closesAt }) => ({ start: opensAt, end: closesAt })) ?? [
    { start: parseInstant(start), end: parseInstant(end) },
  ];

/** The last day on which a session is held. The end is no longer part of it: one that ends at midnight belongs to the day before. */
export const lastDayOf = (end: string): string => new Date(Date.parse(end) - 1).toISOString().slice(0, 10);
