import type * as z from 'zod';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listSessions, type sessionRow } from '../../../../../functions/sessions/contract.ts';
import { joinSeries, mostInSeries } from '../../../../../functions/sessions/series/contract.ts';
import { timeForPeople } from '../../../../../functions/shared/values/times-for-people.ts';
import { useAction, useAnswer } from '../../../api/hooks.ts';
import { Answer } from '../../../parts/answer.tsx';
import { Button } from '../../../parts/button.tsx';
import { Select } from '../../../parts/fields.tsx';
import { useOwnRecord } from '../../../parts/own-record.tsx';
import { ProblemNotice } from '../../../parts/problem-notice.tsx';
import { useReader } from '../../../parts/reader.tsx';
import { mayChange } from '../change/change-rights.ts';
import type { SessionProps } from '../session-view.ts';

type Row = z.infer<typeof sessionRow>;

const isToCome = ({ status }: Pick<Row, 'status'>): boolean =>
  status === 'held' || status === 'booked' || status === 'ready';

/** Adds another session of the case to the series: one that the reader runs too, and that is of no series yet. */
export function AddToSeries({ session, sessions }: SessionProps & { readonly sessions: readonly Row[] }) {
  const { t } = useTranslation('scheduling');
  const [open, setOpen] = useState(false);
  if (!isToCome(session) || sessions.length >= mostInSeries) return null;
  return (
    <details className="change" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('series.add')}</summary>
      {open && <Choose session={session} />}
    </details>
  );
}

function Choose({ session }: SessionProps) {
  const { t } = useTranslation(['scheduling', 'staff']);
  const me = useOwnRecord();
  const reader = useReader();
  const { sessionId, caseId } = session;
  const found = useAnswer(listSessions, { query: { caseId } });
  const [other, setOther] = useState('');
  const action = useAction(joinSeries, () => setOther(''));
  const isOther = (each: Row) =>
    each.sessionId !== sessionId && each.series === undefined && isToCome(each) && mayChange(each, me.role);
  return (
    <>
      <ProblemNotice problem={action.problem} />
      <Answer of={found}>
        {(answer) => (
          <Select
            label={t('series.which')}
            options={answer.sessions.filter(isOther).map((each) => ({
              value: each.sessionId as string,
              label: `${timeForPeople(each.start, me.zone, reader).text} · ${t(`staff:session.kind.${each.kind}`)}`,
            }))}
            none={t('staff:form.pleaseChoose')}
            value={other}
            onChoose={setOther}
          />
        )}
      </Answer>
      <Button
        disabled={other === '' || action.running}
        onClick={() => action.start({ params: { sessionId }, body: { with: other } })}
      >
        {t('series.join')}
      </Button>
    </>
  );
}
