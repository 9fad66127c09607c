/**
 * Whether a room is open in any window of this browser. A bell that rings beside an open microphone is heard by everybody in the
 * room, and in another one; so where there is such a window none rings in any.
 */

const NAME = 'saksi.in-a-room';

/** Says that a room is open here, until what is given back is called. */
export function inARoom(): () => void {
  let leave: () => void = () => undefined;
  const left = new Promise<void>((resolve) => {
    leave = resolve;
  });
  void navigator.locks.request(NAME, { mode: 'shared' }, () => left);
  return leave;
}

export async function isInARoom(): Promise<boolean> {
  const { held = [] } = await navigator.locks.query();
  return held.some(({ name }) => name === NAME);
}
