import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { readCase } from '../../../../../functions/cases/contract.ts';
import { useAnswer } from '../../../api/hooks.ts';
import { Answer } from '../../../parts/answer.tsx';
import { useOwnRecord } from '../../../parts/own-record.tsx';
import { Page } from '../../../parts/page.tsx';
import { About } from './about.tsx';
import { HandOver } from './hand-over.tsx';
import { KnownOf } from './known-of.tsx';
import { OtherState } from './other-state.tsx';
import { OwnWord } from './own-word.tsx';
import { Place } from './place.tsx';
import { Stands } from './stands.tsx';
import { TakeOver } from './take-over.tsx';

/** Somebody who is heard: who they are to the case, how consent, plan and permission stand, and what each reader can say of it. */
export default function KeepingPage() {
  const { t } = useTranslation(['witness', 'staff']);
  const me = useOwnRecord();
  const { caseId = '', party = '' } = useParams();
  const found = useAnswer(readCase, { params: { caseId } });
  return (
    <Page
      title={t('keep.of', { who: party })}
      above={{ to: `/cases/${caseId}`, label: t('staff:case.title') }}
      reference={found.data?.reference}
    >
      <Answer of={found}>
        {(file) => {
          const witness = file.witnesses.find(({ pseudonym }) => pseudonym === party);
          if (witness === undefined) return <p>{t('keep.nobody')}</p>;
          const isHolder = witness.holder === me.personId;
          return (
            <>
              <KnownOf file={file} witness={witness} />
              <Stands file={file} witness={witness} />
              <OwnWord file={file} witness={witness} />
              {me.role === 'support-officer' && !isHolder && <p className="hint">{t('keep.onlyHolder')}</p>}
              {isHolder && (
                <>
                  <About caseId={caseId} witness={witness} />
                  <Place file={file} witness={witness} />
                  <OtherState file={file} witness={witness} />
                </>
              )}
              {me.role === 'support-officer' && (
                <>
                  <HandOver file={file} witness={witness} isHolder={isHolder} />
                  <TakeOver caseId={caseId} party={party} isHolder={isHolder} />
                </>
              )}
            </>
          );
        }}
      </Answer>
    </Page>
  );
}
