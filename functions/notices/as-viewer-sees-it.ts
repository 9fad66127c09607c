import type { Staff } from '../shared/access/roles.ts';
import { resolveUiLanguage } from '../shared/values/languages.ts';
import type { Instant } from '../shared/values/instants.ts';
import { visibilityOf } from '../cases/port/who-may-know-a-place.ts';
import { factsOf, type NoticeKind } from './notice-kinds.ts';
import type { Holder } from './recipients.ts';
import type { Snapshot } from './snapshot.ts';
import type { When } from './when.ts';
import { wordingOf, type Audience } from './wording.ts';

/**
 * In whose language and by whose clock a viewer sees the message of another. What only the reader's own clock could tell
 * is left out where the viewer may not know that clock.
 */

/** A message as far as it is worded. */
export interface Worded extends Holder {
  readonly kind: NoticeKind;
  readonly audience: Audience;
  readonly zone: string;
  readonly span: When;
  readonly before?: When | undefined;
  readonly writtenAt: Instant;
  readonly dueAt: Instant;
}

/**
 * Whether a viewer may learn where the reader of a message is, by whose clock it is written; of one about the witness, where
 * the witness is too, of which it is news, and by whose clock it was written before.
 */
export function knowsZone(
  viewer: Staff,
  { seat, pseudonym, personId = '' }: Holder,
  { people, witnesses, hostState }: Snapshot,
): boolean {
  const visibility = visibilityOf({ viewer, witnesses, hostState });
  const person = people.get(personId);
  // Of whoever reads and is not known any more, nothing is known of their clock either.
  const knowsReader = personId === '' || (person !== undefined && visibility.person(person));
  return knowsReader && (seat !== 'witness' || visibility.witness(pseudonym));
}

/**
 * A message as a viewer may see it: in the viewer's language, and by the reader's clock where the viewer may know it; else
 * by the viewer's own, and without what only that clock could tell. Undefined for a message that is nothing else.
 */
export function shown(viewer: Staff, message: Worded, snapshot: Snapshot) {
  const known = knowsZone(viewer, message, snapshot);
  const { kind, seat, pseudonym, through, audience, span, before, writtenAt: now, dueAt } = message;
  if (!known && factsOf(kind).tellsPlace) return undefined;
  const zone = known ? message.zone : viewer.zone;
  const language = resolveUiLanguage([viewer.language]);
  const { subject, text } = wordingOf({ kind, audience, language, zone, span, before, now, dueAt });
  return { seat, pseudonym, kind, ...(through === undefined ? {} : { through }), subject, text };
}
