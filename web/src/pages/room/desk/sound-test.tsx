import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../parts/button.tsx';
import { Icon } from '../../../parts/icon.tsx';
import { Level } from '../../../parts/level.tsx';

/** Whether one hears and is heard, tried without leaving: one's own loudness, and a tone that nobody else hears. */
export function SoundTest({
  track,
  children,
}: {
  readonly track: MediaStreamTrack | undefined;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation('desk');
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (!open) return undefined;
    const close = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape') return;
      setOpen(false);
      button.current?.focus();
    };
    addEventListener('keydown', close);
    return () => removeEventListener('keydown', close);
  }, [open]);
  return (
    <div className="sound-test">
      <button
        ref={button}
        type="button"
        className="desk-button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name="sound" />
        {t('sound.title')}
      </button>
      {open && (
        <div className="sound-panel">
          <p>{track === undefined ? t('sound.noMicrophone') : t('sound.speak')}</p>
          {track !== undefined && <OwnLevel track={track} />}
          <p>{t('sound.listen')}</p>
          <Button quiet small onClick={playTone}>
            {t('sound.play')}
          </Button>
          {children}
        </div>
      )}
    </div>
  );
}

function OwnLevel({ track }: { readonly track: MediaStreamTrack }) {
  const stream = useMemo(() => new MediaStream([track]), [track]);
  return <Level stream={stream} />;
}

/** A second of a tone as high as the one in a hearing test, at a third of what is possible. */
function playTone(): void {
  const context = new AudioContext();
  const tone = context.createOscillator();
  const loudness = context.createGain();
  tone.frequency.value = 660;
  loudness.gain.value = 0.3;
  tone.connect(loudness).connect(context.destination);
  tone.addEventListener('ended', () => void context.close());
  tone.start();
  tone.stop(context.currentTime + 1);
}
