import { useState } from 'react';
import type { HearingPicture, RoomPicture } from './hearing-link.ts';
import { nameOfLanguage } from './language-name.ts';
import type { Media, RemoteMedia } from './media.ts';
import { roomWord } from './room-names.ts';
import { identitiesOf, type Placed, type PlacedSeat } from './places.ts';
import type { RoomWords } from './room-words.ts';
import { Tile, type TileParts } from './tile.tsx';

/** Somebody whom the view names, with what comes of them. Media of anybody else is neither shown nor played. */
export interface Person {
  readonly seat: PlacedSeat;
  readonly there: RemoteMedia;
}

export const peopleIn = (media: Media, view: Placed): readonly Person[] =>
  view.seats.flatMap((seat) => {
    const there = media.others.find(({ identity }) => identitiesOf(seat).includes(identity));
    return seat.pseudonym === view.myPseudonym || there === undefined ? [] : [{ seat, there }];
  });

/** On the screened side: what carries the court over. */
export const courtIn = (media: Media, { relay }: Placed): RemoteMedia | undefined =>
  relay === undefined ? undefined : media.others.find(({ identity }) => identity === relay);

/** The court as the screened side sees and hears it, in one picture and one voice. */
export function CourtTile({
  court,
  words,
  ...more
}: { readonly court: RemoteMedia; readonly words: RoomWords } & More) {
  return (
    <Tile
      seat="court"
      label={words.court}
      pseudonym=""
      own={false}
      video={court.video}
      audio={court.audio}
      speaking={court.speaking}
      line={court.line}
      words={words}
      {...more}
    />
  );
}

type More = Pick<TileParts, 'large' | 'onSize' | 'zoomed' | 'children'>;

export function PersonTile({
  person: { seat, there },
  words,
  ...more
}: { readonly person: Person; readonly words: RoomWords } & More) {
  return (
    <Tile
      seat={seat.seat}
      label={words[seat.seat]}
      pseudonym={seat.pseudonym}
      own={false}
      video={there.video}
      audio={there.audio}
      speaking={there.speaking}
      mutedWord={voiceWord(there, words)}
      line={there.line}
      words={words}
      {...more}
    />
  );
}

/** That somebody is not heard, or into which language they are; nothing where everybody hears them. */
export function voiceWord({ muted, channels }: RemoteMedia, words: RoomWords): string | undefined {
  if (!muted) return undefined;
  const into = channels.find((channel) => !channel.muted);
  return into === undefined
    ? words.muted
    : words.interpretsInto.replace('{language}', nameOfLanguage(into.language));
}

export function OwnTile({
  media: { own },
  view,
  words,
  ...more
}: { readonly media: Media; readonly view: Placed; readonly words: RoomWords } & More) {
  return (
    <Tile
      seat={view.mySeat}
      label={words.you}
      pseudonym={view.myPseudonym}
      own
      video={own.cameraOn ? own.video : undefined}
      audio={own.audio}
      speaking={false}
      mutedWord={own.microphoneOn ? undefined : words.muted}
      line={own.line}
      words={words}
      {...more}
    />
  );
}

/**
 * Everybody in the room. Only people whom the view names get a tile.
 * One of them can be enlarged, but not on the page of the witness, which stays as it is.
 */
export function Tiles({
  picture,
  view,
  words,
}: {
  readonly picture: HearingPicture;
  readonly view: Placed;
  readonly words: RoomWords;
}) {
  const { media, standing } = picture;
  const [large, setLarge] = useState<string>();
  if (standing.name !== 'joined') return null;
  const others = peopleIn(media, view);
  const court = courtIn(media, view);
  const count = others.length + (court === undefined ? 1 : 2);
  const sizing = (pseudonym: string): More =>
    view.mySeat === 'witness'
      ? {}
      : {
          large: large === pseudonym,
          onSize: () => setLarge(large === pseudonym ? undefined : pseudonym),
        };
  return (
    <div className="tiles" role="group" aria-label={words.people} data-count={count}>
      {court === undefined ? null : <CourtTile court={court} words={words} {...sizing('court')} />}
      {others.map((person) => (
        <PersonTile
          key={person.seat.pseudonym}
          person={person}
          words={words}
          {...sizing(person.seat.pseudonym)}
        />
      ))}
      <OwnTile key="own" media={media} view={view} words={words} {...sizing(view.myPseudonym)} />
      {count === 1 ? <p className="hearing-notice">{words.alone}</p> : null}
    </div>
  );
}

/** A further room: who is there; and to a viewer, that nobody there hears or sees them. */
export function OtherRoom({
  room: { place, standing, media },
  view,
  words,
}: {
  readonly room: RoomPicture;
  readonly view: Placed;
  readonly words: RoomWords;
}) {
  const name = roomWord(place.room, words);
  const people = peopleIn(media, view);
  return (
    <section
      className="other-room"
      data-testid={`room-${place.room}`}
      data-standing={standing.name}
      aria-label={name}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is moved by the arrow keys
      tabIndex={0}
    >
      <h2>{name}</h2>
      {place.as === 'viewer' ? <p>{words.asViewer}</p> : null}
      {standing.name === 'joined' ? null : (
        <p role="status">{standing.name === 'off' ? words.off : words.connecting}</p>
      )}
      <div className="tiles" role="group" aria-label={name} data-count={people.length}>
        {people.map((person) => (
          <PersonTile key={person.seat.pseudonym} person={person} words={words} />
        ))}
      </div>
    </section>
  );
}
