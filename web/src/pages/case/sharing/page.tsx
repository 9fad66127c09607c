import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { askForCopy, readSharing } from '../../../../../functions/sharing/contract.ts';
import { useAnswer } from '../../../api/hooks.ts';
import { mayCall } from '../../../api/may-call.ts';
import { Answer } from '../../../parts/answer.tsx';
import { useOwnRecord } from '../../../parts/own-record.tsx';
import { Page } from '../../../parts/page.tsx';
import { AskForm } from './ask-form.tsx';
import { Asks } from './asks.tsx';
import { Kept } from './kept.tsx';
import { ShareCard } from './share-card.tsx';
import { ShareForm } from './share-form.tsx';

/** What somebody told: for the one who holds contact all of it, for an authority what was shared with it and what it asked for. */
export default function SharingPage() {
  const { t } = useTranslation(['sharing', 'staff']);
  const me = useOwnRecord();
  const { caseId = '', party = '' } = useParams();
  const about = { caseId, party };
  const found = useAnswer(readSharing, { params: about }, { every: () => 60_000 });
  const receives = mayCall(askForCopy, me.role);
  return (
    <Page
      title={t('sharing:title', { who: party })}
      above={{ to: `/cases/${caseId}`, label: t('staff:case.title') }}
    >
      <p className="hint">{t(receives ? 'sharing:aboutReceiving' : 'sharing:about')}</p>
      <Answer of={found}>
        {(told) => (
          <>
            {!receives && !told.isHolder && <p className="hint">{t('sharing:onlyHolder')}</p>}
            {!receives && <Kept about={about} told={told} />}
            {told.isHolder && told.information.length > 0 && <ShareForm about={about} told={told} />}
            <section className="section">
              <h2>{t('sharing:shares.title')}</h2>
              {told.shares.length === 0 && <p className="quiet">{t('sharing:shares.none')}</p>}
              <ul className="cards">
                {told.shares.map((share) => (
                  <li key={share.number} className="card" data-testid={`share-${share.number}`}>
                    <ShareCard about={about} share={share} isHolder={told.isHolder} receives={receives} />
                  </li>
                ))}
              </ul>
            </section>
            <section className="section">
              <h2>{t(receives ? 'sharing:asks.own' : 'sharing:asks.title')}</h2>
              <Asks about={about} told={told} />
              {receives && <AskForm key={told.asks.length} about={about} />}
            </section>
          </>
        )}
      </Answer>
    </Page>
  );
}
