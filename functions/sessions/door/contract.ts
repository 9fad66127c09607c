import * as z from 'zod';
import { role } from '../../shared/access/roles.ts';
import { route } from '../../shared/http/contract.ts';
import { id } from '../../shared/values/ids.ts';
import { instant } from '../../shared/values/instants.ts';
import {
  asideReason,
  gateName,
  gateOnly,
  gateState,
  identityState,
  oneRoom,
  sessionParams,
  sessionRow,
} from '../contract.ts';

/** Exactly what a gate that is not open lacks. */
export const lacks = [
  /** Nobody recorded anything. */
  'nothing-recorded',
  /** Something is recorded that is not, or no more, enough. */
  'not-enough',
  /** A plan waits for the prosecutor's word. */
  'second-word',
  'another-way-first',
  'run-out',
  'other-days',
  'other-session',
  /** Nobody answers the silent alarm then. Told to those alone whose matter it is. */
  'nobody-on-call',
  'decided-against',
  /** Whoever came is not the one who is to be heard. */
  'other-person',
  'not-done',
] as const;

/**
 * What of an open gate is to be known beside: it rests on the host State's paper, or on a text that is a draft; whoever is heard is
 * not seen, or is let in with a supporter alone.
 */
export const doorMarks = ['on-paper', 'on-draft', 'no-picture', 'supporter'] as const;

/** Those whose turn it is; the label says what somebody does, never a name. */
const whoMust = z.array(z.strictObject({ role, pseudonym: z.string(), label: z.string() }));

const doorGate = z.strictObject({
  gate: gateName,
  state: gateState,
  lacks: z.enum(lacks).optional(),
  marks: z.array(z.enum(doorMarks)),
  /** Since when it stands so, where that is recorded for the case. */
  since: instant.optional(),
  turn: role,
  only: gateOnly.optional(),
  who: whoMust,
  /** By when it is to be open; absent once it is. */
  dueBy: instant.optional(),
  late: z.boolean(),
  mine: z.boolean(),
  myTurn: z.boolean(),
  aside: z.strictObject({ by: role, pseudonym: z.string(), at: instant, reason: asideReason }).optional(),
  /** The one who reads may set it aside now, or take that back. */
  maySetAside: z.boolean(),
  mayRestore: z.boolean(),
});

/** How long before the session the host State wants to be asked; it warns, and closes nothing. */
const leadTime = z.strictObject({
  of: z.enum(['law', 'permission']),
  by: z.iso.date().optional(),
  passed: z.boolean(),
  standing: z.enum(['sure', 'confirm', 'ask']),
  article: z.string().optional(),
  says: z.string().optional(),
  read: z.array(z.string()),
});

export const readDoor = route({
  method: 'GET',
  path: '/api/sessions/:sessionId/door',
  summary: 'What a session still lacks, who must do it and by when; what stands, and what was set aside.',
  entered: 'case',
  who: [
    'prosecutor',
    'clerk',
    'support-officer',
    'attending-officer',
    'central-authority',
    'auditor',
    'judge',
  ],
  params: sessionParams,
  answer: z.strictObject({
    sessionId: id,
    caseId: id,
    kind: sessionRow.shape.kind,
    status: sessionRow.shape.status,
    start: instant,
    end: instant,
    opensAt: instant,
    gates: z.array(doorGate),
    leadTimes: z.array(leadTime),
    /** The host State’s permission lets go of its attending officer. */
    noOfficerNeeded: z.literal(true).optional(),
    /** Who is heard and must be identified on the day, or was; and whose task that is. */
    identities: z.array(
      z.strictObject({ pseudonym: z.string(), state: identityState, turn: role, who: whoMust }),
    ),
    oneRoom,
  }),
});
