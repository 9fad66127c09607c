import { useState } from 'react';
import type { HearingPicture } from './hearing-link.ts';
import type { RoomView } from './room-view.ts';
import type { RoomWords } from './room-words.ts';
import { Tile } from './tile.tsx';

/**
 * Everybody in the room. Only people whom the view names get a tile: media of anybody else is neither shown nor played.
 * One of them can be enlarged, but not on the page of the witness, which stays as it is.
 */
export function Tiles({
  picture,
  view,
  words,
}: {
  readonly picture: HearingPicture;
  readonly view: RoomView;
  readonly words: RoomWords;
}) {
  const { media, standing } = picture;
  const [large, setLarge] = useState<string>();
  if (standing.name !== 'joined') return null;
  const others = view.seats.flatMap((seat) => {
    const there = media.others.find((other) => other.identity === seat.identity);
    return seat.pseudonym === view.myPseudonym || there === undefined ? [] : [{ seat, there }];
  });
  const sizing = (pseudonym: string) =>
    view.mySeat === 'witness'
      ? {}
      : {
          large: large === pseudonym,
          onSize: () => setLarge(large === pseudonym ? undefined : pseudonym),
        };
  return (
    <div className="tiles" role="group" aria-label={words.people} data-count={others.length + 1}>
      {others.map(({ seat, there }) => (
        <Tile
          key={seat.pseudonym}
          seat={seat.seat}
          label={words[seat.seat]}
          pseudonym={seat.pseudonym}
          own={false}
          video={there.video}
          audio={there.audio}
          speaking={there.speaking}
          mutedWord={there.muted ? words.muted : undefined}
          line={there.line}
          words={words}
          {...sizing(seat.pseudonym)}
        />
      ))}
      <Tile
        key="own"
        seat={view.mySeat}
        label={words.you}
        pseudonym={view.myPseudonym}
        own
        video={media.own.cameraOn ? media.own.video : undefined}
        audio={media.own.audio}
        speaking={false}
        mutedWord={media.own.microphoneOn ? undefined : words.muted}
        line={media.own.line}
        words={words}
        {...sizing(view.myPseudonym)}
      />
      {others.length === 0 ? <p className="hearing-notice">{words.alone}</p> : null}
    </div>
  );
}
