import { Duration } from 'aws-cdk-lib';
import { HeadersFrameOption, HeadersReferrerPolicy, ResponseHeadersPolicy } from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';

import type { StageSettings } from '../stages.ts';

/** Sources the pages may talk to beside their own origin. */
interface Peers {
  readonly settings: StageSettings;
  /** Origin of the sign-in page, whose token endpoint the site calls. */
  readonly signInOrigin: string;
  /** Origin of the sockets by which pages are told to look again. */
  readonly socketsOrigin: string;
}

/**
 * The content policy of the pages: nothing but our own files, and connections only to our API, the sockets that say when to
 * ask it, the sign-in page and LiveKit (its WebSocket, and plain HTTP on the same host, which its client asks why a connection was refused).
 */
export function pagePolicy({ settings, signInOrigin, socketsOrigin }: Peers): string {
  const media = new URL(settings.media.publicUrl);
  const overHttp = `${media.protocol === 'wss:' ? 'https' : 'http'}://${media.host}`;
  const parts: Readonly<Record<string, string>> = {
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'font-src': "'self'",
    'img-src': "'self' data:",
    'media-src': "'self' blob: mediastream:",
    'connect-src': `'self' ${media.protocol}//${media.host} ${overHttp} ${socketsOrigin} ${signInOrigin}`,
    'worker-src': "'self' blob:",
    'manifest-src': "'self'",
    'form-action': "'self'",
    'base-uri': "'none'",
    'frame-ancestors': "'none'",
    ...(settings.kind === 'emulator' ? {} : { 'upgrade-insecure-requests': '' }),
  };
  return Object.entries(parts)
    .map(([name, sources]) => `${name} ${sources}`.trim())
    .join('; ');
}

/** What the pages may use of the device: camera and microphone, on our own origin, and nothing else of note. */
const permissions = [
  'camera=(self)',
  'microphone=(self)',
  'display-capture=(self)',
  'screen-wake-lock=(self)',
  'fullscreen=(self)',
  'autoplay=(self)',
  'geolocation=()',
  'payment=()',
  'usb=()',
  'serial=()',
  'browsing-topics=()',
].join(', ');

/** Headers on every page and file of the site. */
export function pageHeaders(scope: Construct, peers: Peers): ResponseHeadersPolicy {
  return headers(scope, 'PageHeaders', peers.settings, pagePolicy(peers));
}

/** Headers on every answer of the API: it is never a page, so nothing may be loaded from it. */
export function answerHeaders(scope: Construct, settings: StageSettings): ResponseHeadersPolicy {
  return headers(scope, 'AnswerHeaders', settings, "default-src 'none'; frame-ancestors 'none'");
}

function headers(
  scope: Construct,
  id: string,
  settings: StageSettings,
  policy: string,
): ResponseHeadersPolicy {
  return new ResponseHeadersPolicy(scope, id, {
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy: policy, override: true },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
      ...(settings.kind === 'emulator'
        ? {}
        : {
            strictTransportSecurity: {
              accessControlMaxAge: Duration.days(730),
              includeSubdomains: true,
              override: true,
            },
          }),
    },
    customHeadersBehavior: {
      customHeaders: [
        { header: 'Permissions-Policy', value: permissions, override: true },
        { header: 'Cross-Origin-Opener-Policy', value: 'same-origin', override: true },
        { header: 'Cross-Origin-Resource-Policy', value: 'same-origin', override: true },
        // A page about a protected person belongs in no search engine.
        { header: 'X-Robots-Tag', value: 'noindex, nofollow', override: true },
      ],
    },
  });
}
