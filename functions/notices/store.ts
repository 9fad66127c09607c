import * as z from 'zod';
import { role } from '../shared/access/roles.ts';
import type { Change, Item, Key } from '../shared/store/store.ts';
import { epochMs, instant, type Instant } from '../shared/values/instants.ts';
import { uiLanguage } from '../shared/values/languages.ts';
import type { HeldNews } from '../sessions/port/series-news.ts';
import { noticeKind } from './contract.ts';
import type { Notice, NoticeRef } from './notice.ts';
import type { Fallen } from './halted.ts';
import type { Told } from './next-notices.ts';
import type { Turned } from './turned.ts';

/**
 * How messages lie in the table: a partition for each session (what everybody was told, each message), the messages that
 * are not sent yet and the sessions to be looked at, both in the order of their time; people's addresses: `port/address.ts`.
 */

const table = 'notices';
const partition = (sessionId: string): string => `session#${sessionId}`;

/** Days after the end of a session for which the messages are kept; that they were sent stands in the log for good. */
const keptDays = 180;

// ---- what everybody was told ----

const span = { start: instant, end: instant } as const;
/** See when.ts. */
const when = { ...span, days: z.array(z.object(span)).optional() } as const;

const toldShape = z.object({
  seat: role,
  pseudonym: z.string(),
  personId: z.string().optional(),
  through: role.optional(),
  ...when,
  zone: z.string(),
  local: z.string(),
  sequence: z.number().int(),
  expected: z.boolean(),
  since: instant,
  halts: z.int().optional(),
});

const turnedShape = z.object({
  seat: role,
  pseudonym: z.string(),
  personId: z.string(),
  gates: z.array(z.string()),
  since: instant,
  round: z.int(),
});

const planItem = z.object({
  sessionId: z.string(),
  version: z.number().int(),
  told: z.array(toldShape),
  /** What each was told waits for them. Older plans do not say. */
  turned: z.array(turnedShape).default([]),
  /** What the gates came to; see halted.ts. */
  fallen: z.array(z.string()).default([]),
  opened: z.array(z.string()).default([]),
  /** Names of the schedules that should exist; those no longer wanted are deleted by them. */
  schedules: z.array(z.string()),
  /** When the session is looked at next; absent when nothing more can come. */
  lookAt: instant.optional(),
});

export interface Plan extends Fallen {
  readonly sessionId: string;
  readonly version: number;
  readonly told: readonly Told[];
  readonly turned: readonly Turned[];
  readonly schedules: readonly string[];
  readonly lookAt?: Instant | undefined;
}

export const planKey = (sessionId: string): Key => ({ table, pk: partition(sessionId), sk: 'plan' });

/** Nothing was told about a session that has no plan yet. */
export const parsePlan = (item: Item | undefined, sessionId: string): Plan =>
  item === undefined
    ? { sessionId, version: 0, told: [], turned: [], fallen: [], opened: [], schedules: [] }
    : planItem.parse(item);

/** Writes a plan over the version that was read, and moves the look with it. */
export function putPlan(plan: Plan, before: Plan): Change[] {
  const { pk, sk } = planKey(plan.sessionId);
  const moved = plan.lookAt !== before.lookAt;
  return [
    {
      kind: 'put',
      table,
      item: { pk, sk, ...plan, version: before.version + 1 },
      when: before.version === 0 ? 'absent' : { version: before.version },
      onRefused: 'retry',
    },
    ...(moved && before.lookAt !== undefined ? [remove(lookKey(before.lookAt, plan.sessionId))] : []),
    ...(moved && plan.lookAt !== undefined ? [put(lookKey(plan.lookAt, plan.sessionId))] : []),
  ];
}

// ---- what comes at its time ----

/** Sessions in the order in which they are to be looked at: `<instant>#<session>`. */
export const looksPartition = 'looks';
/** Messages in the order in which they may be tried again: `<instant>#<session>#<notice>`. */
export const unsentPartition = 'unsent';

const lookKey = (at: Instant, sessionId: string): Key => ({
  table,
  pk: looksPartition,
  sk: `${at}#${sessionId}`,
});

