import type { Connection } from '../../video/connection.ts';
import type { HoldKind } from '../../video/room-view.ts';

/**
 * The little that a reload must not lose. Nothing here tells who or what: a mark of the link, what the device can do,
 * and a pause that the court has not heard of yet. It is forgotten at the end of the session.
 */
interface Kept {
  /** The link that this device redeemed; see `markOf`. */
  readonly link: string;
  readonly device: {
    readonly camera: boolean;
    readonly microphone: boolean;
    readonly connection: Connection;
  };
  readonly hold: { readonly kind: HoldKind; readonly key: string };
}

const nameOf = (what: keyof Kept): string => `saksi.${what}`;
const everything: readonly (keyof Kept)[] = ['link', 'device', 'hold'];

// A browser that keeps nothing (private window, cookies off) throws. The page then works until it is reloaded.
function attempt<T>(use: (storage: Storage) => T): T | undefined {
  try {
    return use(localStorage);
  } catch {
    return undefined;
  }
}

export function keep<What extends keyof Kept>(what: What, value: Kept[What] | undefined): void {
  attempt((storage) =>
    value === undefined
      ? storage.removeItem(nameOf(what))
      : storage.setItem(nameOf(what), JSON.stringify(value)),
  );
}

export function kept<What extends keyof Kept>(what: What): Kept[What] | undefined {
  const text = attempt((storage) => storage.getItem(nameOf(what)));
  // Written by this page alone.
  return text === undefined || text === null ? undefined : (JSON.parse(text) as Kept[What]);
}

export const forgetAll = (): void => {
  for (const what of everything) keep(what, undefined);
};
