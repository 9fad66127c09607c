import type { RoomView } from './room-view.ts';

/**
 * Whom the witness's own client allows to receive her picture and voice: the identities that her view names, and
 * nobody else; and what carries her over to the screened side, as the court ordered. The media server keeps to it even against a client that asks for more, but only when it is set
 * before she publishes; who joins without being in her view gets nothing of her.
 */
export const allowedIdentities = (view: RoomView): readonly string[] =>
  // A new list is sorted in place: the witness's telephone may know no other way.
  [
    ...view.seats
      .filter((seat) => seat.pseudonym !== view.myPseudonym && seat.state === 'admitted')
      .flatMap((seat) => seat.identity ?? []),
    ...(view.carrier === undefined ? [] : [view.carrier]),
  ].sort();

/** Only the witness's client limits who receives: the others' pictures are for everyone who was let in. */
export const limitsReceivers = (view: RoomView): boolean => view.mySeat === 'witness';
