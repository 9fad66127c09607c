import type { Handler } from '../shared/http/call.ts';
import type { Route } from '../shared/http/contract.ts';
import type { MediaServer } from './media/media-server.ts';

/** A handler of this capability is handed a way to the media server too (its keys are read late). */
export type RoomHandler<R extends Route> = Handler<R, [media: () => Promise<MediaServer>]>;
