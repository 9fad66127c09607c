import * as z from 'zod';
import { id } from '../../shared/values/ids.ts';
import { humanText } from '../../shared/values/text.ts';

/** What is looked at in a test, and how it came out. */
export const pointState = z.enum(['works', 'limited', 'fails', 'not-tested', 'not-needed']);
const needed = pointState.exclude(['not-needed']);

/** Without sound and a line nobody is heard; a picture, say, an order may leave out. */
export const testPoints = z.strictObject({
  picture: pointState,
  sound: needed,
  /** Each language is heard, by whoever is to understand it. */
  language: pointState,
  line: needed,
  /** Face and hands are seen, and that nobody else is in the room. */
  framing: pointState,
});

/** What was measured of the line at the witness's end. */
export const measuredLine = z.strictObject({
  /** Kilobits in a second, down and up. */
  down: z.int().min(0).max(10_000_000).optional(),
  up: z.int().min(0).max(10_000_000).optional(),
  /** Milliseconds. */
  jitter: z.int().min(0).max(60_000).optional(),
  /** How the media server was reached: straight, or by its relay over UDP or TCP. */
  path: z.enum(['direct', 'relay-udp', 'relay-tcp']).optional(),
});

export const outcome = z.enum(['passed', 'partly', 'failed']);

export const testResult = z.strictObject({
  what: z.enum(['rehearsal', 'test-call']),
  /** The visit or rehearsal of the case in whose room it was tried, where it was in one. */
  testedIn: id.optional(),
  points: testPoints,
  measured: measuredLine,
  /** What does not work, and what is to be done about it. Never a name or a place. */
  limits: humanText('preparation', 500).optional(),
});
