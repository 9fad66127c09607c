import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { readPermission } from '../../../../../functions/requests/contract.ts';
import { readRequest } from '../../../../../functions/requests/sending/contract.ts';
import { useAnswer } from '../../../api/hooks.ts';
import { mayCall } from '../../../api/may-call.ts';
import { Answer } from '../../../parts/answer.tsx';
import { Button } from '../../../parts/button.tsx';
import { Notice } from '../../../parts/notice.tsx';
import { useOwnRecord } from '../../../parts/own-record.tsx';
import { useDayWords } from '../../../parts/use-day-words.ts';
import { ConfirmPaper } from './confirm-paper.tsx';
import { DecisionView } from './decision-view.tsx';
import { NoLink } from './no-link.tsx';
import { DecisionForm, PaperForm } from './permission-form.tsx';
import { Questions } from './questions.tsx';
import { WaysFirst } from './ways-first.tsx';
import type { Whose } from './whose.ts';

/** What stands, what waits for a second officer, what was before; and the form of whoever may enter one. */
export function PermissionPanel(whose: Whose) {
  const { t } = useTranslation('request');
  const found = useAnswer(readPermission, { params: whose });
  return (
    <Answer of={found}>
      {({ permission, waiting, mayEnter, mayReport, before, sentOn, ...more }) => (
        <>
          <Sent {...whose} on={sentOn} />
          {permission === undefined ? (
            <Notice tone="wait" title={t('permission.none')} />
          ) : (
            <>
              <NoLink {...whose} of={permission} telling={more.noLink} />
              <WaysFirst {...whose} of={permission} mayReport={mayReport} />
              <DecisionView
                of={permission}
                linkWaits={permission.waysFirst.length > 0}
                oneOfficer={waiting?.recordedAt === permission.recordedAt}
              />
            </>
          )}
          <Questions {...whose} of={more.questions} may={more.mayEnterQuestions} />
          {waiting !== undefined && (
            <section className="section" aria-labelledby="waiting-title">
              <h2 id="waiting-title">{t('permission.paper.waits')}</h2>
              <DecisionView of={waiting} oneOfficer />
              {waiting.mine ? (
                <p>{t('permission.paper.mine')}</p>
              ) : (
                mayEnter === 'paper' && <ConfirmPaper {...whose} entry={waiting.entry} />
              )}
            </section>
          )}
          {mayEnter !== 'nothing' && (
            <Entering {...whose} from={mayEnter} again={permission !== undefined || waiting !== undefined} />
          )}
          {before.length > 0 && (
            <details>
              <summary>{t('permission.before')}</summary>
              {before.map((each) => (
                <DecisionView key={each.recordedAt} of={each} />
              ))}
            </details>
          )}
        </>
      )}
    </Answer>
  );
}

/** Open while nothing is there; folded away once something is. */
function Entering({
  from,
  again,
  ...whose
}: Whose & { readonly from: 'decision' | 'paper'; readonly again: boolean }) {
  const { t } = useTranslation('request');
  const [asked, setAsked] = useState(false);
  const FormOf = from === 'decision' ? DecisionForm : PaperForm;
  return (
    <section className="section">
      {again && (
        <Button quiet small aria-expanded={asked} onClick={() => setAsked(!asked)}>
          {t('permission.anew')}
        </Button>
      )}
      {(!again || asked) && (
        <>
          {from === 'paper' && (
            <Notice title={t('permission.paper.title')}>{t('permission.paper.what')}</Notice>
          )}
          <FormOf {...whose} />
        </>
      )}
    </section>
  );
}

/** Whether the request is with the host State at all, and the way to what it lacks. */
function Sent({ caseId, party, on }: Whose & { readonly on: string | undefined }) {
  const { t } = useTranslation('request');
  const me = useOwnRecord();
  const dayWords = useDayWords();
  return (
    <Notice
      tone={on === undefined ? 'wait' : 'plain'}
      title={on === undefined ? t('sending.notSent') : t('sending.sent', { day: dayWords(on) })}
    >
      {mayCall(readRequest, me.role) && (
        <p>
          <Link to={`/cases/${caseId}/request/${party}`}>{t('sending.open')}</Link>
        </p>
      )}
    </Notice>
  );
}
