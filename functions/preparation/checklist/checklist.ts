import type { StaffRole } from '../../shared/access/roles.ts';
import { addMinutes, type Instant } from '../../shared/values/instants.ts';
import type { itemNames, phaseNames, tickStates } from './contract.ts';

/**
 * What is looked at before somebody is heard, by when and by whom. Source: domain notes C6, "Pre-session / test-call
 * checklist". Pure data and rules.
 */

type Phase = (typeof phaseNames)[number];
export type ItemName = (typeof itemNames)[number];

/** Minutes before the start by which what stands in a phase is to be ticked. */
const phases = {
  'two-weeks': 14 * 24 * 60,
  'one-week': 7 * 24 * 60,
  'two-days': 2 * 24 * 60,
  'an-hour': 60,
  'at-arrival': 45,
} as const satisfies Readonly<Record<Phase, number>>;

/** Who can have something to tick. */
export const tickers = [
  'support-officer',
  'clerk',
  'prosecutor',
  'attending-officer',
  'technician',
] as const satisfies readonly StaffRole[];
type Ticker = (typeof tickers)[number];

interface ChecklistItem {
  readonly phase: Phase;
  /** Who ticks it, any one of them. */
  readonly by: readonly Ticker[];
}

/** In the order in which they are looked at. */
export const checklist = {
  legalGates: { phase: 'two-weeks', by: ['clerk', 'prosecutor'] },
  interpretersConfirmed: { phase: 'two-weeks', by: ['clerk'] },
  siteVisited: { phase: 'two-weeks', by: ['support-officer', 'attending-officer'] },
  documentsSealed: { phase: 'two-weeks', by: ['prosecutor', 'clerk'] },
  rehearsedEachEnd: { phase: 'one-week', by: ['support-officer', 'clerk'] },
  backupLine: { phase: 'one-week', by: ['support-officer', 'technician'] },
  networkMeasured: { phase: 'one-week', by: ['support-officer', 'technician'] },
  framing: { phase: 'one-week', by: ['support-officer', 'technician'] },
  echo: { phase: 'one-week', by: ['support-officer', 'technician'] },
  lighting: { phase: 'one-week', by: ['support-officer', 'technician'] },
  screenPosition: { phase: 'one-week', by: ['support-officer', 'technician'] },
  eachLanguage: { phase: 'one-week', by: ['support-officer', 'clerk'] },
  delay: { phase: 'one-week', by: ['support-officer', 'technician', 'clerk'] },
  recordingTrial: { phase: 'one-week', by: ['clerk', 'technician'] },
  screenShareOff: { phase: 'one-week', by: ['clerk', 'technician'] },
  remindersLocal: { phase: 'two-days', by: ['support-officer', 'clerk'] },
  identityMethod: { phase: 'two-days', by: ['attending-officer', 'clerk'] },
  oathText: { phase: 'two-days', by: ['attending-officer', 'clerk'] },
  holyBook: { phase: 'two-days', by: ['attending-officer', 'support-officer'] },
  printedExhibits: { phase: 'two-days', by: ['prosecutor', 'clerk'] },
  supporter: { phase: 'two-days', by: ['support-officer'] },
  consentRefreshed: { phase: 'two-days', by: ['support-officer'] },
  siteOpen: { phase: 'an-hour', by: ['support-officer', 'attending-officer', 'technician'] },
  witnessArrived: { phase: 'at-arrival', by: ['support-officer', 'attending-officer'] },
  identityChecked: { phase: 'at-arrival', by: ['attending-officer', 'clerk'] },
  roomSwept: { phase: 'at-arrival', by: ['attending-officer', 'support-officer'] },
  accusedPlaced: { phase: 'at-arrival', by: ['clerk'] },
  aliasesShown: { phase: 'at-arrival', by: ['clerk', 'support-officer'] },
  nothingDialable: { phase: 'at-arrival', by: ['clerk', 'technician'] },
  interpreterBriefed: { phase: 'at-arrival', by: ['clerk', 'prosecutor'] },
  breakSigns: { phase: 'at-arrival', by: ['support-officer'] },
  dropScript: { phase: 'at-arrival', by: ['support-officer', 'clerk'] },
  backupPhone: { phase: 'at-arrival', by: ['support-officer', 'technician'] },
  recordingConfirmed: { phase: 'at-arrival', by: ['clerk'] },
  clocksCompared: { phase: 'at-arrival', by: ['clerk', 'technician'] },
} as const satisfies Readonly<Record<ItemName, ChecklistItem>>;

/** By when an item is to be ticked, of a session that starts then. */
export const dueOf = (item: ItemName, start: Instant): Instant =>
  addMinutes(start, -phases[checklist[item].phase]);

/** Whether somebody of a role ticks an item at all. */
export const ticksIt = (item: ItemName, role: string): boolean =>
  checklist[item].by.some((each) => each === role);

type TickState = (typeof tickStates)[number];

/** One tick, or that it was taken back. */
interface Tick {
  readonly item: string;
  readonly state: TickState;
  readonly reason?: string | undefined;
}

/** The last tick of an item stands; undefined where there was none. */
export const lastTick = <Each extends Tick>(ticks: readonly Each[], item: ItemName): Each | undefined =>
  ticks.findLast((each) => each.item === item);

/** Whether a tick would leave everything as it is: pressing twice, or a second person pressing, enters nothing. */
export function saysNothingNew(
  ticks: readonly Tick[],
  { item, state, reason }: Tick & { item: ItemName },
): boolean {
  const last = lastTick(ticks, item);
  return (last?.state ?? 'open') === state && last?.reason === reason;
}
