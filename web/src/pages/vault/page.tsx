import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { readVault } from '../../../../functions/witnesses/vault/contract.ts';
import { useAnswer } from '../../api/hooks.ts';
import { Answer } from '../../parts/answer.tsx';
import { Page } from '../../parts/page.tsx';
import { useReference } from '../../parts/use-reference.ts';
import { AskUnmasking } from './ask-unmasking.tsx';
import { EraseIdentity } from './erase-identity.tsx';
import { KeepIdentity } from './keep-identity.tsx';
import { Unmaskings } from './unmaskings.tsx';
import { VaultStands } from './vault-stands.tsx';

/** Who somebody really is: the holder keeps it, two people of two agencies unmask it, and all that was done stands there. */
export default function VaultPage() {
  const { t } = useTranslation(['witness', 'staff']);
  const { caseId = '', party = '' } = useParams();
  const params = { caseId, party };
  const found = useAnswer(readVault, { params });
  return (
    <Page
      title={t('vault.of', { who: party })}
      above={{ to: `/cases/${caseId}`, label: t('staff:case.title') }}
      reference={useReference(caseId)}
    >
      <p className="lead">{t('vault.what')}</p>
      <Answer of={found}>
        {(vault) => (
          <>
            <VaultStands vault={vault} />
            <Unmaskings params={params} vault={vault} />
            {vault.mayAsk && <AskUnmasking params={params} vault={vault} />}
            {vault.holds && vault.state !== 'erased' && <KeepIdentity params={params} vault={vault} />}
            {vault.holds && vault.state === 'kept' && <EraseIdentity params={params} />}
          </>
        )}
      </Answer>
    </Page>
  );
}
