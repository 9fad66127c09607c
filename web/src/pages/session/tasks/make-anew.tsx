import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../../../parts/confirm.tsx';

/** Makes another invitation in place of one that may be in use: whoever has the earlier one is asked for again. */
export function MakeAnew({ busy, onAnew }: { readonly busy: boolean; readonly onAnew: () => void }) {
  const { t } = useTranslation('staff');
  return (
    <ConfirmButton
      label={t('invitation.anew')}
      question={t('invitation.anewQuestion')}
      consequence={t('invitation.anewConsequence')}
      confirm={t('invitation.anew')}
      disabled={busy}
      onConfirm={onAnew}
    />
  );
}
