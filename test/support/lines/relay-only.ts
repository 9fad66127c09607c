import type { BrowserContext } from 'playwright-core';

/** A TURN server, and by what it lets somebody in. */
export interface TurnWay {
  /** As browsers write it: `turn:…?transport=udp`, `turns:…?transport=tcp`. */
  readonly urls: string;
  readonly username: string;
  readonly credential: string;
}

/** All media of a context's pages goes by that TURN server and by no other way, as behind a wall that lets nothing else through. */
export const relayOnly = (context: BrowserContext, way: TurnWay): Promise<unknown> =>
  context.addInitScript((server) => {
    const only = (wish: RTCConfiguration | undefined): RTCConfiguration => ({
      ...wish,
      iceServers: [server],
      iceTransportPolicy: 'relay',
    });
    globalThis.RTCPeerConnection = class extends RTCPeerConnection {
      constructor(wish?: RTCConfiguration) {
        super(only(wish));
      }
      override setConfiguration(wish?: RTCConfiguration): void {
        super.setConfiguration(only(wish));
      }
    };
  }, way);
