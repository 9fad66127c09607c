import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPermission } from '../../../../../functions/requests/contract.ts';
import { useAnswer } from '../../../api/hooks.ts';
import { Answer } from '../../../parts/answer.tsx';
import { Button } from '../../../parts/button.tsx';
import { Notice } from '../../../parts/notice.tsx';
import { ConfirmPaper } from './confirm-paper.tsx';
import { DecisionView } from './decision-view.tsx';
import { NoLink } from './no-link.tsx';
import { DecisionForm, PaperForm } from './permission-form.tsx';
import type { Whose } from './whose.ts';

/** What stands, what waits for a second officer, what was before; and the form of whoever may enter one. */
export function PermissionPanel(whose: Whose) {
  const { t } = useTranslation('request');
  const found = useAnswer(readPermission, { params: whose });
  return (
    <Answer of={found}>
      {({ permission, waiting, mayEnter, before }) => (
        <>
          {permission === undefined ? (
            <Notice tone="wait" title={t('permission.none')} />
          ) : (
            <>
              <NoLink of={permission} />
              <DecisionView of={permission} oneOfficer={waiting?.recordedAt === permission.recordedAt} />
            </>
          )}
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
