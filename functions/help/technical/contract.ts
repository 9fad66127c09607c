import * as z from 'zod';
import { role, roomRoles, staffRole } from '../../shared/access/roles.ts';
import { route } from '../../shared/http/contract.ts';
import { id, pseudonym } from '../../shared/values/ids.ts';
import { instant } from '../../shared/values/instants.ts';
import { device, phase, seatState } from '../../rooms/contract.ts';
import { helpState } from '../alarm/contract.ts';

/** The technician, whoever runs the session, and the support officer, who sits beside whoever is heard. */
export const helpers = ['technician', 'clerk', 'judge', 'support-officer'] as const;

/** What does not work, as far as somebody can say. */
export const troubles = ['sound', 'picture', 'line', 'device'] as const;

const sessionParams = z.strictObject({ sessionId: id });

export const askTechnical = route({
  method: 'POST',
  path: '/api/help/:sessionId/technical-calls',
  summary:
    'Asks for help with sound, picture, line or device. While it is asked, asking again changes nothing.',
  who: roomRoles,
  params: sessionParams,
  body: z.strictObject({ what: z.enum(troubles).optional() }),
  answer: z.strictObject({ help: helpState }),
  status: 201,
  refusals: ['room-ended', 'hold-not-confirmed'],
});

export const readOwnTechnical = route({
  method: 'GET',
  path: '/api/help/:sessionId/technical-calls/own',
  summary: 'Whether somebody comes to help the caller with their device. It leaves no trace.',
  who: roomRoles,
  params: sessionParams,
  answer: z.strictObject({ help: helpState }),
});

const technicalCall = z.strictObject({
  seat: role,
  pseudonym: z.string(),
  since: instant,
  what: z.enum(troubles).optional(),
  /** Where they are: on their way, at the door, let in. */
  at: seatState,
  /** What their device check found. */
  device: device.optional(),
  coming: z
    .strictObject({ role: staffRole, pseudonym: z.string(), at: instant, mine: z.boolean() })
    .optional(),
});

const technicalCalls = z.strictObject({ phase, calls: z.array(technicalCall) });

export const listTechnical = route({
  method: 'GET',
  path: '/api/help/:sessionId/technical-calls',
  summary:
    'Who asks for help with their device, with what is known of device and room; no media, no names. Pages ask again and again.',
  who: helpers,
  params: sessionParams,
  answer: technicalCalls,
});

export const answerTechnical = route({
  method: 'POST',
  path: '/api/help/:sessionId/technical-answers',
  summary: 'One of those who help sees to it, and then says that it is done.',
  who: helpers,
  params: sessionParams,
  body: z.strictObject({ pseudonym, state: z.enum(['coming', 'over']) }),
  answer: technicalCalls,
  status: 201,
  refusals: ['changed-meanwhile', 'room-ended', 'hold-not-confirmed'],
});
