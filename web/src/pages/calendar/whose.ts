import type { AnswerOf, BodyIn } from '../../../../functions/shared/http/contract.ts';
import {
  readWorkingTime,
  readMyWorkingTime,
  readRoomWorkingTime,
  setWorkingTime,
  setMyWorkingTime,
  setRoomWorkingTime,
} from '../../../../functions/directory/contract.ts';
import { listTaken } from '../../../../functions/availability/taken/contract.ts';
import type { Instant } from '../../../../functions/shared/values/instants.ts';
import { useAction, useAnswer } from '../../api/hooks.ts';

/** Whose calendar. */
export type Whose =
  | { readonly kind: 'me' }
  | { readonly kind: 'person'; readonly personId: string }
  | { readonly kind: 'room'; readonly roomId: string };

export function whoseOf(kind: string | undefined, ownerId: string | undefined): Whose | undefined {
  if (kind === 'me' && ownerId === undefined) return { kind };
  if (ownerId === undefined) return undefined;
  if (kind === 'person') return { kind, personId: ownerId };
  return kind === 'room' ? { kind, roomId: ownerId } : undefined;
}

/** Working time, by whichever of the three routes it is read. */
export function useCalendar(whose: Whose) {
  const me = useAnswer(readMyWorkingTime, {}, { when: whose.kind === 'me' });
  const person = useAnswer(
    readWorkingTime,
    { params: { personId: whose.kind === 'person' ? whose.personId : '' } },
    { when: whose.kind === 'person' },
  );
  const room = useAnswer(
    readRoomWorkingTime,
    { params: { roomId: whose.kind === 'room' ? whose.roomId : '' } },
    { when: whose.kind === 'room' },
  );
  return { me, person, room }[whose.kind];
}

/** What is booked between two instants, at most 62 days apart. */
export const useTaken = (whose: Whose, from: Instant, until: Instant) =>
  useAnswer(
    listTaken,
    {
      query: {
        ...(whose.kind === 'person' ? { personId: whose.personId } : {}),
        ...(whose.kind === 'room' ? { roomId: whose.roomId } : {}),
        from,
        until,
      },
    },
    { keepLast: true },
  );

/** Working time. */
export type Calendar = AnswerOf<typeof readMyWorkingTime>['calendar'];

type NewCalendar = BodyIn<typeof setMyWorkingTime>;

export function useSetCalendar(whose: Whose, onDone: () => void) {
  const me = useAction(setMyWorkingTime, onDone);
  const person = useAction(setWorkingTime, onDone);
  const room = useAction(setRoomWorkingTime, onDone);
  const { problem, running, answer } = { me, person, room }[whose.kind];
  const start = (body: NewCalendar) => {
    switch (whose.kind) {
      case 'me':
        return me.start({ body });
      case 'person':
        return person.start({ params: { personId: whose.personId }, body });
      case 'room':
        return room.start({ params: { roomId: whose.roomId }, body });
    }
  };
  return { start, problem, running, done: answer !== undefined };
}
