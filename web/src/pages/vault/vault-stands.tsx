import { useTranslation } from 'react-i18next';
import { Moment } from '../../parts/moment.tsx';
import { Notice } from '../../parts/notice.tsx';
import { useOwnRecord } from '../../parts/own-record.tsx';
import type { Vault } from './vault.ts';

/** Whether anything is kept, and since when. */
export function VaultStands({ vault: { state, since } }: { readonly vault: Vault }) {
  const { t } = useTranslation('witness');
  const { zone } = useOwnRecord();
  return (
    <Notice tone={state === 'kept' ? 'good' : 'plain'} title={t(`vault.states.${state}`)}>
      {since !== undefined && (
        <p>
          <Moment at={since} zone={zone} />
        </p>
      )}
    </Notice>
  );
}
