import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { moveSession } from '../../../../../functions/sessions/changing/contract.ts';
import {
  addMinutes,
  minutesBetween,
  parseInstant,
  type Instant,
} from '../../../../../functions/shared/values/instants.ts';
import { localOf } from '../../../../../functions/shared/values/zones.ts';
import { wallTime } from '../../../parts/wall-time.ts';
import { useAction } from '../../../api/hooks.ts';
import { Button } from '../../../parts/button.tsx';
import { Span } from '../../../parts/moment.tsx';
import { useOwnRecord } from '../../../parts/own-record.tsx';
import type { Proposal } from '../../../parts/proposal.ts';
import { ProblemNotice } from '../../../parts/problem-notice.tsx';
import { TimeProblem, type Override } from '../../../parts/time-problem.tsx';
import { SecondWord } from '../change/second-word.tsx';
import { WillBeSent } from '../change/will-be-sent.tsx';
import type { SessionView } from '../session-view.ts';
import '../change/change.css';

/** The last look before a session is moved: from when to when, and word for word what everybody will be told. */
export function ConfirmMove({
  session,
  days,
  overrides: agreed = [],
  onStart,
  onBack,
  onMoved,
}: {
  readonly session: SessionView;
  /** By the venue’s clock. */
  readonly days: Proposal['days'];
  /** What was to be set aside when the time was chosen, with the reason. */
  readonly overrides?: readonly Override[] | undefined;
  /** Another wall time at the venue for the first day. */
  readonly onStart: (local: string, offset: string) => void;
  readonly onBack: () => void;
  readonly onMoved: () => void;
}) {
  const { t } = useTranslation(['scheduling', 'staff']);
  const me = useOwnRecord();
  const heading = useRef<HTMLHeadingElement>(null);
  const action = useAction(moveSession, onMoved);
  useEffect(() => heading.current?.focus(), []);
  const minutes = minutesBetween(session.start, session.end);
  // The venue stays what it is: its wall clock is what the session is set by.
  const { zone } = session.venue;
  const start = startOf(days, zone);
  const send = (more: readonly Override[] = []) =>
    action.start({
      params: { sessionId: session.sessionId },
      body: { zone, days, overrides: [...agreed, ...more] },
    });
  return (
    <section className="chosen-time" aria-labelledby="confirm-move">
      <h2 id="confirm-move" ref={heading} tabIndex={-1}>
        {t('move.confirm')}
      </h2>
      <p className="lead">
        {t('move.to')} <Span start={start} end={addMinutes(start, minutes)} zone={me.zone} />
      </p>
      <SecondWord session={session} problem={action.problem} />
      <ProblemNotice problem={action.problem} />
      <TimeProblem
        problem={action.problem}
        zone={me.zone}
        onTake={(local, offset) => {
          const at = parseInstant(new Date(`${local}${offset}`).toISOString());
          const there = localOf(zone, at);
          onStart(there.local, there.offset);
        }}
        onOverride={send}
      />
      <WillBeSent sessionId={session.sessionId} change={{ what: 'move', zone, days }} />
      <div className="row">
        <Button busy={action.running} onClick={() => send()}>
          {action.running ? t('staff:common.sending') : t('move.move')}
        </Button>
        <Button quiet onClick={onBack}>
          {t('staff:common.back')}
        </Button>
      </div>
    </section>
  );
}

/** When the first day begins; what was chosen has its offset. */
function startOf([first]: Proposal['days'], zone: string): Instant {
  const offset = first?.offset ?? '';
  const found = first === undefined ? undefined : wallTime(zone, first.local);
  return found?.kind === 'once'
    ? found.instant
    : parseInstant(new Date(`${first?.local ?? ''}${offset}`).toISOString());
}
