/** What this capability enters in the log of a session. The venue, and which rooms, are sealed: they tell where people are. */
import * as z from 'zod';
import { defineAction, seatName } from '../custody/port/action.ts';
import { id, pseudonym } from '../shared/values/ids.ts';
import { instant } from '../shared/values/instants.ts';
import { interpretingMode } from '../shared/values/interpreting.ts';
import { overrideName } from '../shared/values/overrides.ts';
import { movingGates } from './port/standing.ts';
import {
  asideReason,
  cancellationReason,
  gateName,
  gateState,
  replaceable,
  replacementReason,
} from './contract.ts';
import { interpretingSaid, overrideReason, sessionKind } from './proposal/contract.ts';

const zoneTable = z.string();
/** What was set aside and why; not for whom, since an hour that is unsociable for one seat tells its zone. */
const setAside: z.ZodType<string, string> = z.templateLiteral([overrideName, ': ', overrideReason]);
const overrides = z.array(setAside).optional();
/** Whose word a change had shortly before the start. */
const approvedBy = seatName.optional();

/** Whoever runs sessions of one kind or another. */
const runs = {
  log: 'session',
  /** Whoever permitted a session follows when it is held, and on which terms; counsel when their client was; others what named them. */
  part: {
    'support-officer': 'theirs',
    'central-authority': 'every',
    'attending-officer': 'theirs',
    'defence-counsel': 'theirs',
    'victim-counsel': 'theirs',
  },
  by: ['prosecutor', 'support-officer', 'central-authority', 'clerk', 'judge'],
  authority: ['role'],
  subject: { session: id },
} as const;

const booking = z.strictObject({
  kind: sessionKind,
  mode: interpretingMode.optional(),
  interpreting: interpretingSaid.optional(),
  start: instant,
  end: instant,
  /** The start of each day, where there are several. */
  days: z.array(instant).min(2).optional(),
  zoneTable,
  seats: z.array(seatName),
  overrides,
});

/**
 * A gate followed what stands for the case. Why, and what was said, stands in the case's log alone: here are the leaf hashes of
 * its entries, by which the two can be laid beside each other.
 */
export const gateMoved = defineAction({
  action: 'gate.moved',
  part: { 'central-authority': 'every' },
  log: 'session',
  by: [{ system: 'sessions' }],
  authority: ['rule'],
  subject: { session: id },
  details: z.strictObject({
    gate: z.enum(movingGates),
    /** `not-needed`: by as what they are heard, nobody is asked any more. */
    state: gateState.or(z.literal('not-needed')),
    caseEntries: z.array(z.string()),
  }),
});

/** What a log of a session says of a gate that was set aside: which, and where the case's log says by whom and why. */
const ofAside = z.strictObject({ gate: gateName, caseEntries: z.array(z.string()) });

/** A named power sets a missing gate aside, or takes that back. Which session it was for, and why, stands in the case's log. */
const asideInCase = {
  log: 'case',
  part: { 'support-officer': 'theirs', 'central-authority': 'theirs', 'attending-officer': 'theirs' },
  by: ['judge', 'central-authority'],
  authority: ['role'],
  subject: { session: id },
} as const;

export const gateSetAside = defineAction({
  action: 'gate.set-aside',
  ...asideInCase,
  details: z.strictObject({ gate: gateName, reason: asideReason }),
  sealed: ['words'],
});
export const gateRestored = defineAction({
  action: 'gate.restored',
  ...asideInCase,
  details: z.strictObject({ gate: gateName }),
});

const asideInSession = {
  log: 'session',
  part: { 'central-authority': 'every' },
  by: ['judge', 'central-authority'],
  authority: ['role'],
  subject: { session: id },
  details: ofAside,
} as const;

export const gateAside = defineAction({ action: 'gate.aside', ...asideInSession });
export const gateAsideEnded = defineAction({ action: 'gate.aside-ended', ...asideInSession });
/** What it was set aside for is not what stands any more: it closes the door again. */
export const gateAsideFell = defineAction({
  action: 'gate.aside-fell',
  ...asideInSession,
  by: [{ system: 'sessions' }],
  authority: ['rule'],
});
/**
 * Who may come into the one room is another than before. Who, and why, stands in the case's log alone; here are the leaf hashes
 * of the court's orders that are about this session. What a risk plan asks is not named at all.
 */
