import * as z from 'zod';
import { role, staffRole } from '../shared/access/roles.ts';
import type { Change, Item, Key, Store } from '../shared/store/store.ts';
import { instant } from '../shared/values/instants.ts';

/** How it lies in the table: what is of a session in its partition, and in a person's own what they are called for. */

const table = 'help';
/** Seconds for which it is kept who is on call: a session is booked and moved within that time. Who was, the log says. */
const listKept = 400 * 24 * 3600;
/** Seconds for which it is kept that somebody was called; it rings for an hour at the most. */
const callKept = 2 * 24 * 3600;
const kept = (seconds: number, now: Date) => ({ expiresAt: Math.floor(now.getTime() / 1000) + seconds });

const person = z.object({ personId: z.string(), role: staffRole, pseudonym: z.string() });
export type OnCallPerson = z.infer<typeof person>;

/** Who is on call, in order. Numbers are here and nowhere else, and leave only with a message. */
const onCallItem = z.object({
  sessionId: z.string(),
  caseId: z.string(),
  version: z.int(),
  people: z.array(person.extend({ telephone: z.string().optional() })),
});
export type OnCall = z.infer<typeof onCallItem>;

const sessionPartition = (sessionId: string): string => `session#${sessionId}`;
const ownPartition = (personId: string): string => `person#${personId}`;

export const onCallKey = (sessionId: string): Key => ({
  table,
  pk: sessionPartition(sessionId),
  sk: 'on-call',
});
export const parseOnCall = (item: unknown): OnCall | undefined =>
  item === undefined ? undefined : onCallItem.parse(item);

/** The list's next state, only over the one that was read. */
export function putOnCall(before: OnCall | undefined, after: OnCall, now: Date): Change {
  const { pk, sk } = onCallKey(after.sessionId);
  return {
    kind: 'put',
    table,
    item: { ...after, pk, sk, ...kept(listKept, now) },
    when: before === undefined ? 'absent' : { version: before.version },
    onRefused: 'retry',
  };
}

/** The one alarm of one who can press it; opened again where they press after it was answered. */
const alarmItem = z.object({
  sessionId: z.string(),
  caseId: z.string(),
  /** Whose it is. */
  seat: role,
  pseudonym: z.string(),
  version: z.int(),
  since: instant,
  state: z.enum(['ringing', 'coming', 'over']),
  onCall: z.array(person),
  /** Steps that were done: text messages sent, and entered. */
  rung: z.int(),
  /** Who answered. */
  coming: person.extend({ at: instant }).optional(),
});
export type Alarm = z.infer<typeof alarmItem>;

/** By what an alarm is found. */
export interface AlarmName {
  readonly sessionId: string;
  readonly pseudonym: string;
}

export const alarmKey = ({ sessionId, pseudonym }: AlarmName): Key => ({
  table,
  pk: sessionPartition(sessionId),
  sk: `alarm#${pseudonym}`,
});
export const parseAlarm = (item: unknown): Alarm | undefined =>
  item === undefined ? undefined : alarmItem.parse(item);

/** Alarms that ring, for the sweep. */
const ringingPartition = 'ringing';
const nameItem = z.object({ sessionId: z.string(), pseudonym: z.string() });
const parseName = (item: Item): AlarmName => nameItem.parse(item);
const ringingKey = ({ sessionId, pseudonym }: AlarmName): Key => ({
  table,
  pk: ringingPartition,
  sk: `${sessionId}#${pseudonym}`,
});

/** Nobody is called by it any more; one that was opened anew meanwhile stays. */
export const forgetRinging = (alarm: AlarmName & Pick<Alarm, 'since'>): Change => ({
  kind: 'delete',
  key: ringingKey(alarm),
  when: { since: alarm.since },
  onRefused: 'retry',
});

/** Those that ring, as many as one sweep looks after. */
export const readRinging = async (store: Store, limit: number): Promise<readonly AlarmName[]> =>
  (await store.query(table, ringingPartition, { limit })).map(parseName);

/** An alarm's next state, only over the one that was read; and whether the sweep looks after it. */
export function putAlarm(before: Alarm | undefined, after: Alarm, now: Date): readonly Change[] {
  const { pk, sk } = alarmKey(after);
  const { sessionId, pseudonym } = after;
  const rings = ringingKey(after);
  return [
    {
      kind: 'put',
      table,
      item: { ...after, pk, sk, version: (before?.version ?? 0) + 1, ...kept(listKept, now) },
      when: before === undefined ? 'absent' : { version: before.version },
      onRefused: 'retry',
    },
    after.state === 'ringing'
      ? {
          kind: 'put',
          table,
          item: { pk: rings.pk, sk: rings.sk, sessionId, pseudonym, since: after.since },
          onRefused: 'retry',
        }
      : { kind: 'delete', key: rings, onRefused: 'retry' },
  ];
}

/** Nobody is called by so many at once. */
const mostCalls = 40;
const callPrefix = 'call#';

/** That somebody is called by an alarm, in their own partition. */
export const putCall = (
  { personId }: Pick<OnCallPerson, 'personId'>,
  { sessionId, pseudonym }: AlarmName,
  now: Date,
): Change => ({
  kind: 'put',
  table,
  item: {
    pk: ownPartition(personId),
    sk: `${callPrefix}${sessionId}#${pseudonym}`,
    sessionId,
    pseudonym,
    ...kept(callKept, now),
  },
  onRefused: 'retry',
});

/** What somebody was called for lately. */
export const readCalls = async (store: Store, personId: string): Promise<readonly AlarmName[]> =>
  (await store.query(table, ownPartition(personId), { prefix: callPrefix, limit: mostCalls })).map(parseName);
