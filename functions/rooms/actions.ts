/** What this capability enters in the log of a session: what happened in its room. */
import * as z from 'zod';
import { roomRoles } from '../shared/access/roles.ts';
import { defineAction, seatName } from '../custody/port/action.ts';
import { instant } from '../shared/values/instants.ts';
import { pseudonym } from '../shared/values/ids.ts';
import { interpretingMode } from '../shared/values/interpreting.ts';
import { device, intrusion, picturesOnLine, takesPart, waysOfIdentifying, whyPutOut } from './contract.ts';

/** Rises each time the room is replaced. */
const epoch = z.int().min(0);
const inRoom = z.strictObject({ epoch });

/** By whoever has a seat: staff by their role, guests by their invitation. */
const bySeat = {
  log: 'session',
  by: roomRoles,
  authority: ['role', 'invitation'],
  /** Of a session in which they sit no more: what they did there. */
  part: {
    'support-officer': 'theirs',
    'attending-officer': 'theirs',
    'defence-counsel': 'theirs',
    'victim-counsel': 'theirs',
  },
} as const;

export const seatArrived = defineAction({ action: 'seat.arrived', ...bySeat, details: device });
/** What somebody's own page says that their line carries. */
export const lineTold = defineAction({
  action: 'seat.line-told',
  ...bySeat,
  details: z.strictObject({ pictures: picturesOnLine }),
});
export const passMinted = defineAction({
  action: 'pass.minted',
  ...bySeat,
  details: z.strictObject({ epoch, doorVersion: z.int(), seconds: z.int() }),
});
export const roomPaused = defineAction({ action: 'room.paused', ...bySeat });
/** A pause that says: do not ask her to go on. */
export const roomStopped = defineAction({ action: 'room.stopped', ...bySeat });
/** One seat lets go; `goesOn` when it was the last that paused. */
export const roomResumed = defineAction({
  action: 'room.resumed',
  ...bySeat,
  details: z.strictObject({ goesOn: z.boolean(), epoch, onWordOf: z.literal('judge').optional() }),
});

/** Whoever is heard takes part today or does not. */
export const todaySaid = defineAction({
  action: 'witness.said-today',
  log: 'session',
  by: ['witness', 'support-officer'],
  authority: ['role', 'invitation'],
  subject: { seat: seatName },
  details: z.strictObject({ takesPart }),
});

/** Whoever permitted a session follows whether it is held; counsel too whose client was there without them. */
const whenHeld = {
  'central-authority': 'every',
  'defence-counsel': 'every',
  'victim-counsel': 'every',
} as const;
/** That somebody was let in or put out: for their own counsel, who was not there. */
const ofClient = { 'defence-counsel': 'theirs', 'victim-counsel': 'theirs' } as const;

/**
 * It was found who came: the one who is to be heard, and how, or somebody else. What was seen is sealed; the day is that of the
 * window of the rooms.
 */
const whoCame = {
  log: 'session',
  by: ['attending-officer', 'clerk'],
  authority: ['role'],
  subject: { seat: seatName },
  part: { 'central-authority': 'every', 'attending-officer': 'theirs' },
} as const;
export const identityEstablished = defineAction({
  action: 'identity.established',
  ...whoCame,
  details: z.strictObject({ how: z.enum(waysOfIdentifying), opensAt: instant }),
  maySeal: ['detail'],
});
export const identityOfAnother = defineAction({
  action: 'identity.other-person',
  ...whoCame,
  details: z.strictObject({ opensAt: instant }),
  maySeal: ['detail'],
});

/** By whoever runs the session. */
const runs = ['clerk', 'judge', 'support-officer'] as const;
const byWhoRuns = { log: 'session', by: runs, authority: ['role'], details: inRoom } as const;

export const roomOpened = defineAction({
  action: 'room.opened',
  part: whenHeld,
  ...byWhoRuns,
});
/**
 * By whoever runs it; or by itself, where somebody in it may not be there any more by a plan, of which it says neither whom it
 * names nor whom it put out: the plan is in the case's log.
 */
export const roomRenewed = defineAction({
  action: 'room.renewed',
  log: 'session',
  by: [...runs, { system: 'rooms' }],
  authority: ['role', 'rule'],
  details: z.strictObject({ epoch, caseEntries: z.array(z.string()).optional() }),
});
export const sessionEnded = defineAction({
  action: 'session.ended',
  part: whenHeld,
  ...byWhoRuns,
});
export const seatAdmitted = defineAction({
  action: 'seat.admitted',
  part: ofClient,
  ...byWhoRuns,
  subject: { seat: seatName },
});
export const seatRemoved = defineAction({
  action: 'seat.removed',
  part: ofClient,
  ...byWhoRuns,
  subject: { seat: seatName },
  details: z.strictObject({ epoch, why: whyPutOut.optional() }),
});

