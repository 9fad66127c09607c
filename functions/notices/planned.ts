import type { Staff } from '../shared/access/roles.ts';
import type { Store } from '../shared/store/store.ts';
import type { Instant } from '../shared/values/instants.ts';
import { draftsOf } from './concerned.ts';
import type { DueRules } from './due-rules.ts';
import { duesOf } from './dues.ts';
import type { Scene } from './scene.ts';
import { shown, type Worded } from './showing.ts';
import type { Draft, Told } from './telling.ts';

/** Messages as a viewer may see them, each with when it is due. */
export const shownDrafts = (viewer: Staff, scene: Scene, drafts: readonly Draft[]) =>
  drafts.flatMap(({ recipient, ...draft }) => {
    const { dueAt } = draft;
    const words = shown(viewer, { ...recipient, ...draft, writtenAt: dueAt } satisfies Worded, scene);
    return words === undefined ? [] : [{ ...words, dueAt }];
  });

/** What will be sent of a session later, as far as a viewer may see it, while nothing changes. */
export async function plannedFor(
  ground: { readonly store: Store; readonly rules: DueRules },
  viewer: Staff,
  scene: Scene,
  told: readonly Told[],
  now: Instant,
) {
  const dues = await duesOf(ground, scene, told, now);
  const drafts = dues.filter((due) => due.at > now).flatMap((due) => draftsOf(due, { ...scene, told }, now));
  return shownDrafts(viewer, scene, drafts);
}

export const inOrder = (one: { readonly dueAt: Instant }, other: { readonly dueAt: Instant }): number =>
  one.dueAt < other.dueAt ? -1 : one.dueAt > other.dueAt ? 1 : 0;
