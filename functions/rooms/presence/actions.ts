/** What is entered of how certain it is who was in a room. */
import * as z from 'zod';
import { defineAction, seatName } from '../../custody/port/action.ts';
import { instant } from '../../shared/values/instants.ts';
import { kindsOfDifference, sources } from './presence.ts';

const byItself = { log: 'session', by: [{ system: 'rooms' }], authority: ['rule'] } as const;

export const kindOfRoom = z.enum(['hearing', 'screened', 'witness', 'booth', 'other']);

/** Those who say who is in a room disagree, or one of them lost something; `inferred` where the end is known by nobody's report. */
export const presenceDiffers = defineAction({
  action: 'presence.differs',
  ...byItself,
  subject: { seat: seatName },
  details: z.strictObject({
    what: z.enum(kindsOfDifference),
    room: kindOfRoom,
    connection: z.string(),
    from: instant.optional(),
    to: instant.optional(),
    /** Who said that it came, and that it went; `ours`: nobody but we, who took the room away. */
    saw: z.array(z.enum(sources)),
    sawGo: z.array(z.enum([...sources, 'ours'])),
    inferred: z.literal(true).optional(),
    /** They are in the room by another connection. */
    isThere: z.boolean(),
  }),
});

/** Nobody watched the rooms of a session that had to be watched; without `to` until it was over. */
export const presenceUnobserved = defineAction({
  action: 'presence.unobserved',
  ...byItself,
  details: z.strictObject({ from: instant, to: instant.optional() }),
});

/** Whoever is heard had no line for longer than the grace time, and is back: what was said in it is not in the record of them. */
export const presenceGap = defineAction({
  action: 'presence.gap',
  ...byItself,
  part: { 'central-authority': 'every' },
  subject: { seat: seatName },
  details: z.strictObject({ from: instant, to: instant }),
});
