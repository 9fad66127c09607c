import * as z from 'zod';
import { roomRoles } from '../shared/access/roles.ts';
import { route } from '../shared/http/contract.ts';
import { countryCode } from '../shared/values/countries.ts';
import { id, pseudonym } from '../shared/values/ids.ts';
import { instant } from '../shared/values/instants.ts';
import { shownAct } from './acts/contract.ts';

export const sessionParams = z.strictObject({ sessionId: id });
export const actParams = z.strictObject({ sessionId: id, act: id });

/** Of whom, where not the only one of a seat. */
export const whose = pseudonym;

/** Under which name it is answered, ruled on or taken. */
export const entered = z.strictObject({ act: id });

/** Beside the general ones: only while the session is in its room, by whoever was let in. */
export const inRoomRefusals = [
  'outside-window',
  'room-not-open',
  'room-ended',
  'not-admitted',
  'asked-too-often',
  'too-many-entries',
] as const;

export const readHearing = route({
  method: 'GET',
  path: '/api/hearing/:sessionId',
  summary:
    'What was said and ruled today while the session was in its room, as far as it is for the caller’s seat. Whoever comes by invitation sees only what concerns them.',
  entered: 'case',
  who: roomRoles,
  params: sessionParams,
  answer: z.strictObject({
    /** The oldest first. */
    acts: z.array(shownAct),
    /** Whoever interprets asks the speaker to wait. On the accused’s side it is not said who. */
    wait: z.strictObject({ by: pseudonym.optional(), until: instant }).optional(),
    /** Who presides; nobody in an interview. */
    presiding: pseudonym.optional(),
    /** The reader’s own word counts: presides, or enters on the word of whoever does. */
    mayRule: z.literal(true).optional(),
    /** Those who can be sworn, be told their rights, and whose record is read back; for whoever may enter that. */
    heard: z.array(pseudonym).optional(),
    /** Those who interpret; for whoever may enter it, and among themselves. */
    interpreters: z.array(pseudonym).optional(),
    /** The States before whose authorities an oath can be taken; for whoever may enter one. */
    states: z.array(countryCode).optional(),
  }),
});
