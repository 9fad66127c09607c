import { useEffect, useRef, useState } from 'react';
import type { readShownPage, readShown } from '../../../../functions/exhibits/contract.ts';
import type { AnswerOf } from '../../../../functions/shared/http/contract.ts';

export type Shown = NonNullable<AnswerOf<typeof readShown>['shown']>;

/** How a page asks what is shown to it: staff and guests each by their own line. */
export interface AsksShown {
  readonly read: () => Promise<AnswerOf<typeof readShown>>;
  readonly look: (size: 'large' | 'small') => Promise<AnswerOf<typeof readShownPage>>;
  /** Rises each time the page looks at the room, which it is told to when something is shown to it or hidden from it. */
  readonly looks: number;
}

/** Milliseconds between two looks while something is shown: a hand that points is followed, and whoever is put out sees nothing more. */
const pauseMs = 800;
/** Milliseconds without an answer after which nothing stays on a screen: whoever was put out may have no line either. */
const mostAlone = 6_000;

export interface OnScreen {
  readonly shown: Shown | undefined;
  /** The picture of `shown`, once it has come; in base64. */
  readonly image: string | undefined;
  /** The reader presides, or enters on the word of whoever does. */
  readonly allows: boolean;
}

const nothing: OnScreen = { shown: undefined, image: undefined, allows: false };

/** What is shown to this page now, asked whenever the page looks, and again and again while something is; kept nowhere but here. */
export function useShown({ read, look, looks }: AsksShown): OnScreen {
  const [screen, setScreen] = useState(nothing);
  const asks = useRef<(looks: number) => void>(undefined);
  useEffect(() => {
    let over = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let have: { readonly turn: number; readonly image: string } | undefined;
    let heardAt = performance.now();
    let busy = false;
    let again = false;
    const ask = async () => {
      clearTimeout(timer);
      again = busy;
      if (busy) return;
      busy = true;
      let isShown = false;
      try {
        const { shown, allows } = await read();
        heardAt = performance.now();
        if (shown === undefined) have = undefined;
        else if (have?.turn !== shown.turn) {
          const size = window.innerWidth * window.devicePixelRatio > 1_000 ? 'large' : 'small';
          const { turn, image } = await look(size);
          have = image === undefined ? undefined : { turn, image };
        }
        isShown = shown !== undefined;
        const image = have?.turn === shown?.turn ? have?.image : undefined;
        if (!over) setScreen({ shown, image, allows: allows === true });
      } catch {
        if (performance.now() - heardAt > mostAlone) {
          have = undefined;
          if (!over) setScreen((before) => ({ ...before, shown: undefined, image: undefined }));
        }
      }
      busy = false;
      if (!over && (again || isShown)) timer = setTimeout(() => void ask(), again ? 0 : pauseMs);
    };
    asks.current = () => void ask();
    void ask();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [read, look]);
  useEffect(() => asks.current?.(looks), [looks]);
  return screen;
}
