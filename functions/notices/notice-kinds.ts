import type * as z from 'zod';
import { chasedGates, type GateChase } from '../sessions/port/gates.ts';
import { noticeKinds, type noticeKind } from './contract.ts';

export type NoticeKind = z.infer<typeof noticeKind>;

/** What each kind of message is, so that nothing of a new one can be forgotten. */
interface NoticeFacts {
  /**
   * `at once`: where what holds differs from what the reader was told (next-notices.ts). `at its hour`: by the calendar
   * (dues-of-session.ts). `while missing`: at its hour, as long as something has to be seen to (drafts-of-due.ts); `while it
   * waits`: the same for each whose turn it is (turns.ts). `as the door moves`: at once, by what its gates came to (door-step.ts).
   * `for a task`: about something to do by an hour, which is no appointment (case-tasks.ts).
   */
  readonly written:
    | 'at once'
    | 'at its hour'
    | 'while missing'
    | 'while it waits'
    | 'as the door moves'
    | 'for a task';
  /** What it does in the reader's calendar. A reader who passes it on has the time from a message of his or her own. */
  readonly calendar: 'enters' | 'removes' | 'leaves';
  /** Whether it adds that the clocks change between now and then. */
  readonly addsClocks: boolean;
  /**
   * That a clock changes tells where it is. Of a place that not everybody may know, such a message is shown to those alone
   * who may, and does not stand in the log, where even its hour would tell.
   */
  readonly tellsPlace: boolean;
  /**
   * Its reader need have no seat: the session's log, which both sides read, holds a commitment to who it was, and opens to no
   * guess.
   */
  readonly sealsReader?: true;
}

const chaser = {
  written: 'while missing',
  calendar: 'leaves',
  addsClocks: false,
  tellsPlace: false,
} as const;

const byTheDoor = { written: 'as the door moves', calendar: 'leaves', tellsPlace: false } as const;

const forATask = {
  written: 'for a task',
  calendar: 'leaves',
  addsClocks: false,
  tellsPlace: false,
} as const;

export const noticeFacts = {
  confirmation: { written: 'at once', calendar: 'enters', addsClocks: true, tellsPlace: false },
  change: { written: 'at once', calendar: 'enters', addsClocks: true, tellsPlace: false },
  cancellation: { written: 'at once', calendar: 'removes', addsClocks: false, tellsPlace: false },
  release: { written: 'at once', calendar: 'removes', addsClocks: false, tellsPlace: false },
  reminder: { written: 'at its hour', calendar: 'leaves', addsClocks: true, tellsPlace: false },
  'clock-change': { written: 'at its hour', calendar: 'leaves', addsClocks: false, tellsPlace: true },
  'clock-rules': { written: 'at once', calendar: 'leaves', addsClocks: false, tellsPlace: true },
  ...(Object.fromEntries(chasedGates.map(({ chase }) => [chase, chaser])) as Record<
    GateChase,
    typeof chaser
  >),
  'room-missing': chaser,
  'your-turn': { ...byTheDoor, addsClocks: false, sealsReader: true },
  'gate-missing': { ...byTheDoor, written: 'while it waits', addsClocks: false, sealsReader: true },
  halted: { ...byTheDoor, addsClocks: false },
  resumed: { ...byTheDoor, addsClocks: true },
  task: forATask,
  'task-due': forATask,
} as const satisfies Readonly<Record<NoticeKind, NoticeFacts>>;

export const factsOf = (kind: NoticeKind): NoticeFacts => noticeFacts[kind];

type Written<When extends NoticeFacts['written']> = {
  [Kind in NoticeKind]: (typeof noticeFacts)[Kind]['written'] extends When ? Kind : never;
}[NoticeKind];

export type NewsKind = Written<'at once'>;
/** What is missing, and chased until it is there: some of the gates, and a room. */
export type ChaseKind = Written<'while missing'>;
export type HourKind = Written<'at its hour'>;
/** What waits for somebody, and is chased for each of them. */
export type TurnKind = Written<'while it waits'>;
export type DueKind = HourKind | ChaseKind | TurnKind;

export const isNews = (kind: NoticeKind): kind is NewsKind => factsOf(kind).written === 'at once';
export const isChase = (kind: NoticeKind): kind is ChaseKind => factsOf(kind).written === 'while missing';

export const chaseKinds: readonly ChaseKind[] = noticeKinds.filter(isChase);
export const isTurn = (kind: NoticeKind): kind is TurnKind => factsOf(kind).written === 'while it waits';
export const dueKinds: readonly DueKind[] = noticeKinds.filter(
  (kind): kind is DueKind => factsOf(kind).written === 'at its hour' || isChase(kind) || isTurn(kind),
);
