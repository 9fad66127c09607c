import { useCallback } from 'react';
import { readShownPage, readShown } from '../guest/guest-api.ts';
import type { GuestWords } from '../guest/guest-words.ts';
import { ShownPage } from './shown-page.tsx';
import { useShown } from './use-shown.ts';

export interface ShownToGuestProps {
  readonly sessionId: string;
  /** Rises each time the page looks at the room. */
  readonly looks: number;
  readonly words: GuestWords;
}

/** What is shown to somebody who came by a link; nothing at all while nothing is. */
export default function ShownToGuest({ sessionId, looks, words }: ShownToGuestProps) {
  const read = useCallback(() => readShown(sessionId), [sessionId]);
  const look = useCallback((size: 'large' | 'small') => readShownPage(sessionId, size), [sessionId]);
  const { shown, image } = useShown({ read, look, looks });
  if (shown === undefined || image === undefined) return null;
  const name = words.exhibitShown
    .replace('{number}', shown.number)
    .replace('{page}', `${shown.page}`)
    .replace('{pages}', `${shown.pages}`);
  return (
    <section aria-label={name} data-testid="shown" data-page={shown.page}>
      <p role="status">{name}</p>
      <ShownPage
        image={image}
        pointer={shown.pointer}
        look="hearing-button"
        words={{ name, closer: words.exhibitCloser, farther: words.exhibitFarther }}
      />
    </section>
  );
}
