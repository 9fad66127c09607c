import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { readDoor } from '../../../../../functions/sessions/door/contract.ts';
import { useAnswer } from '../../../api/hooks.ts';
import { Answer } from '../../../parts/answer.tsx';
import { Moment, Span } from '../../../parts/moment.tsx';
import { useOwnRecord } from '../../../parts/own-record.tsx';
import { OneRoom } from '../../../parts/one-room.tsx';
import { Page } from '../../../parts/page.tsx';
import { useReference } from '../../../parts/use-reference.ts';
import { StatusBadge } from '../status-badge.tsx';
import { GateRow } from './gate-row.tsx';
import { Identities } from './identities.tsx';
import { LeadTimes } from './lead-times.tsx';

/** The door of a session: each gate with what it lacks, who must do it and by when; driven by what the service says of each. */
export default function DoorPage() {
  const { t } = useTranslation(['door', 'staff']);
  const me = useOwnRecord();
  const { sessionId = '' } = useParams();
  const found = useAnswer(readDoor, { params: { sessionId } }, { every: () => 10_000 });
  const reference = useReference(found.data?.caseId);
  return (
    <Page
      title={t('title')}
      above={{ to: `/sessions/${sessionId}`, label: t('session') }}
      reference={[reference, sessionId].filter(Boolean).join(' · ')}
    >
      <Answer of={found}>
        {(door) => (
          <>
            <div className="session-head">
              <p className="lead">
                <strong>{t(`staff:session.kind.${door.kind}`)}</strong>
                <br />
                <Span start={door.start} end={door.end} zone={me.zone} />
                <br />
                <span className="quiet">
                  {t('opens')} <Moment at={door.opensAt} zone={me.zone} />
                </span>
              </p>
              <StatusBadge status={door.status} />
            </div>
            <OneRoom of={door.oneRoom} />
            <ul className="door-list">
              {door.gates.map((gate) => (
                <GateRow key={gate.gate} sessionId={sessionId} gate={gate} />
              ))}
            </ul>
            {door.noOfficerNeeded === true && <p data-testid="no-officer">{t('noOfficer')}</p>}
            {door.identities.length > 0 && <Identities of={door.identities} />}
            {door.leadTimes.length > 0 && <LeadTimes of={door.leadTimes} />}
          </>
        )}
      </Answer>
    </Page>
  );
}
