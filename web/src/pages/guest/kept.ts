import type { Connection } from '../../video/connection.ts';
import type { PauseKind } from '../../video/room-view.ts';

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
  readonly pause: { readonly kind: PauseKind; readonly key: string };
}

/** The names stay what they are: what a page of yesterday kept, a pause above all, is still told by one of today. */
const names: Readonly<Record<keyof Kept, string>> = {
  link: 'saksi.link',
  device: 'saksi.device',
  pause: 'saksi.hold',
};

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
      ? storage.removeItem(names[what])
      : storage.setItem(names[what], JSON.stringify(value)),
  );
}

export function kept<What extends keyof Kept>(what: What): Kept[What] | undefined {
  const text = attempt((storage) => storage.getItem(names[what]));
  // Written by this page alone.
  return text === undefined || text === null ? undefined : (JSON.parse(text) as Kept[What]);
}

export const forgetAll = (): void => {
  for (const what of Object.keys(names) as (keyof Kept)[]) keep(what, undefined);
};
