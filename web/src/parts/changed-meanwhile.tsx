import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';
import type { Draft } from './use-draft.ts';

/** Says that somebody else has saved in the meantime, what was taken over, and where the reader has to choose. */
export function ChangedMeanwhile<V extends object>({
  draft: { moved, taken, clashes, takeTheirs },
  nameOf,
}: {
  readonly draft: Draft<V>;
  /** The name of a field for people. */
  readonly nameOf: (field: keyof V & string) => string;
}) {
  const { t } = useTranslation('keeping');
  if (!moved) return null;
  const names = (fields: readonly (keyof V & string)[]) => fields.map(nameOf).join(' · ');
  return (
    <Notice tone="wait" live title={t('meanwhile.title')}>
      <p>{t('meanwhile.kept')}</p>
      {taken.length > 0 && <p>{t('meanwhile.taken', { fields: names(taken) })}</p>}
      {clashes.length > 0 && (
        <>
          <p>{t('meanwhile.clash', { fields: names(clashes) })}</p>
          <Button quiet onClick={takeTheirs}>
            {t('meanwhile.takeTheirs')}
          </Button>
        </>
      )}
    </Notice>
  );
}
