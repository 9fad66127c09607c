import type { HearingLink, HearingPicture } from './hearing-link.ts';
import { roomWord } from './room-names.ts';
import type { RoomWords } from './room-words.ts';

/**
 * In which of several rooms this person is heard, and the press by which they are heard in another instead. Nothing is there
 * while there is only one.
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
  if (speaks.length < 2 && heardIn === main?.room) return null;
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
