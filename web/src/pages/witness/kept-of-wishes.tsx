import { useTranslation } from 'react-i18next';
import type { NeededOfConsent } from '../../../../functions/witnesses/consent/contract.ts';
import { Notice } from '../../parts/notice.tsx';

/**
 * What becomes of what somebody wished for the session: what is kept by itself, what those who run it have to see to, and,
 * honestly, what cannot be kept yet.
 */
export function KeptOfWishes({
  needed: { liveVideo, recording, alteredPictureOrVoice, supporter, inCamera },
  seats,
}: {
  readonly needed: NeededOfConsent;
  readonly seats: readonly string[];
}) {
  const { t } = useTranslation('witness');
  return (
    <>
      {inCamera === 'yes' && seats.includes('observer') && (
        <Notice tone="plain" title={t('wishes.inCamera')} />
      )}
      {recording !== undefined && recording.answer !== 'yes' && (
        <Notice tone="plain" title={t('wishes.noRecording')} />
      )}
      {liveVideo?.answer === 'limited' && (
        <Notice tone="wait" title={t('wishes.noPicture')}>
          <p>{t('wishes.noPictureWhat')}</p>
        </Notice>
      )}
      {supporter?.answer === 'yes' && !seats.includes('support-person') && (
        <Notice tone="wait" title={t('wishes.supporterMissing')}>
          <p>{t('wishes.supporterWhat')}</p>
        </Notice>
      )}
      {alteredPictureOrVoice?.answer === 'yes' && (
        <Notice tone="wait" title={t('wishes.notAltered')}>
          <p>{t('wishes.notAlteredWhat')}</p>
        </Notice>
      )}
    </>
  );
}
