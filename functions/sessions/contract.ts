import * as z from 'zod';
import { role } from '../shared/access/roles.ts';
import { route } from '../shared/http/contract.ts';
import { id } from '../shared/values/ids.ts';
import { instant } from '../shared/values/instants.ts';
import { interpretingMode } from '../shared/values/interpreting.ts';
import { sessionKind } from './proposal/contract.ts';
import { gateNames, onlyNames } from './port/gates.ts';

export const sessionParams = z.strictObject({ sessionId: id });

export const gateName = z.enum(gateNames);

/**
 * `missing`: not there yet. `refused`: decided against; the session stays closed unless it is decided anew. `untested`: of a
 * rehearsal nothing is known; that keeps no door closed, and is no yes.
 */
export const gateState = z.enum(['missing', 'open', 'refused', 'untested']);

/** Who somebody is who is heard, as it was found on the spot. `other-person`: whoever came is not the one who is to be heard. */
export const identityFound = z.enum(['established', 'other-person']);
/** `asked`: the host State demands it, and nobody has established it on this day. */
export const identityState = z.enum(['asked', ...identityFound.options]);

/** Why a gate that is missing is set aside. */
export const asideReason = z.enum([
  'said-orally',
  'nobody-can-come',
  'known-to-all',
  'danger-in-delay',
  'agreed-by-all-sides',
  'other',
]);

/** Who of a role alone may open a gate. */
export const gateOnly = z.enum(onlyNames);

/** `accused-side`: what holds where nobody ordered otherwise. `client`: of counsel whose client has no seat. */
export const whyKeptOut = ['client', 'accused-side', 'order', 'plan', 'in-camera'] as const;

/**
 * Who of those who have a seat is not in the room that the others sit in, and why, as far as the reader may know; `unsaid`:
 * beside them there is somebody of whom only the one who holds contact may be asked.
 */
export const oneRoom = z.strictObject({
  keptOut: z.array(
    z.strictObject({
      seat: role,
      pseudonym: z.string(),
      why: z.enum(whyKeptOut),
      /** Before a court: they see and hear it from a room of their own. Without it they are not let in at all. */
      ownRoom: z.literal(true).optional(),
    }),
  ),
  unsaid: z.boolean(),
});

/** `not-needed`: nobody is heard or visited. A missing room closes no door; it is chased. */
export const roomState = z.enum(['missing', 'booked', 'not-needed']);

export const openPoint = z.strictObject({
  gate: gateName,
  state: gateState,
  turn: role,
  /** It is missing, and was set aside: it does not keep the door closed. */
  aside: z.literal(true).optional(),
});

/** One seat's time, as far as the viewer may know it. */
export const seatTime = z.strictObject({
  seat: role,
  pseudonym: z.string().optional(),
  /** Of several judges the one who presides. */
  presides: z.literal(true).optional(),
  label: z.string().optional(),
  /** Whether that person or thing is free; absent once the session is booked. */
  availability: z.enum(['available', 'booked']).optional(),
  /** When the seat must be there, where that is not from beginning to end; the time below is then that of its start. */
  needed: z.strictObject({ start: instant, end: instant }).optional(),
  /** Absent where the viewer must not know: the row then says available or not, and nothing more. */
  time: z.strictObject({ zone: z.string(), local: z.string(), offset: z.string() }).optional(),
  /** True when that seat's calendar date differs from the venue's. */
  dateDiffers: z.boolean().optional(),
});

/** `held`: tentative, until it is confirmed. `expired`: a hold that nobody confirmed. */
export const sessionStatus = z.enum(['held', 'expired', 'booked', 'ready', 'ended', 'cancelled']);

/** Why a session is called off. */
export const cancellationReason = z.enum([
  'not-needed',
  'witness-unwell',
  'not-permitted',
  'other-date',
  'other',
]);

/** Seats whose holder can be replaced; the attending officer is named anew by the host State. */
export const replaceable = z.enum([
  'prosecutor',
  'clerk',
  'support-officer',
  'interpreter',
  'judge',
  'defence-counsel',
  'victim-counsel',
  'custody-officer',
  'technician',
]);

/** Why a seat is given to somebody else. */
export const replacementReason = z.enum([
  'ill',
  'not-available',
  'conflict-of-interest',
  'asked-by-the-witness',
  'other',
]);

