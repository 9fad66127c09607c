import type { Hono } from 'hono';
import { readGuest } from '../../../functions/rooms/port/guest.ts';
import { roomsApp } from '../../../functions/rooms/routes.ts';
import type { Store } from '../../../functions/shared/store/store.ts';
import { newKey } from '../../support/http.ts';
import { contextOver } from '../../support/in-process.ts';

/** What somebody without an account does with a link, a PIN and a browser, over a store in memory. */

export interface Given {
  readonly secret: string;
  readonly pin: string;
}

const noMedia = () => Promise.reject(new Error('No media server is asked for this.'));

export function roomsAt(now: Date, over: Store, media: Parameters<typeof roomsApp>[1] = noMedia): Hono {
  const context = contextOver(over, now);
  return roomsApp(
    {
      ...context,
      authenticate: async (request) =>
        (await context.authenticate(request)) ?? readGuest(over, request, context.now()),
    },
    media,
    'wss://pages.example.org',
  );
}

export async function redeemAt(
  rooms: Hono,
  given: object,
  { key = newKey(), cookie }: { readonly key?: string; readonly cookie?: string | undefined } = {},
) {
  const response = await rooms.request('/api/rooms/redemptions', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': key,
      ...(cookie === undefined ? {} : { cookie }),
    },
    body: JSON.stringify(given),
  });
  const body = (await response.json()) as Readonly<Record<string, unknown>>;
  return { status: response.status, body, cookie: response.headers.get('set-cookie') ?? undefined };
}

/** What a browser sends back of it. */
export const pairOf = (setCookie: string | undefined) => (setCookie ?? '').split(';')[0] ?? '';
