import type { readDoor } from '../../../../../functions/sessions/door/contract.ts';
import type { AnswerOf } from '../../../../../functions/shared/http/contract.ts';

/** One gate as the service tells it. */
export type DoorGate = AnswerOf<typeof readDoor>['gates'][number];