export const sessionRow = z.strictObject({
  sessionId: id,
  caseId: id,
  kind: sessionKind,
  status: sessionStatus,
  /** Of a hold: when it ends by itself. */
  heldUntil: instant.optional(),
  start: instant,
  end: instant,
  /** The venue: its wall time is the intent. */
  venue: z.strictObject({ zone: z.string(), local: z.string(), offset: z.string(), zoneTable: z.string() }),
  /** Of a trial that takes several sessions: the series that this one is of. */
  series: id.optional(),
});

export const listSessions = route({
  method: 'GET',
  path: '/api/sessions',
  summary:
    'The sessions of a case, soonest first; for counsel those in which they sit or whom they represent.',
  entered: 'case',
  who: [
    'prosecutor',
    'clerk',
    'support-officer',
    'attending-officer',
    'central-authority',
    'auditor',
    'judge',
    'defence-counsel',
    'victim-counsel',
  ],
  query: z.strictObject({ caseId: id }),
  answer: z.strictObject({ sessions: z.array(sessionRow) }),
  refusals: ['not-found'],
});

export const roomShown = z.strictObject({ roomId: id, label: z.string(), city: z.string() });

/** What waits for somebody: a gate that is theirs to open, or a hold that is theirs to confirm. */
export const wait = z.enum([...gateNames, 'confirmation']);

/** A session on somebody's own list. */
export const ownSession = sessionRow.extend({
  /** The case's, by which the office knows it. */
  reference: z.string(),
  opensAt: instant,
  closesAt: instant,
  days: z.array(z.strictObject({ start: instant, end: instant })),
  /** Absent where there is something to do, but no seat. */
  mySeat: role.optional(),
  /** Of everybody who has a seat. */
  pseudonyms: z.array(z.string()),
  rooms: z.array(roomShown.partial()),
  waits: z.array(wait),
});

export const listOwnSessions = route({
  method: 'GET',
  path: '/api/sessions/own',
  summary:
    'The sessions in which the caller has a seat or has something to do, soonest first, from a month ago on.',
  entered: 'case',
  who: [
    'prosecutor',
    'clerk',
    'support-officer',
    'attending-officer',
    'central-authority',
    'auditor',
    'judge',
    'defence-counsel',
    'victim-counsel',
    'custody-officer',
    'technician',
  ],
  answer: z.strictObject({ sessions: z.array(ownSession) }),
});

const partRow = z.strictObject({ kind: z.enum(['pre', 'main', 'post']), start: instant, end: instant });

export const readSession = route({
  method: 'GET',
  path: '/api/sessions/:sessionId',
  summary: 'One session: times per seat, and each open point with whose turn it is.',
  entered: 'case',
  who: [
    'prosecutor',
    'clerk',
    'support-officer',
    'attending-officer',
    'central-authority',
    'auditor',
    'judge',
    'defence-counsel',
    'victim-counsel',
    'custody-officer',
    'technician',
  ],
  params: sessionParams,
  answer: sessionRow.extend({
    /** Raised with each change of time or place. */
    sequence: z.number().int(),
    /** The rooms admit people from and until these instants; on several days, see `days`. */
    opensAt: instant,
    closesAt: instant,
    days: z.array(z.strictObject({ local: z.string(), offset: z.string(), parts: z.array(partRow) })),
    /** How is interpreted, where it was said. */
    mode: interpretingMode.optional(),
    seats: z.array(seatTime),
    /** Of a room whose place the viewer must not know nothing but that there is one. */
    rooms: z.array(roomShown.partial()),
    roomState,
    gates: z.array(
      openPoint.extend({
        /** Who of that role alone. */
        only: gateOnly.optional(),
        /** The one who reads may open it. */
        mine: z.boolean(),
        /** It is the turn of the one who reads. */
        myTurn: z.boolean(),
        /** Those who are heard by order of the court, which stands in the place of their consent. */
        byOrder: z.array(z.string()).optional(),
      }),
    ),
    mySeat: role.optional(),
    /** The one who reads is of no court of another State than the one whose hearing it is: those change nothing of it. */
    ownCourt: z.boolean(),
  }),
});