export const invitationIssued = defineAction({
  action: 'invitation.issued',
  log: 'session',
  by: ['clerk', 'support-officer'],
  authority: ['role'],
  subject: { seat: seatName },
  /** `again`: an earlier one ended with it. */
  details: z.strictObject({ again: z.boolean() }),
});

const guests = [
  'witness',
  'interpreter',
  'accused',
  'guardian',
  'support-person',
  'expert',
  'observer',
] as const;
const byGuest = { log: 'session', by: guests, authority: ['invitation'] } as const;

export const invitationRedeemed = defineAction({ action: 'invitation.redeemed', ...byGuest });
/** Somebody with link and PIN on a second device; refused. */
export const invitationSecondDevice = defineAction({ action: 'invitation.second-device', ...byGuest });

export const alarmAcknowledged = defineAction({
  action: 'alarm.acknowledged',
  log: 'session',
  by: runs,
  authority: ['role'],
  details: z.strictObject({ alarms: z.int().min(1) }),
});

const byItself = { log: 'session', by: [{ system: 'rooms' }], authority: ['rule'] } as const;

/** The last try with a link was used up. Whoever has the seat by it already keeps it. */
export const invitationTriedOut = defineAction({
  action: 'invitation.tried-out',
  ...byItself,
  subject: { seat: seatName },
  details: z.strictObject({ tries: z.int().min(1), redeemed: z.boolean() }),
});

export const roomClosed = defineAction({
  action: 'room.closed',
  part: whenHeld,
  ...byItself,
  details: z.strictObject({ epoch, hoursOver: z.boolean() }),
});
/** The attending officer went, without whom the host State lets nobody speak: the room is taken away until they are back. */
export const roomOfficerLeft = defineAction({
  action: 'room.officer-left',
  /** A term of the host State's permission. */
  part: whenHeld,
  ...byItself,
  details: inRoom,
});
/** Whoever interprets went: the room is taken away until they are back, and the last answer is to be given again. */
export const roomInterpreterLeft = defineAction({
  action: 'room.interpreter-left',
  ...byItself,
  details: z.strictObject({ epoch, repeat: z.literal('last-answer') }),
});
/** Whoever interprets has worked longer without a rest than they can; minutes. It warns, and cuts nobody off. */
export const interpreterLimitReached = defineAction({
  action: 'interpreter.limit-reached',
  ...byItself,
  subject: { interpreter: pseudonym },
  details: z.strictObject({ mode: interpretingMode, minutes: z.int(), limit: z.int() }),
});
/** Somebody in it may not be there any more by order of the court: they are out, and the others have another room. */
export const seatKeptApart = defineAction({
  action: 'seat.kept-apart',
  ...byItself,
  subject: { seat: seatName },
  details: z.strictObject({ epoch, caseEntries: z.array(z.string()) }),
});
export const roomLost = defineAction({ action: 'room.lost', ...byItself, details: inRoom });
/** An intruder was met, and everybody else was given another room; the seat whose pass it was is out. */
export const roomIntruded = defineAction({
  action: 'room.intruded',
  ...byItself,
  details: z.strictObject({ kind: intrusion, seat: seatName.optional(), epoch }),
});
export const seatReplaced = defineAction({
  action: 'seat.replaced',
  ...byItself,
  details: z.strictObject({ former: z.array(pseudonym).min(1), epoch }),
});

/**
 * What the media server reports, by the seat it is about where that is known. Its words and ids are entered as they come:
 * a newer server may have others.
 */
const reported = {
  log: 'session',
  by: [...roomRoles, { system: 'media-server' }],
  authority: ['rule'],
  details: z.strictObject({
    event: z.string(),
    /** Tells presence apart: events that are seconds apart arrive in any order. */
    connection: z.string().optional(),
    reason: z.string().optional(),
    track: z.string().optional(),
    kind: z.string().optional(),
    source: z.string().optional(),
  }),
} as const;

export const mediaRoomStarted = defineAction({ action: 'media.room-started', ...reported });
export const mediaRoomFinished = defineAction({ action: 'media.room-finished', ...reported });
export const mediaJoined = defineAction({ action: 'media.joined', ...reported });
export const mediaLeft = defineAction({ action: 'media.left', ...reported });
export const mediaConnectionAborted = defineAction({ action: 'media.connection-aborted', ...reported });
export const mediaTrackPublished = defineAction({ action: 'media.track-published', ...reported });
export const mediaTrackUnpublished = defineAction({ action: 'media.track-unpublished', ...reported });
/** Somebody in a room of ours whom we let in nowhere: an alarm. */
export const mediaUnknownParticipant = defineAction({ action: 'media.unknown-participant', ...reported });
/** An event that we have no word for: nothing is left out. */
export const mediaOther = defineAction({ action: 'media.other', ...reported });
