import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { listen, soundSamples } from '../video/listen.ts';

/** How loud the microphone is right now, so that a person sees that it hears. */
export function Level({ stream }: { readonly stream: MediaStream | undefined }) {
  const bar = useRef<HTMLMeterElement>(null);
  const { t } = useTranslation('staff');
  useEffect(() => {
    if (stream === undefined) return undefined;
    const samples = new Float32Array(soundSamples);
    return listen(stream, (analyser) => {
      analyser.getFloatTimeDomainData(samples);
      const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
      if (bar.current !== null) bar.current.value = Math.min(1, loudest * 2);
    });
  }, [stream]);
  return <meter ref={bar} className="level" min={0} max={1} aria-label={t('device.level')} />;
}
