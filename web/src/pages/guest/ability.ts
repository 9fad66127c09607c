/** What this browser is, as far as video depends on it. */
export interface BrowserFacts {
  readonly mediaDevices: boolean;
  readonly peerConnection: boolean;
  readonly userAgent: string;
}

export type Ability =
  | 'able'
  /** A browser inside another app: it may have no camera, and it forgets. The real browser is one press away. */
  | 'inside-app'
  | 'unable';

/** Marks by which apps of the region name their built-in browsers. */
const APPS =
  /\b(FBAN|FBAV|FB_IAB|Instagram|Line\/|MicroMessenger|Zalo|Viber|KAKAOTALK|BytedanceWebview|TikTok|musical_ly)|; wv\)/;

export function abilityOf({ mediaDevices, peerConnection, userAgent }: BrowserFacts): Ability {
  if (APPS.test(userAgent)) return 'inside-app';
  return mediaDevices && peerConnection ? 'able' : 'unable';
}

/** Whether she may try here all the same: only where the browser has what video needs. */
export const mayTryHere = ({ mediaDevices, peerConnection }: BrowserFacts): boolean =>
  mediaDevices && peerConnection;

export const browserFacts = (): BrowserFacts => ({
  // Absent in an insecure page and in many in-app browsers, whatever the types say.
  mediaDevices: (navigator.mediaDevices as MediaDevices | undefined)?.getUserMedia !== undefined,
  peerConnection: 'RTCPeerConnection' in globalThis,
  userAgent: navigator.userAgent,
});
