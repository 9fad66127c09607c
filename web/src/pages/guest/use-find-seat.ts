import { useEffect } from 'react';
import { GuestProblem, readSeat, type GuestSeat } from './guest-api.ts';
import type { GuestFacts } from './guest-step.ts';
import { markOf, type InvitationLink } from './invitation-link.ts';
import { kept } from './kept.ts';

type SeatState = GuestFacts['seat'];

/** Whether this device has a seat already: after a reload, or when the same link is opened again. */
export function useFindSeat(
  link: InvitationLink,
  state: SeatState,
  setSeat: (seat: GuestSeat) => void,
  setState: (state: SeatState) => void,
  setLost: (lost: boolean) => void,
): void {
  useEffect(() => {
    if (state !== 'unknown') return undefined;
    let gone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const find = async () => {
      try {
        // Another link than the one redeemed here: a new invitation, perhaps of another person on a shared telephone.
        if (link.secret !== undefined && (await markOf(link.secret)) !== kept('link'))
          return setState('none');
        const found = await readSeat();
        if (gone) return;
        setLost(false);
        setSeat(found);
        setState('taken');
      } catch (error) {
        if (!(error instanceof GuestProblem)) throw error;
        if (gone) return;
        if (error.code === 'sign-in-needed' || error.code === 'not-your-role') return setState('none');
        setLost(true);
        timer = setTimeout(() => void find(), 2_000);
      }
    };
    void find();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [link, state, setSeat, setState, setLost]);
}
