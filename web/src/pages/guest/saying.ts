import type { GuestProblem } from './guest-api.ts';
import type { GuestWords } from './guest-words.ts';

const sayings: Partial<Record<GuestProblem['code'], keyof GuestWords>> = {
  'invitation-not-accepted': 'pinWrong',
  'invalid-request': 'pinWrong',
  'invitation-in-use': 'inUse',
  'invitation-over': 'linkOver',
  'room-ended': 'linkOver',
  'only-withdrawal': 'linkOver',
  'too-many-tries': 'tooMany',
  offline: 'noAnswer',
};

/** What a refusal of link and PIN means in the guest's words. */
export const sayingOf = (code: GuestProblem['code']): keyof GuestWords => sayings[code] ?? 'tryAgain';
