import * as z from 'zod';

/** Where the media server is, and the keys by which it knows us and we know it. */
export const mediaKeys = z.object({
  url: z.url(),
  /** WebSocket address for browsers. */
  publicUrl: z.url(),
  apiKey: z.string().min(1),
  apiSecret: z.string().min(32),
  /** A key of its own for signing events, so that a pass can never be taken for an event. */
  webhookKey: z.string().min(1),
  webhookSecret: z.string().min(32),
});

export type MediaKeys = z.infer<typeof mediaKeys>;
