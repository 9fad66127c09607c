import { useEffect, useState } from 'react';
import type { Kept } from '../drafts/kept.tsx';
import { isLike } from '../drafts/shape.ts';
import { same, threeWay } from './three-way.ts';

interface Stored<V> {
  readonly version: number;
  readonly value: V;
}

interface State<V extends object> {
  /** What is stored, as this person last saw it. */
  readonly base: Stored<V>;
  readonly value: V;
  /** What is on its way to the service, or was last. */
  readonly sent: V;
  /** Somebody else has stored something while this was typed. */
  readonly moved: boolean;
  readonly taken: readonly (keyof V & string)[];
  readonly clashes: readonly (keyof V & string)[];
}

export interface Draft<V extends object> extends State<V> {
  readonly set: (changed: Partial<V>) => void;
  /** To be called when the draft is sent, and when it was stored. */
  readonly sending: () => void;
  readonly stored: () => void;
  /** Gives up what was typed in the fields that both changed. */
  readonly takeTheirs: () => void;
}

const fresh = <V extends object>(base: Stored<V>): State<V> => ({
  base,
  value: base.value,
  sent: base.value,
  moved: false,
  taken: [],
  clashes: [],
});

/**
 * What somebody is typing over something stored under a version. When a newer version comes in, nothing that was typed
 * is lost: what only the other person changed is taken over, and what both changed is named, so that the person decides.
 * @param typing where what is typed outlives the page
 */
export function useDraft<V extends object>(newest: Stored<V>, typing?: Kept): Draft<V> {
  const [kept, setKept] = useState(() => leftOver(typing?.value, newest) ?? fresh(newest));
  const state = kept.base.version === newest.version ? kept : rebased(kept, newest);
  if (state !== kept) setKept(state);
  const { base, value, clashes } = state;
  useEffect(() => {
    if (same(base.value, value)) typing?.done();
    else typing?.keep({ base, value });
  }, [base, value, typing]);
  return {
    ...state,
    set: (changed) => setKept((before) => ({ ...before, value: { ...before.value, ...changed } })),
    sending: () => setKept((before) => ({ ...before, sent: before.value })),
    // The service may write the same in another way; what it then answers is nobody else's change.
    stored: () =>
      setKept((before) => ({ ...before, moved: false, base: { ...before.base, value: before.sent } })),
    takeTheirs: () =>
      setKept((before) => ({
        ...before,
        clashes: [],
        value: {
          ...before.value,
          ...(Object.fromEntries(clashes.map((field) => [field, base.value[field]])) as Partial<V>),
        },
      })),
  };
}

/** What was typed before over what was stored then. */
function leftOver<V extends object>(kept: unknown, { value: like }: Stored<V>): State<V> | undefined {
  const shape = { base: { version: 0, value: {} }, value: {} };
  if (!isLike(kept, shape) || !isLike(kept.base, shape.base)) return undefined;
  const [base, value] = [kept.base.value, kept.value];
  if (!isLike(base, like) || !isLike(value, like)) return undefined;
  return { ...fresh({ version: kept.base.version, value: base }), value };
}

/** Pure. */
export function rebased<V extends object>({ base, value, sent }: State<V>, newest: Stored<V>): State<V> {
  // The own change coming back, or a page on which nothing was typed.
  if (same(value, newest.value) || same(value, base.value)) return fresh(newest);
  return { base: newest, sent, moved: true, ...threeWay(base.value, value, newest.value) };
}
