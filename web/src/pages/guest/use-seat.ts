import { useCallback, useEffect, useRef, useState } from 'react';
import type { RoomView } from '../../video/room-view.ts';
import { GuestProblem, newKey, readSeat, readView, resume, type GuestSeat } from './guest-api.ts';
import { stepOf, type GuestFacts, type GuestStep } from './guest-step.ts';
import type { InvitationLink } from './invitation-link.ts';
import { markOf } from './invitation-link.ts';
import { forgetAll, keep, kept } from './kept.ts';
import { nextPollMs } from './poll-rhythm.ts';
import { tellHold, type Hold } from './tell-hold.ts';
import type { HoldKind } from '../../video/room-view.ts';

type SeatState = GuestFacts['seat'];

/** Everything the guest page knows, and what it can do; which page that makes is guest-step.ts's to say. */
export function useSeat(link: InvitationLink) {
  const [seatState, setSeatState] = useState<SeatState>('unknown');
  const [seat, setSeat] = useState<GuestSeat>();
  const [view, setView] = useState<RoomView>();
  const [lost, setLost] = useState(false);
  const [hold, setHold] = useState<Hold | undefined>(() => kept('hold'));
  const order = useRef({ asked: 0, shown: 0 });

  /** An answer that was asked for before a newer one was shown is out of date. */
  const show = useCallback((latest: RoomView, ticket: number) => {
    if (ticket < order.current.shown) return;
    order.current.shown = ticket;
    setView(latest);
  }, []);
  const newTicket = useCallback(() => (order.current.asked += 1), []);
  const step = stepOf({
    hasLink: link.secret !== undefined,
    seat: seatState,
    view,
    holding: hold !== undefined,
  });

  useFindSeat(link, seatState, setSeat, setSeatState, setLost);

  const look = usePoll(seat?.sessionId, step, {
    look: useCallback(
      async (sessionId: string) => {
        const ticket = newTicket();
        show(await readView(sessionId), ticket);
      },
      [newTicket, show],
    ),
    lost: setLost,
    gone: useCallback(() => setSeatState('lost'), []),
  });

  useEffect(() => {
    if (seat === undefined || hold === undefined) return undefined;
    const nevermind = new AbortController();
    void tellHold(seat.sessionId, hold, nevermind.signal).then((told) => {
      if (nevermind.signal.aborted) return;
      keep('hold', undefined);
      setHold(undefined);
      if (told === undefined) look();
      else show(told, newTicket());
    });
    return () => nevermind.abort();
  }, [seat, hold, look, show, newTicket]);

  useEffect(() => {
    if (step === 'ended' || step === 'over') forgetAll();
  }, [step]);

  const resumeKey = useRef<string>(undefined);
  return {
    step,
    seat,
    view,
    lost,
    look,
    redeemed: (redeemed: GuestSeat) => {
      forgetAll();
      if (link.secret !== undefined) void markOf(link.secret).then((mark) => keep('link', mark));
      setHold(undefined);
      setSeat(redeemed);
      setSeatState('taken');
    },
    startHold: (kind: HoldKind) => {
      const started = { kind, key: newKey() };
      keep('hold', started);
      setHold(started);
    },
    /** @throws GuestProblem when the court's answer is no, or does not come */
    goOn: async () => {
      const heldAtCourt = view?.holds.some((one) => one.seat === view.mySeat) === true;
      keep('hold', undefined);
      setHold(undefined);
      if (!heldAtCourt || seat === undefined) return look();
      resumeKey.current ??= newKey();
      show(await resume(seat.sessionId, resumeKey.current), newTicket());
      resumeKey.current = undefined;
    },
  };
}

/** Whether this device has a seat already: after a reload, or when the same link is opened again. */
function useFindSeat(
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

interface PollMeans {
  readonly look: (sessionId: string) => Promise<void>;
  readonly lost: (lost: boolean) => void;
  readonly gone: () => void;
}

/** Looks at the room again and again in the rhythm of poll-rhythm.ts; the function it gives looks at once. */
function usePoll(sessionId: string | undefined, step: GuestStep, means: PollMeans) {
  const now = useRef<() => void>(() => undefined);
  const lastStep = useRef(step);
  const over = step === 'ended' || step === 'over';
  const { look, lost, gone } = means;
  useEffect(() => {
    lastStep.current = step;
  }, [step]);
  useEffect(() => {
    if (sessionId === undefined || over) return undefined;
    let stopped = false;
    let busy = false;
    let again = false;
    let wait = 0;
    let seen = lastStep.current;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const poll = async () => {
      clearTimeout(timer);
      if (busy) {
        again = true;
        return;
      }
      busy = true;
      let failed = false;
      try {
        await look(sessionId);
      } catch (error) {
        if (!(error instanceof GuestProblem)) throw error;
        if (!stopped && (error.code === 'sign-in-needed' || error.code === 'not-found')) return gone();
        failed = true;
      } finally {
        busy = false;
      }
      if (stopped) return;
      lost(failed);
      const changed = seen !== lastStep.current;
      seen = lastStep.current;
      wait = nextPollMs(wait, { step: seen, changed, failed }, Math.random());
      timer = setTimeout(() => void poll(), again && !failed ? 0 : wait);
      again = false;
    };
    now.current = () => void poll();
    const onVisible = () => document.visibilityState === 'visible' && now.current();
    document.addEventListener('visibilitychange', onVisible);
    globalThis.addEventListener('online', now.current);
    const onOnline = now.current;
    void poll();
    return () => {
      stopped = true;
      clearTimeout(timer);
      now.current = () => undefined;
      document.removeEventListener('visibilitychange', onVisible);
      globalThis.removeEventListener('online', onOnline);
    };
  }, [sessionId, over, look, lost, gone]);
  return useCallback(() => now.current(), []);
}
