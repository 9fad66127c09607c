import { useTranslation } from 'react-i18next';
import { Icon, type IconName } from '../../../parts/icon.tsx';
import type { HearingLink, HearingPicture } from '../../../video/hearing-link.ts';
import type { RoomWords } from '../../../video/room-words.ts';
import { OwnDevices } from '../../../video/own-devices.tsx';
import type { Shortcut } from './shortcuts.ts';
import { SoundTest } from './sound-test.tsx';

interface ControlParts {
  readonly picture: HearingPicture;
  readonly link: HearingLink;
  readonly words: RoomWords;
  readonly grid: boolean;
  readonly zoom: number;
  readonly does: Readonly<Partial<Record<Shortcut, () => void>>>;
  /** Shows who is large in a window of its own; absent where the browser cannot. */
  readonly ownWindow: (() => void) | undefined;
}

/** What one's own voice and picture do, and how the room is looked at: one row, each reached by the keyboard. */
export function Controls(parts: ControlParts) {
  const { picture, link, words, grid, zoom, does } = parts;
  const { t } = useTranslation('desk');
  const { own } = picture.media;
  const { wish } = picture;
  const hasVoice = own.audio !== undefined;
  const hasPicture = own.video !== undefined;
  return (
    <div className="desk-controls" role="group" aria-label={t('controls')}>
      {hasVoice && (
        <button type="button" className="desk-button" data-on={wish.microphone} onClick={does.microphone}>
          <Icon name="microphone" />
          {wish.microphone ? words.microphoneOff : words.microphoneOn}
        </button>
      )}
      {hasPicture && (
        <button type="button" className="desk-button" data-on={wish.camera} onClick={does.camera}>
          <Icon name="camera" />
          {wish.camera ? words.cameraOff : words.cameraOn}
        </button>
      )}
      <span className="desk-looks">
        <Small icon="grid" word={t('keys.grid')} pressed={grid} press={does.grid} />
        <Small icon="farther" word={t('keys.farther')} press={zoom > 1 ? does.farther : undefined} />
        <Small icon="closer" word={t('keys.closer')} press={grid ? undefined : does.closer} />
        {parts.ownWindow !== undefined && (
          <Small icon="ownWindow" word={t('ownWindow')} press={parts.ownWindow} />
        )}
        <Small icon="wholeScreen" word={t('keys.fullScreen')} press={does.fullScreen} />
        <Small icon="keyboard" word={t('keys.title')} press={does.help} />
      </span>
      <SoundTest track={own.audio?.mediaStreamTrack}>
        <OwnDevices picture={picture} link={link} words={words} />
      </SoundTest>
    </div>
  );
}

function Small({
  icon,
  word,
  pressed,
  press,
}: {
  readonly icon: IconName;
  readonly word: string;
  readonly pressed?: boolean;
  /** Undefined where there is nothing to be done now. */
  readonly press: (() => void) | undefined;
}) {
  return (
    <button
      type="button"
      className="desk-small"
      title={word}
      aria-label={word}
      aria-disabled={press === undefined}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      onClick={press}
    >
      <Icon name={icon} />
    </button>
  );
}
