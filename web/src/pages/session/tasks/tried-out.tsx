import { useTranslation } from 'react-i18next';
import type { UiLanguage } from '../../../../../functions/shared/values/languages.ts';
import { Button } from '../../../parts/button.tsx';
import { Notice } from '../../../parts/notice.tsx';
import type { Invitation } from './use-invitation.ts';
import { MakeAnew } from './make-anew.tsx';

/**
 * Wrong PINs used up a link. One press makes another, but where a device has the seat already, which a new link would put
 * out: that is asked first.
 */
export function TriedOut({
  invitation: { state, triedOutAt, language },
  busy,
  onAnew,
}: {
  readonly invitation: Invitation;
  readonly busy: boolean;
  readonly onAnew: (language: UiLanguage) => void;
}) {
  const { t } = useTranslation('staff');
  if (triedOutAt === undefined || language === undefined) return null;
  return (
    <Notice tone="bad" live title={t('invitation.triedOut.title')}>
      <p>{t(`invitation.triedOut.${state}`)}</p>
      {state === 'fresh' ? (
        <Button disabled={busy} onClick={() => onAnew(language)}>
          {t('invitation.anew')}
        </Button>
      ) : (
        <MakeAnew busy={busy} onAnew={() => onAnew(language)} />
      )}
    </Notice>
  );
}