export const apartMoved = defineAction({
  action: 'apart.moved',
  log: 'session',
  by: [{ system: 'sessions' }],
  authority: ['rule'],
  subject: { session: id },
  details: z.strictObject({ caseEntries: z.array(z.string()) }),
});

export const sessionHeld = defineAction({
  action: 'session.held',
  ...runs,
  details: booking.extend({ heldUntil: instant }),
  sealed: ['venue'],
});

/** Booked at once, or out of a hold, whose entry has said the rest. */
export const sessionBooked = defineAction({
  action: 'session.booked',
  ...runs,
  details: z.union([booking, z.strictObject({ start: instant, end: instant, from: z.literal('hold') })]),
  maySeal: ['venue'],
});

const timeChanged = {
  ...runs,
  details: z.strictObject({
    /** Start and end, before and after. */
    from: z.array(instant).length(2),
    to: z.array(instant).length(2),
    zoneTable,
    overrides,
    approvedBy,
  }),
  sealed: ['venue'],
} as const;

export const sessionMoved = defineAction({ action: 'session.moved', ...timeChanged });
export const sessionLengthChanged = defineAction({ action: 'session.length-changed', ...timeChanged });
export const sessionRestored = defineAction({ action: 'session.restored', ...timeChanged });

/** Kept at its wall time, which new rules make another instant. */
export const sessionRetimed = defineAction({
  action: 'session.retimed',
  part: { 'central-authority': 'every', 'defence-counsel': 'theirs', 'victim-counsel': 'theirs' },
  log: 'session',
  by: [{ system: 'sessions' }],
  authority: ['rule'],
  subject: { session: id },
  details: z.strictObject({
    from: z.array(instant).length(2),
    to: z.array(instant).length(2),
    zoneTableBefore: zoneTable,
    zoneTable,
  }),
  sealed: ['venue'],
});

const calledOff = {
  ...runs,
  details: z.strictObject({ reason: cancellationReason }),
} as const;

export const sessionCancelled = defineAction({ action: 'session.cancelled', ...calledOff });
/** A hold that was let go. */
export const sessionReleased = defineAction({ action: 'session.released', ...calledOff });

const linked = { ...runs, details: z.strictObject({ series: id }) } as const;

/** It is one of several sessions of one trial from now on. */
export const sessionLinked = defineAction({ action: 'session.linked', ...linked });
export const sessionUnlinked = defineAction({ action: 'session.unlinked', ...linked });

export const sessionRoomsSet = defineAction({
  action: 'session.rooms-set',
  ...runs,
  details: z.strictObject({
    rooms: z.int().min(0),
    added: z.int().min(0),
    removed: z.int().min(0),
    approvedBy,
  }),
  sealed: ['rooms'],
});

export const attendingOfficerNamed = defineAction({
  action: 'attending-officer.named',
  ...runs,
  by: ['central-authority'],
  details: z.strictObject({ officer: pseudonym, inPlaceOf: pseudonym.optional(), overrides, approvedBy }),
});

export const participantReplaced = defineAction({
  action: 'participant.replaced',
  ...runs,
  by: ['prosecutor', 'clerk', 'support-officer', 'judge'],
  details: z.strictObject({
    seat: replaceable,
    participant: pseudonym,
    inPlaceOf: pseudonym,
    reason: replacementReason,
    overrides,
    approvedBy,
  }),
});

/** One more interprets, and nobody is replaced. */
export const interpreterAdded = defineAction({
  action: 'interpreter.added',
  ...runs,
  by: ['prosecutor', 'clerk', 'support-officer', 'judge'],
  details: z.strictObject({ participant: pseudonym, overrides, approvedBy }),
});

/** How is interpreted from then on. */
export const interpretingModeChanged = defineAction({
  action: 'interpreting.mode-changed',
  ...runs,
  by: ['prosecutor', 'clerk', 'support-officer', 'judge'],
  details: z.strictObject({ from: interpretingMode, to: interpretingMode, overrides }),
});

/** Of what, and not to when or whom: the change itself has an entry, and says so there. */
export const sessionChangeApproved = defineAction({
  action: 'session.change-approved',
  ...runs,
  by: ['prosecutor', 'clerk', 'support-officer', 'judge'],
  details: z.strictObject({
    what: z.enum([
      'replacement',
      'attending-officer',
      'another-interpreter',
      'move',
      'length',
      'restoration',
      'rooms',
    ]),
    until: instant,
    /** What may be set aside for it. */
    setAside: z.array(overrideName).min(1).optional(),
  }),
});
