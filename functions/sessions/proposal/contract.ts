import * as z from 'zod';
import { partyRole, role } from '../../shared/access/roles.ts';
import { id, pseudonym } from '../../shared/values/ids.ts';
import { anyDay } from '../../shared/values/instants.ts';
import { interpretingMode } from '../../shared/values/interpreting.ts';
import { sessionKinds } from '../port/kind-names.ts';
import { overrideName, overrideNames } from '../../shared/values/overrides.ts';
import { zoneName } from '../../shared/values/zones.ts';

/**
 * What is to be booked: when, who and where. Searching, previewing and booking take it whole; what changes a session that
 * is booked takes the fields of it that become others.
 */

/** What is booked. Each kind has its seats, its gates, and those who may book it: see port/kinds.ts. */
export const sessionKind = z.enum(sessionKinds);

/** Local wall time `YYYY-MM-DDTHH:mm`; the zone says where, the offset which one when it comes twice. */
const localTime = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/, 'Not a wall time: give YYYY-MM-DDTHH:mm.')
  // A day that no calendar has is refused where the time is understood.
  .meta({ pattern: `^${anyDay}T(?:[01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d)?$`, examples: ['2027-03-02T09:00'] });
const offset = z.string().regex(/^[+-]\d{2}:\d{2}$/);

/** When the first part of a day begins. */
const day = z.strictObject({ local: localTime, offset: offset.optional() });

/** All days of a session, in order, each with the same parts. */
export const days = z.array(day).min(1).max(30);

/** Minutes; 5 minutes to 12 hours. */
export const minutes = z.number().int().min(5).max(720);

/** Whose time a part of a session takes: a seat, or the rooms. */
export const placeName = z.enum([...role.options, 'room']);

/** A part of one day, in minutes after the day's beginning: time with her before, the hearing, time with her after. */
export const part = z.strictObject({
  kind: z.enum(['pre', 'main', 'post']),
  at: z.number().int().min(0).max(720),
  minutes,
  /** Who must be there before or after; unless said, whoever is with the witness. The main part needs everybody. */
  needs: z.array(placeName).min(1).max(20).optional(),
});

/** What can be said of interpreting where nobody interprets. */
export const interpretingSaid = z.literal('not-needed');

/** A hearing can have rooms for the court, each who is heard, an accused in prison, counsel, interpreters. */
export const mostRooms = 8;

export const mostInterpreters = 6;

const ids = (most: number) => z.array(id).min(1).max(most);

/** Who is to have a seat: people by their ids in the directory, whoever is heard and other parties by their pseudonym in the case. */
export const seatChosen = z.discriminatedUnion('seat', [
  z.strictObject({ seat: z.literal('witness'), ids: z.array(pseudonym).length(1) }),
  z.strictObject({ seat: partyRole, ids: z.array(pseudonym).min(1).max(16) }),
  z.strictObject({ seat: z.literal('interpreter'), ids: ids(mostInterpreters) }),
  z.strictObject({
    /** Of several judges the first presides. */
    seat: z.enum([
      'prosecutor',
      'clerk',
      'support-officer',
      'attending-officer',
      'central-authority',
      'judge',
      'defence-counsel',
      'victim-counsel',
      'custody-officer',
      'technician',
    ]),
    ids: ids(16),
  }),
]);

/** Why something is set aside. */
export const overrideReason = z.enum([
  'agreed-by-all',
  'only-time-of-the-court',
  'only-time-of-the-witness',
  'protection-of-the-witness',
  'time-limit-of-the-law',
  'other',
]);
const override = z.strictObject({ what: overrideName, reason: overrideReason });

export const proposal = z.strictObject({
  caseId: id,
  kind: sessionKind,
  /** The venue's: by its wall clock the days begin. */
  zone: zoneName,
  days,
  parts: z.array(part).min(1).max(3),
  /** Each seat once. While a session is only thought of, whoever is not chosen yet is left out. */
  seats: z.array(seatChosen).max(20),
  rooms: z.array(id).max(mostRooms).optional(),
  /** How is interpreted, for how long interpreters can work without others; consecutive unless said. */
  mode: interpretingMode.optional(),
  /**
   * That everybody understands one another. It must be said where a session could have an interpreter and nobody interprets,
   * so that nobody is left without one by an oversight.
   */
  interpreting: interpretingSaid.optional(),
  overrides: z.array(override).max(overrideNames.length).optional(),
});

/** Fields that some change of a session takes by themselves. */
export const { zone, overrides } = proposal.shape;
