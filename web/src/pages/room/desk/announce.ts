/** What somebody who does not see the page is to know of one moment in the room. */
export interface Moment {
  /** Those who are in the main room beside oneself: how they are called, by pseudonym. */
  readonly people: ReadonlyMap<string, { readonly who: string; readonly muted: boolean }>;
  readonly microphone: boolean;
  readonly camera: boolean;
  /** Who is pinned, as they are called. */
  readonly pinned: string | undefined;
  /** Whose hands are up, as they are called, by pseudonym; whoever was first before the others. */
  readonly hands: ReadonlyMap<string, string>;
}

export type Change =
  | {
      readonly what: 'entered' | 'left' | 'muted' | 'unmuted' | 'pinned' | 'hand-up' | 'hand-down';
      readonly who: string;
    }
  | { readonly what: 'unpinned' | 'microphone-on' | 'microphone-off' | 'camera-on' | 'camera-off' };

/** What changed from one moment to the next, in the order in which it is said. */
export function changesBetween(before: Moment, after: Moment): readonly Change[] {
  const entered = [...after.people]
    .filter(([each]) => !before.people.has(each))
    .map(([, { who }]) => ({ what: 'entered', who }) as const);
  const left = [...before.people]
    .filter(([each]) => !after.people.has(each))
    .map(([, { who }]) => ({ what: 'left', who }) as const);
  const muted = [...after.people].flatMap(([each, now]) => {
    const then = before.people.get(each);
    if (then === undefined || then.muted === now.muted) return [];
    return [{ what: now.muted ? 'muted' : 'unmuted', who: now.who } as const];
  });
  const own = (['microphone', 'camera'] as const).flatMap((device) =>
    before[device] === after[device] ? [] : [{ what: `${device}-${after[device] ? 'on' : 'off'}` } as const],
  );
  const pin =
    before.pinned === after.pinned
      ? []
      : after.pinned === undefined
        ? [{ what: 'unpinned' } as const]
        : [{ what: 'pinned', who: after.pinned } as const];
  const up = [...after.hands]
    .filter(([each]) => !before.hands.has(each))
    .map(([, who]) => ({ what: 'hand-up', who }) as const);
  const down = [...before.hands]
    .filter(([each]) => !after.hands.has(each))
    .map(([, who]) => ({ what: 'hand-down', who }) as const);
  return [...entered, ...left, ...muted, ...up, ...down, ...own, ...pin];
}
