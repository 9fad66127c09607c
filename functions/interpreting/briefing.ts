import { createHash } from 'node:crypto';
import type { Door } from '../sessions/port/door.ts';
import { heardIn } from '../sessions/port/door.ts';
import type { SessionKind } from '../sessions/port/kind-names.ts';
import { pseudonym as anyPseudonym } from '../shared/values/ids.ts';
import type { Assignment, Briefing } from './contract.ts';

/**
 * What an interpreter is told, made field by field of what they are confirmed for, so that nothing comes along: who is heard
 * by pseudonym, and no place, no name, no file number. The hours stand beside it and not in its hash: a session that moves
 * needs no other preparation.
 */
export function briefingFor(
  { kind, seats }: Pick<Door, 'kind' | 'seats'>,
  { between, direction, dialect, mode, part, topics }: Assignment,
): Briefing {
  const of: SessionKind = kind ?? 'interview';
  return {
    kind: of,
    between,
    direction,
    ...(dialect === undefined ? {} : { dialect }),
    mode,
    part,
    topics,
    heard: heardIn({ seats }).map((each) => anyPseudonym.parse(each)),
  };
}

/** SHA-256 in hexadecimal of the briefing, in this order of its fields. */
export const hashOfBriefing = (briefing: Briefing): string =>
  createHash('sha256').update(JSON.stringify(briefing), 'utf8').digest('hex');
