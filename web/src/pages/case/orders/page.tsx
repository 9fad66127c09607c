import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { readCase } from '../../../../../functions/cases/contract.ts';
import { applyForOrder, readOrders } from '../../../../../functions/orders/contract.ts';
import { useAnswer } from '../../../api/hooks.ts';
import { mayCall } from '../../../api/may-call.ts';
import { Answer } from '../../../parts/answer.tsx';
import { useOwnRecord } from '../../../parts/own-record.tsx';
import { Page } from '../../../parts/page.tsx';
import { ApplicationForm } from './application-form.tsx';
import { DecisionForm } from './decision-form.tsx';
import { MatterCard } from './matter-card.tsx';
import { TestimonyList } from './testimony.tsx';

/** The court's orders of a case: what is asked for, what the defence says, what is ordered, and how it came about. */
export default function OrdersPage() {
  const { t } = useTranslation(['orders', 'staff']);
  const me = useOwnRecord();
  const { caseId = '' } = useParams();
  const found = useAnswer(readOrders, { params: { caseId } });
  const isOnCase = mayCall(readCase, me.role);
  return (
    <Page
      title={t('title')}
      above={
        isOnCase
          ? { to: `/cases/${caseId}`, label: t('staff:case.title') }
          : { to: '/', label: t('staff:cases.title') }
      }
    >
      <p className="hint">{t('about')}</p>
      <p className="hint">{t('default')}</p>
      <Answer of={found}>
        {({ matters, people, mayAskFor, decides, testimony }) => (
          <>
            {matters.length === 0 && <p className="quiet">{t('none')}</p>}
            {matters.map((matter) => (
              <MatterCard
                key={JSON.stringify(matter.about)}
                caseId={caseId}
                matter={matter}
                decides={decides}
              />
            ))}
            <TestimonyList caseId={caseId} of={testimony} decides={decides} />
            {mayCall(applyForOrder, me.role) && people.length > 0 && (
              <details className="section">
                <summary>{t('form.askTitle')}</summary>
                {/* Something was asked for: the next one begins with an empty form. */}
                <ApplicationForm
                  key={matters.map(({ read }) => read).join(' ')}
                  caseId={caseId}
                  people={people}
                  mayAskFor={mayAskFor}
                />
              </details>
            )}
            {decides && (
              <details className="section">
                <summary>{t('form.ownMotion')}</summary>
                <DecisionForm
                  key={matters.map(({ read }) => read).join(' ')}
                  caseId={caseId}
                  people={people}
                  matters={matters}
                />
              </details>
            )}
          </>
        )}
      </Answer>
    </Page>
  );
}
