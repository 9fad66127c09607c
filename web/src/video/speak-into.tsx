import { useState } from 'react';
import type { HearingLink, HearingPicture } from './hearing-link.ts';
import { interpretedInto, langOf, nameOfLanguage } from './language-name.ts';
import type { RoomWords } from './room-words.ts';

/**
 * For whoever interprets: who hears them, the room or those who listen to a language; another is one press. Languages are put
 * there once, before they are needed.
 */
export function SpeakInto({
  picture,
  link,
  words,
}: {
  readonly picture: HearingPicture;
  readonly link: HearingLink;
  readonly words: RoomWords;
}) {
  const [languages, setLanguages] = useState<readonly string[]>([]);
  const { speaksInto } = picture.wish;
  const rest = interpretedInto.filter((each) => !languages.includes(each));
  return (
    <div className="speak-into" data-testid="speak-into" data-language={speaksInto ?? ''}>
      <p role="status">
        {speaksInto === undefined
          ? words.roomHearsYou
          : words.listenersHearYou.replace('{language}', nameOfLanguage(speaksInto))}
      </p>
      <div className="speak-choices" role="group" aria-label={words.speakTo}>
        {[undefined, ...languages].map((language) => (
          <button
            key={language ?? 'room'}
            type="button"
            className="hearing-button"
            aria-pressed={language === speaksInto}
            {...langOf(language)}
            onClick={() => link.speakInto(language)}
          >
            {language === undefined ? words.wholeRoom : nameOfLanguage(language)}
          </button>
        ))}
      </div>
      <label>
        <span>{words.oneMoreLanguage}</span>{' '}
        <select
          value=""
          data-testid="one-more-language"
          onChange={(event) => setLanguages([...languages, event.currentTarget.value])}
        >
          <option value="">–</option>
          {rest.map((language) => (
            <option key={language} value={language} {...langOf(language)}>
              {nameOfLanguage(language)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
