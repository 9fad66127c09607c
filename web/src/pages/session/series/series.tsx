import { useState } from 'react';
import type * as z from 'zod';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { sessionRow } from '../../../../../functions/sessions/contract.ts';
import { leaveSeries, readSeries } from '../../../../../functions/sessions/series/contract.ts';
import { useAction, useAnswer } from '../../../api/hooks.ts';
import { Answer } from '../../../parts/answer.tsx';
import { Button } from '../../../parts/button.tsx';
import { Span } from '../../../parts/moment.tsx';
import { useOwnRecord } from '../../../parts/own-record.tsx';
import { ProblemNotice } from '../../../parts/problem-notice.tsx';
import { mayChange } from '../change/change-rights.ts';
import type { SessionProps } from '../session-view.ts';
import { StatusBadge } from '../status-badge.tsx';
import { AddToSeries } from './add-to-series.tsx';
import { BookSeries } from './book-series.tsx';
import { CancelSeries } from './cancel-series.tsx';
import { HowItWent, type Went } from './how-it-went.tsx';
import { RestOfShift } from './rest-of-shift.tsx';
import { ShiftSeries } from './shift-series.tsx';

/** The other sessions of the same trial, and what is done to all of them as one, for those who may. */
export function Series({ session }: SessionProps) {
  const { t } = useTranslation('scheduling');
  const me = useOwnRecord();
  const { sessionId } = session;
  const found = useAnswer(readSeries, { params: { sessionId } });
  const [went, setWent] = useState<Went>();
  const may = session.ownCourt && mayChange(session, me.role);
  return (
    <Answer of={found}>
      {({ sessions, shift }) => {
        const isLinked = sessions.length > 1;
        if (!isLinked && !may) return null;
        return (
          <section className="section" aria-labelledby="series-title">
            <h2 id="series-title">{t('series.title')}</h2>
            {!isLinked && <p className="hint">{t('series.alone')}</p>}
            {isLinked && (
              <ol className="cards">
                {sessions.map((each) => (
                  <li key={each.sessionId}>
                    <SessionOfSeries session={each} isThis={each.sessionId === sessionId} />
                  </li>
                ))}
              </ol>
            )}
            {went !== undefined && <HowItWent went={went} sessions={sessions} />}
            {may && isLinked && sessions.some(({ status }) => status === 'held') && (
              <BookSeries sessionId={sessionId} sessions={sessions} />
            )}
            {may && shift !== undefined && (
              <RestOfShift sessionId={sessionId} shift={shift} sessions={sessions} onDone={setWent} />
            )}
            {may && isLinked && shift === undefined && <ShiftSeries sessionId={sessionId} onDone={setWent} />}
            {may && isLinked && <CancelSeries sessionId={sessionId} sessions={sessions} />}
            {may && <AddToSeries session={session} sessions={sessions} />}
            {may && session.series !== undefined && isLinked && <Leave sessionId={sessionId} />}
          </section>
        );
      }}
    </Answer>
  );
}

function SessionOfSeries({
  session,
  isThis,
}: {
  readonly session: z.infer<typeof sessionRow>;
  readonly isThis: boolean;
}) {
  const { t } = useTranslation(['scheduling', 'staff']);
  const me = useOwnRecord();
  const shown = (
    <>
      <strong>
        <Span start={session.start} end={session.end} zone={me.zone} />
      </strong>
      <span className="row">
        <span>{t(`staff:session.kind.${session.kind}`)}</span>
        <StatusBadge status={session.status} />
        {isThis && <span className="badge">{t('series.this')}</span>}
      </span>
    </>
  );
  if (isThis) return <div className="card">{shown}</div>;
  return (
    <Link className="card card-link" to={`/sessions/${session.sessionId}`}>
      {shown}
    </Link>
  );
}

function Leave({ sessionId }: { readonly sessionId: string }) {
  const { t } = useTranslation('scheduling');
  const action = useAction(leaveSeries);
  return (
    <>
      <ProblemNotice problem={action.problem} />
      <p className="row">
        <Button quiet busy={action.running} onClick={() => action.start({ params: { sessionId }, body: {} })}>
          {t('series.leave')}
        </Button>
        <span className="hint">{t('series.left')}</span>
      </p>
    </>
  );
}
