import { useTranslation } from 'react-i18next';
import { Icon } from '../../../parts/icon.tsx';
import type { HearingPicture } from '../../../video/hearing-link.ts';
import { roomWord } from '../../../video/room-names.ts';
import type { Placed } from '../../../video/places.ts';
import type { RoomWords } from '../../../video/room-words.ts';
import { peopleIn, voiceWord } from '../../../video/tiles.tsx';
import { handsUp } from './hand.tsx';

/** Who is in which of the own rooms, and whose microphone is on; and who of the session is at the door or not there yet. */
export function People({
  picture,
  view,
  words,
}: {
  readonly picture: HearingPicture;
  readonly view: Placed;
  readonly words: RoomWords;
}) {
  const { t } = useTranslation(['desk', 'staff']);
  const { main, media, others } = picture;
  const rooms = [
    ...(main === undefined ? [] : [{ place: main, media }]),
    ...others.map(({ place, media: theirs }) => ({ place, media: theirs })),
  ].map(({ place, media: theirs }) => ({ place, people: peopleIn(theirs, view) }));
  const there = new Set(rooms.flatMap(({ people }) => people.map(({ seat }) => seat.pseudonym)));
  const hands = handsUp(view).map(({ pseudonym }) => pseudonym);
  const order = (pseudonym: string) => hands.indexOf(pseudonym) + 1;
  const away = view.seats.filter(({ pseudonym }) => pseudonym !== view.myPseudonym && !there.has(pseudonym));
  return (
    <section className="desk-people" aria-labelledby="desk-people-title">
      <h2 id="desk-people-title">{t('people.title')}</h2>
      {rooms.map(({ place, people }) => (
        <div key={place.room}>
          <h3>{roomWord(place.room, words)}</h3>
          <ul data-testid={`people-${place.room}`}>
            {place.as !== 'viewer' && (
              <li>
                <span>{words.you}</span> <span className="pseudonym">{view.myPseudonym}</span>
              </li>
            )}
            {people.map(({ seat, there: theirs }) => (
              <li key={seat.pseudonym}>
                <span>{words[seat.seat]}</span> <span className="pseudonym">{seat.pseudonym}</span>{' '}
                <span className="quiet">{voiceWord(theirs, words)}</span>
                {seat.silenced === true && <span className="badge badge-wait">{t('people.silenced')}</span>}
                {order(seat.pseudonym) > 0 && (
                  <span className="badge badge-good">
                    <Icon name="hand" /> {t('people.hand', { order: order(seat.pseudonym) })}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
      {/* Whoever runs the session has them in the list at the door. */}
      {view.runs !== true && away.length > 0 && (
        <div>
          <h3>{t('people.notHere')}</h3>
          <ul>
            {away.map(({ seat, pseudonym, state }) => (
              <li key={pseudonym}>
                <span>{words[seat]}</span> <span className="pseudonym">{pseudonym}</span>{' '}
                <span className="quiet">{t(`staff:clerk.states.${state}`)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
