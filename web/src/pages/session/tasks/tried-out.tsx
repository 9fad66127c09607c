import { useTranslation } from 'react-i18next';
import type { UiLanguage } from '../../../../../functions/shared/values/languages.ts';
import { Button } from '../../../parts/button.tsx';
import { ConfirmButton } from '../../../parts/confirm.tsx';
import { Notice } from '../../../parts/notice.tsx';
import type { Invitation } from './use-invitation.ts';

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
        <ConfirmButton
          label={t('invitation.anew')}
          question={t('invitation.anewQuestion')}
          consequence={t('invitation.anewConsequence')}
          confirm={t('invitation.anew')}
          disabled={busy}
          onConfirm={() => onAnew(language)}
        />
      )}
    </Notice>
  );
}
