import type * as z from 'zod';
import type { pauseKind, requestPass, roomView } from '../../../functions/rooms/contract.ts';
import type { Role } from '../../../functions/shared/access/roles.ts';
import type { AnswerOf, BodyIn } from '../../../functions/shared/http/contract.ts';

// Types only: the contract's schemas stay out of the bundle, which must be small on the witness's phone.
export type RoomView = z.infer<typeof roomView>;
export type Pass = AnswerOf<typeof requestPass>;
export type PassBody = BodyIn<typeof requestPass>;
export type PauseKind = z.infer<typeof pauseKind>;
export type SeatView = RoomView['seats'][number];
export type Seat = Role;
export type DeviceFacts = NonNullable<SeatView['device']>;
