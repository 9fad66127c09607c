import type * as z from 'zod';
import type { Call } from '../shared/http/mount.ts';
import type { Route } from '../shared/http/contract.ts';
import type { MediaServer } from './media-server.ts';

/** The form of every handler of this capability: the call, and a way to the media server (its keys are read late). */
export type Handler<R> =
  R extends Route<infer P, infer B, infer A>
    ? (call: Call<z.output<P>, z.output<B>>, media: () => Promise<MediaServer>) => Promise<z.input<A>>
    : never;
