import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { listSessions } from '../../../../../functions/sessions/contract.ts';
import { useAnswer } from '../../../api/hooks.ts';
import { Answer } from '../../../parts/answer.tsx';
import { Span } from '../../../parts/moment.tsx';
import { useOwnRecord } from '../../../parts/own-record.tsx';
import { Page } from '../../../parts/page.tsx';
import { useReference } from '../../../parts/use-reference.ts';
import { StatusBadge } from '../../session/status-badge.tsx';

/** For counsel: the hearings in which they or the one whom they represent have a seat, each with the way to its log. */
export default function ClientPage() {
  const { t } = useTranslation('staff');
  const me = useOwnRecord();
  const { caseId = '' } = useParams();
  const found = useAnswer(listSessions, { query: { caseId } });
  return (
    <Page
      title={t('clientHearings.title')}
      above={{ to: '/', label: t('cases.title') }}
      reference={useReference(caseId)}
    >
      <p className="hint">{t('clientHearings.what')}</p>
      <Answer of={found}>
        {({ sessions }) =>
          sessions.length === 0 ? (
            <p className="quiet">{t('clientHearings.none')}</p>
          ) : (
            <ul className="cards">
              {sessions.map(({ sessionId, start, end, kind, status }) => (
                <li key={sessionId}>
                  <Link className="card card-link" to={`/sessions/${sessionId}/log`}>
                    <strong>
                      <Span start={start} end={end} zone={me.zone} />
                    </strong>
                    <span className="row">
                      <span>{t(`session.kind.${kind}`)}</span>
                      <StatusBadge status={status} />
                      <span>{t('session.toLog')}</span>
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </Page>
  );
}
