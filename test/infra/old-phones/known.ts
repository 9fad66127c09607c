/**
 * What the guest's bundle uses though one of the engines lacks it, and why that does no harm there. Each was looked up
 * where it stands. What is not named here must not be in the bundle, and what is no longer in it must not be named.
 */
type Reasons = Readonly<Record<string, readonly string[]>>;

export const knownInScripts: Reasons = {
  'filled in by older-browsers.ts before livekit-client is loaded; what follows from it comes with it': [
    '.hasOwn',
    '.randomUUID',
    'global AudioContext',
    'global TransformStream',
    'global WeakRef',
    'global WritableStream',
  ],
  'asked for first, and done without where it is missing': [
    '.brands',
    '.cancelVideoFrameCallback',
    '.captureStackTrace',
    '.connection',
    '.createDTMFSender',
    '.documentPictureInPicture',
    '.effectiveType',
    '.fromBase64',
    '.getBigInt64',
    '.getBigUint64',
    '.getHeaderExtensionsToNegotiate',
    '.mobile',
    '.pictureInPictureElement',
    '.popover',
    '.requestVideoFrameCallback',
    '.setBigInt64',
    '.setHeaderExtensionsToNegotiate',
    '.transport',
    '.userAgentData',
    '.wakeLock',
    'global FinalizationRegistry',
    'global RTCErrorEvent',
    'global reportError',
    'global setImmediate',
    'global structuredClone',
  ],
  'asked for within a try: without it the microphone is opened anew, as after any fault': [
    '.permissions',
    '.query',
  ],
  'in a part of livekit-client that is not used: encryption, data streams, transcripts, its own connection check':
    [
      '.createEncodedStreams',
      '.errorCode',
      '.errorText',
      '.segments',
      '.setBigUint64',
      'global CompressionStream',
      'global DecompressionStream',
      'global RTCPeerConnectionIceErrorEvent',
      'global RTCRtpScriptTransform',
    ],
  'React calls it in transitions of views and of addresses, and in measuring its own speed, of which we use none':
    [
      '.animation',
      '.canIntercept',
      '.currentEntry',
      '.finished',
      '.getKeyframes',
      '.getState',
      '.navigate',
      '.setKeyframes',
      '.skipTransition',
      '.startViewTransition',
      '.transferSize',
      '.transition',
      'global navigation',
    ],
  'not the newer thing at all: a field of React, of a message or of a statistic that only has its name': [
    '.delay',
    '.detached',
    '.fromElement',
    '.mediaType',
    '.permission',
  ],
};

export const knownInStyles: Reasons = {
  'without it the browser draws its own ring around what has the focus': [':focus-visible'],
  'without it a picture has the shape that it was sent in': ['aspect-ratio'],
  'a finger has no pointer': ['cursor: pointer'],
  'Safari knows it by a name of its own, which stands beside it': ['text-size-adjust'],
};
