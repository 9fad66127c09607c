import { useEffect } from 'react';
import { isIdle, staysOpen } from './idle.ts';

/** Shared by all pages of this browser: whoever works in one of them is there. */
const ACTIVE = 'saksi.active';
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;
const lookEveryMs = 5_000;

// A browser that keeps nothing throws; each page then looks at itself alone.
function attempt<T>(use: () => T): T | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}

/** Calls `whenIdle` once nobody did anything for a quarter of an hour. @param path where the page is */
export function useIdle(path: string, whenIdle: () => void): void {
  useEffect(() => {
    let own = Date.now();
    let told = 0;
    const active = () => {
      own = Date.now();
      if (own - told < lookEveryMs) return;
      told = own;
      attempt(() => localStorage.setItem(ACTIVE, String(own)));
    };
    const look = () => {
      if (staysOpen(path)) return active();
      const elsewhere = Number(attempt(() => localStorage.getItem(ACTIVE)) ?? 0);
      if (isIdle({ lastActive: Math.max(own, elsewhere), now: Date.now(), path })) whenIdle();
    };
    active();
    const timer = setInterval(look, lookEveryMs);
    for (const sign of signs) addEventListener(sign, active, { passive: true, capture: true });
    // A laptop that slept has let no timer run.
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      for (const sign of signs) removeEventListener(sign, active, { capture: true });
      document.removeEventListener('visibilitychange', look);
    };
  }, [path, whenIdle]);
}
