import { useState } from 'react';
import type { HearingLink, HearingPicture } from './hearing-link.ts';
import { roomKind, type Place } from './places.ts';
import { roomWord } from './room-names.ts';
import type { RoomWords } from './room-words.ts';

/**
 * In which of several rooms this person is heard, and the press by which they are heard in another instead. While there is only
 * one, nothing but whether the court hears them yet, where they wait for it in a room of their own.
 */
export function HeardIn({
  picture: { main, others, heardIn },
  link,
  words,
}: {
  readonly picture: HearingPicture;
  readonly link: HearingLink;
  readonly words: RoomWords;
}) {
  const speaks = [...(main === undefined ? [] : [main]), ...others.map(({ place }) => place)].filter(
    ({ as }) => as !== 'viewer',
  );
  const waits = useWaits(main);
  if (speaks.length < 2 && heardIn === main?.room)
    return waits === undefined ? null : (
      <p className="hearing-notice" role="status" data-testid="live" data-live={waits === 'called'}>
        {waits === 'called' ? words.courtNow : words.courtNotYet}
      </p>
    );
  return (
    <div className="heard-in" data-testid="heard-in" data-room={heardIn ?? ''}>
      <p role="status">
        {heardIn === undefined
          ? words.heardNowhere
          : words.heardIn.replace('{room}', roomWord(heardIn, words))}
      </p>
      {speaks
        .filter(({ room }) => room !== heardIn)
        .map(({ room }) => (
          <button key={room} type="button" className="hearing-button" onClick={() => link.speakIn(room)}>
            {words.speakIn.replace('{room}', roomWord(room, words))}
          </button>
        ))}
    </div>
  );
}

/** Whether somebody waits in a room of their own, or was called out of it into the hearing while the page was there. */
function useWaits(main: Place | undefined): 'waits' | 'called' | undefined {
  const [waited, setWaited] = useState(false);
  const kind = main === undefined ? undefined : roomKind(main.room);
  if (kind === 'witness' && !waited) setWaited(true);
  if (kind === 'witness') return 'waits';
  return waited && kind === 'hearing' ? 'called' : undefined;
}
