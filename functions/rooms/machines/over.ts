import type { Door } from '../../sessions/port/door.ts';
import { isInUse } from '../port/in-room.ts';
import type { Room } from '../room.ts';

/** Whether no machine is needed any more: what is opened again sends for others. */
export const isOver = ({ door, room }: { readonly door: Door; readonly room: Room }): boolean =>
  door.status !== 'booked' || !isInUse(room);
