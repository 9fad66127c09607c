import type { Staff } from '../shared/access/roles.ts';
import type { Store } from '../shared/store/store.ts';
import type { Instant } from '../shared/values/instants.ts';
import { draftsOf } from './drafts-of-due.ts';
import type { DueRules } from './due-rules.ts';
import { duesOf } from './dues-of-session.ts';
import type { Snapshot } from './snapshot.ts';
import { shown, type Worded } from './as-viewer-sees-it.ts';
import type { Draft, Told } from './next-notices.ts';
import { waitingIn } from './turns.ts';
import type { Turned } from './turned.ts';

/** What will be sent of a session later, as far as a viewer may see it, while nothing changes. */
export async function plannedFor(
  context: { readonly store: Store; readonly rules: DueRules },
  viewer: Staff,
  snapshot: Snapshot,
  known: { readonly told: readonly Told[]; readonly turned: readonly Turned[] },
  now: Instant,
) {
  const dues = await duesOf(context, snapshot, known, now);
  const waiting = waitingIn(snapshot, now);
  const drafts = dues
    .filter((due) => due.at > now)
    .flatMap((due) => draftsOf(due, { ...snapshot, told: known.told, waiting }, now));
  return shownDrafts(viewer, snapshot, drafts);
}

/** Messages as a viewer may see them, each with when it is due. */
export const shownDrafts = (viewer: Staff, snapshot: Snapshot, drafts: readonly Draft[]) =>
  drafts.flatMap(({ recipient, ...draft }) => {
    const { dueAt } = draft;
    const words = shown(
      viewer,
      { ...recipient, ...draft, zone: recipient.clock, writtenAt: dueAt } satisfies Worded,
      snapshot,
    );
    return words === undefined ? [] : [{ ...words, dueAt }];
  });

export const inOrder = (one: { readonly dueAt: Instant }, other: { readonly dueAt: Instant }): number =>
  one.dueAt < other.dueAt ? -1 : one.dueAt > other.dueAt ? 1 : 0;
