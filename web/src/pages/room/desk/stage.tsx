import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HearingPicture } from '../../../video/hearing-link.ts';
import type { Placed } from '../../../video/places.ts';
import type { RoomWords } from '../../../video/room-words.ts';
import {
  courtIn,
  CourtTile,
  OtherRoom,
  OwnTile,
  peopleIn,
  PersonTile,
  type Person,
} from '../../../video/tiles.tsx';
import { Icon } from '../../../parts/icon.tsx';
import { HOLD_MS, nextShown, type Shown } from './speaker.ts';

/** How the room is looked at. */
export interface Looking {
  readonly grid: boolean;
  /** Who is kept large: a pseudonym; `speaker`, whoever speaks; undefined while nothing was chosen, which is the witness. */
  readonly pin: string | undefined;
  /** 1 is all of it. */
  readonly zoom: number;
}

/** Those for whom everybody is there: they are never out of sight, and large until somebody chooses otherwise. */
const heard: readonly string[] = ['witness', 'expert'];

/** So many are beside the large one before they need a second column, at 1280 × 800: who is not in sight is not received. */
const besideInOne = 4;

/** Who is kept large, if they are there. */
export const pinnedOf = ({ pin }: Looking, people: readonly Person[]): Person | undefined =>
  pin === undefined
    ? people.find(({ seat }) => heard.includes(seat.seat))
    : people.find(({ seat }) => seat.pseudonym === pin);

/**
 * Everybody in the main room: one large and the others in a column beside, or all alike; below them who is in further rooms. The
 * same tiles in the same order of the page, whatever is chosen, so that no picture stops as they are moved.
 */
export function Stage({
  picture,
  view,
  words,
  looking,
  onPin,
}: {
  readonly picture: HearingPicture;
  readonly view: Placed;
  readonly words: RoomWords;
  readonly looking: Looking;
  readonly onPin: (pin: string) => void;
}) {
  const { t } = useTranslation('desk');
  const { media, standing } = picture;
  const people = standing.name === 'joined' ? peopleIn(media, view) : [];
  const court = standing.name === 'joined' ? courtIn(media, view) : undefined;
  const speaker = useSpeaker(people);
  const pinned = pinnedOf(looking, people);
  // Who follows from the screened side looks at the court.
  const usual = court === undefined ? (speaker ?? people[0]?.seat.pseudonym) : 'court';
  const large = looking.grid ? undefined : (pinned?.seat.pseudonym ?? usual);
  if (standing.name !== 'joined') return <div className="desk-stage" />;
  const beside = Math.max(1, people.length + (court === undefined ? 0 : 1));
  const columns = beside > besideInOne ? 2 : 1;
  const span = {
    '--columns': columns,
    '--rows': Math.ceil(beside / columns),
    '--zoom': looking.zoom,
  } as React.CSSProperties;
  return (
    <div className="desk-stage" data-view={looking.grid ? 'grid' : 'speaker'} style={span}>
      {/* It scrolls where many are in it, and then by the keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is moved by the arrow keys */}
      <div className="tiles" role="group" aria-label={words.people} data-count={beside + 1} tabIndex={0}>
        {court !== undefined && <CourtTile court={court} words={words} large={large === 'court'} />}
        {people.map((person) => {
          const { pseudonym, seat } = person.seat;
          const isPinned = pinned?.seat.pseudonym === pseudonym;
          return (
            <PersonTile
              key={pseudonym}
              person={person}
              words={words}
              large={large === pseudonym}
              zoomed={large === pseudonym && looking.zoom > 1}
            >
              <button
                type="button"
                className="tile-pin"
                aria-pressed={isPinned}
                aria-label={t('pin', { who: `${words[seat]} ${pseudonym}` })}
                title={t('pin', { who: words[seat] })}
                onClick={() => onPin(isPinned ? 'speaker' : pseudonym)}
              >
                <Icon name="pin" />
              </button>
            </PersonTile>
          );
        })}
        <OwnTile
          key="own"
          media={media}
          view={view}
          words={words}
          large={large === undefined && !looking.grid}
        />
        {people.length === 0 && court === undefined && <p className="hearing-notice">{words.alone}</p>}
      </div>
      {picture.others.map((room) => (
        <OtherRoom key={room.place.room} room={room} view={view} words={words} />
      ))}
    </div>
  );
}

/** Whoever speaks, or spoke last. */
function useSpeaker(people: readonly Person[]): string | undefined {
  const [shown, setShown] = useState<Shown>();
  const speaking = people.filter(({ there }) => there.speaking).map(({ seat }) => seat.pseudonym);
  const key = speaking.join(' ');
  useEffect(() => {
    const look = () => setShown((now) => nextShown(now, key === '' ? [] : key.split(' '), performance.now()));
    look();
    // Who went on speaking while another was held is shown then.
    const timer = setTimeout(look, HOLD_MS);
    return () => clearTimeout(timer);
  }, [key]);
  return people.some(({ seat }) => seat.pseudonym === shown?.who) ? shown?.who : undefined;
}
