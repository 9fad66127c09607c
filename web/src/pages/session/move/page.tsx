import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { readCase } from '../../../../../functions/cases/contract.ts';
import { readSession } from '../../../../../functions/sessions/contract.ts';
import { useAnswer } from '../../../api/hooks.ts';
import { Answer } from '../../../parts/answer.tsx';
import { Span } from '../../../parts/moment.tsx';
import { useOwnRecord } from '../../../parts/own-record.tsx';
import { Page } from '../../../parts/page.tsx';
import type { Proposal } from '../../../parts/proposal.ts';
import { useToday } from '../../../parts/use-now.ts';
import { Finder } from '../../slots/finder.tsx';
import { usualInterpreter } from '../../slots/first-wanted.ts';
import type { SessionView } from '../session-view.ts';
import { ConfirmMove } from './confirm-move.tsx';
import { againOf, daysFrom, wantedToMove } from './wanted-to-move.ts';

/** Finds another time for a session, shows what everybody will be told, and then moves it. */
export default function MovePage() {
  const { t } = useTranslation(['scheduling', 'staff']);
  const { sessionId = '' } = useParams();
  const found = useAnswer(readSession, { params: { sessionId } });
  return (
    <Page
      wide
      title={t('move.title')}
      above={{ to: `/sessions/${sessionId}`, label: t('staff:session.title') }}
    >
      <Answer of={found}>{(session) => <Move session={session} />}</Answer>
    </Page>
  );
}

/** The days of the session as they were chosen, by the venue’s clock. */
type Chosen = Pick<Proposal, 'days' | 'overrides'>;

function Move({ session }: { readonly session: SessionView }) {
  const { t } = useTranslation('scheduling');
  const me = useOwnRecord();
  const go = useNavigate();
  const found = useAnswer(readCase, { params: { caseId: session.caseId } });
  const [chosen, setChosen] = useState<Chosen>();
  const today = useToday(me.zone);
  return (
    <>
      <p className="lead">
        {t('move.now')} <Span start={session.start} end={session.end} zone={me.zone} />
      </p>
      {session.days.length > 1 && (
        <p className="hint">{t('move.moreDays', { number: session.days.length - 1 })}</p>
      )}
      {chosen !== undefined && (
        <ConfirmMove
          key={chosen.days[0]?.local}
          session={session}
          {...chosen}
          onStart={(local, offset) => setChosen({ days: daysFrom(session, { local, offset }) })}
          onBack={() => setChosen(undefined)}
          onMoved={() => void go(`/sessions/${session.sessionId}`, { replace: true })}
        />
      )}
      <div hidden={chosen !== undefined}>
        <Answer of={found}>
          {(each) => (
            <Finder
              context={{
                caseId: session.caseId,
                members: each.members,
                zone: me.zone,
                today,
                witness: session.seats.find(({ seat }) => seat === 'witness')?.pseudonym ?? '',
                usual: usualInterpreter(each),
                moving: session.sessionId,
                again: againOf(session),
                venue: session.venue.zone,
              }}
              first={wantedToMove(session, each.members, today)}
              take={t('move.take')}
              onTake={({ days, overrides }) =>
                setChosen({ days, ...(overrides === undefined ? {} : { overrides }) })
              }
            />
          )}
        </Answer>
      </div>
    </>
  );
}