const unsentKey = ({ tryAt, sessionId, noticeId }: Notice): Key => ({
  table,
  pk: unsentPartition,
  sk: `${tryAt}#${sessionId}#${noticeId}`,
});

const seriesLook = 'series';

type Look = { readonly sessionId: string } | { readonly caseId: string } | { readonly series: string };

/** What is to be looked at: a session, a series of them, or what is to be done in a case (port/case-tasks.ts). */
export function parseLook({ sk }: Item): Look {
  const [, what = '', id] = sk.split('#');
  if (id === undefined) return { sessionId: what };
  return what === seriesLook ? { series: id } : { caseId: id };
}

/** Looks at a series as a whole when nobody can be at it any more. */
export const lookAtSeries = ({ series, until }: HeldNews): Change =>
  put({ table, pk: looksPartition, sk: `${until}#${seriesLook}#${series}` });

export function parseUnsent({ sk }: Item): Key {
  const [, sessionId = '', noticeId = ''] = sk.split('#');
  return noticeKey(sessionId, noticeId);
}

const put = ({ pk, sk }: Key): Change => ({ kind: 'put', table, item: { pk, sk }, onRefused: 'retry' });
const remove = (key: Key): Change => ({ kind: 'delete', key, onRefused: 'retry' });

// ---- messages ----

const noticeRef = z.object({ sessionId: z.string(), noticeId: z.string() });

const noticeItem = z.object({
  noticeId: z.string(),
  sessionId: z.string(),
  caseId: z.string(),
  version: z.number().int(),
  kind: noticeKind,
  seat: role,
  pseudonym: z.string(),
  personId: z.string().optional(),
  through: role.optional(),
  unlogged: z.boolean().optional(),
  audience: z.enum(['account', 'invitation', 'officer']),
  language: uiLanguage,
  zone: z.string(),
  span: z.object(when),
  before: z.object(when).optional(),
  sequence: z.number().int(),
  dueAt: instant,
  writtenAt: instant,
  state: z.enum(['sending', 'sent', 'returned', 'failed', 'unreachable']),
  tries: z.number().int(),
  tryAt: instant,
  sentAt: instant.optional(),
  fault: z.string().optional(),
  disclosures: z.record(z.string(), z.string()).optional(),
  disclosuresOfReturn: z.record(z.string(), z.string()).optional(),
  mail: z.object({ to: z.string(), mime: z.string() }).optional(),
  carries: z.array(noticeRef).optional(),
  carriedBy: noticeRef.optional(),
});

export const noticesOf = partition;
export const noticePrefix = 'notice#';
export const noticeKey = (sessionId: string, noticeId: string): Key => ({
  table,
  pk: partition(sessionId),
  sk: `${noticePrefix}${noticeId}`,
});

export const keyOf = ({ sessionId, noticeId }: NoticeRef): Key => noticeKey(sessionId, noticeId);

export const parseNotice = (item: Item): Notice => noticeItem.parse(item);

/** A new message: refused as `retry` where it is there already, so it exists once whoever writes it. */
export const putNotice = (notice: Notice): Change[] => [
  { ...writing(notice), when: 'absent' },
  ...(notice.state === 'sending' ? [put(unsentKey(notice))] : []),
];

/** The message as changed by a try, over the version that was read. */
export function moveNotice(after: Notice, before: Notice): Change[] {
  const waits = after.state === 'sending' && after.carriedBy === undefined;
  const moved = !waits || after.tryAt !== before.tryAt;
  return [
    { ...writing(after), when: { version: before.version } },
    ...(moved ? [remove(unsentKey(before))] : []),
    ...(waits && moved ? [put(unsentKey(after))] : []),
  ];
}

function writing(notice: Notice) {
  const { pk, sk } = noticeKey(notice.sessionId, notice.noticeId);
  const expiresAt = Math.floor(epochMs(notice.span.end) / 1000) + keptDays * 86_400;
  return { kind: 'put', table, item: { pk, sk, ...notice, expiresAt }, onRefused: 'retry' } as const;
}
