import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { erasureGrounds, eraseIdentity } from '../../../../functions/witnesses/vault/contract.ts';
import { useAction } from '../../api/hooks.ts';
import { ConfirmButton } from '../../parts/confirm.tsx';
import { Select } from '../../parts/fields.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import type { VaultParams } from './vault.ts';

type Ground = (typeof erasureGrounds)[number];

/** The holder destroys the key, after saying why and being asked once more. */
export function EraseIdentity({ params }: { readonly params: VaultParams }) {
  const { t } = useTranslation('witness');
  const action = useAction(eraseIdentity);
  const [ground, setGround] = useState<Ground | ''>('');
  return (
    <section className="task" aria-label={t('vault.erase.title')}>
      <h2>{t('vault.erase.title')}</h2>
      <p>{t('vault.erase.what')}</p>
      <Select<Ground>
        name="ground"
        label={t('vault.erase.ground')}
        value={ground}
        onChoose={setGround}
        options={erasureGrounds.map((value) => ({ value, label: t(`vault.erase.grounds.${value}`) }))}
      />
      <ProblemNotice problem={action.problem} />
      <ConfirmButton
        label={t('vault.erase.title')}
        question={t('vault.erase.question')}
        consequence={t('vault.erase.what')}
        confirm={t('vault.erase.title')}
        disabled={action.running || ground === ''}
        onConfirm={() => {
          if (ground !== '') action.start({ params, body: { ground } });
        }}
      />
    </section>
  );
}
