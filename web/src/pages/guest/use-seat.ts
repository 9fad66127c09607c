import { useCallback, useEffect, useRef, useState } from 'react';
import type { PauseKind, RoomView } from '../../video/room-view.ts';
import { newKey, readView, resume, type GuestSeat } from './guest-api.ts';
import { stepOf, type GuestFacts } from './guest-step.ts';
import { markOf, type InvitationLink } from './invitation-link.ts';
import { forgetAll, keep, kept } from './kept.ts';
import { tellPause, type OwnPause } from './tell-pause.ts';
import { useFindSeat } from './use-find-seat.ts';
import { usePoll } from './use-poll.ts';

/** Everything the guest page knows, and what it can do; which page that makes is guest-step.ts's to say. */
export function useSeat(link: InvitationLink) {
  const [seatState, setSeatState] = useState<GuestFacts['seat']>('unknown');
  const [seat, setSeat] = useState<GuestSeat>();
  const [view, setView] = useState<RoomView>();
  const [lost, setLost] = useState(false);
  const [untold, setUntold] = useState<OwnPause | undefined>(() => kept('pause'));
  const order = useRef({ asked: 0, shown: 0, text: '' });
  const [looks, setLooks] = useState(0);

  /**
   * An answer that was asked for before a newer one was shown is out of date.
   * @returns whether it says anything that was not shown before
   */
  const show = useCallback((latest: RoomView, turn: number) => {
    if (turn < order.current.shown) return false;
    const text = JSON.stringify(latest);
    const isNew = text !== order.current.text;
    order.current = { ...order.current, shown: turn, text };
    setView(latest);
    return isNew;
  }, []);
  const newTurn = useCallback(() => (order.current.asked += 1), []);
  const step = stepOf({
    hasLink: link.secret !== undefined,
    seat: seatState,
    view,
    telling: untold !== undefined,
  });

  useFindSeat(link, seatState, setSeat, setSeatState, setLost);

  const look = usePoll(seat?.sessionId, step, {
    look: useCallback(
      async (sessionId: string) => {
        const turn = newTurn();
        setLooks(turn);
        return show(await readView(sessionId), turn);
      },
      [newTurn, show],
    ),
    lost: setLost,
    gone: useCallback(() => setSeatState('lost'), []),
  });

  useEffect(() => {
    if (seat === undefined || untold === undefined) return undefined;
    const nevermind = new AbortController();
    const tell = async () => {
      const told = await tellPause(seat.sessionId, untold, nevermind.signal);
      if (nevermind.signal.aborted) return;
      keep('pause', undefined);
      setUntold(undefined);
      if (told === undefined) look();
      else show(told, newTurn());
    };
    void tell();
    return () => nevermind.abort();
  }, [seat, untold, look, show, newTurn]);

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
    /** Rises each time the page looks: whoever shows more of the room looks then too. */
    looks,
    redeemed: (redeemed: GuestSeat) => {
      forgetAll();
      if (link.secret !== undefined) void markOf(link.secret).then((mark) => keep('link', mark));
      setUntold(undefined);
      setSeat(redeemed);
      setSeatState('taken');
    },
    startPause: (kind: PauseKind) => {
      const started = { kind, key: newKey() };
      keep('pause', started);
      setUntold(started);
    },
    /** @throws GuestProblem when the court's answer is no, or does not come */
    goOn: async () => {
      const pausedAtCourt = view?.pauses.some((one) => one.seat === view.mySeat) === true;
      keep('pause', undefined);
      setUntold(undefined);
      if (!pausedAtCourt || seat === undefined) return look();
      resumeKey.current ??= newKey();
      show(await resume(seat.sessionId, resumeKey.current), newTurn());
      resumeKey.current = undefined;
    },
  };
}
