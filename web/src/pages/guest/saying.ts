import type { GuestProblem } from './guest-api.ts';
import type { GuestWords } from './guest-words.ts';

/** What a refusal of link and PIN means in the guest's words. */
export function sayingOf(code: GuestProblem['code']): keyof GuestWords {
  switch (code) {
    case 'invitation-not-accepted':
    case 'invalid-request':
      return 'pinWrong';
    case 'invitation-in-use':
      return 'inUse';
    case 'invitation-over':
    case 'room-ended':
      return 'linkOver';
    case 'too-many-tries':
      return 'tooMany';
    case 'offline':
      return 'noAnswer';
    default:
      return 'tryAgain';
  }
}
