import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { readCase } from '../../../../../functions/cases/contract.ts';
import { listDisclosures } from '../../../../../functions/disclosures/contract.ts';
import { useAnswer } from '../../../api/hooks.ts';
import { mayCall } from '../../../api/may-call.ts';
import { Answer } from '../../../parts/answer.tsx';
import { useOwnRecord } from '../../../parts/own-record.tsx';
import { Page } from '../../../parts/page.tsx';
import { OrderCard } from './order-card.tsx';
import { OrderForm } from './order-form.tsx';

/** What of the case's log was ordered to be disclosed: for those who order it, and for those to whom it is. */
export default function DisclosuresPage() {
  const { t } = useTranslation(['orders', 'staff']);
  const me = useOwnRecord();
  const { caseId = '' } = useParams();
  const found = useAnswer(listDisclosures, { params: { caseId } });
  return (
    <Page
      title={t('disclosures.title')}
      above={
        mayCall(readCase, me.role)
          ? { to: `/cases/${caseId}`, label: t('staff:case.title') }
          : { to: '/', label: t('staff:cases.title') }
      }
    >
      <p className="hint">{t('disclosures.about')}</p>
      <Answer of={found}>
        {({ orders, may, to }) => (
          <>
            {orders.length === 0 && <p className="quiet">{t('disclosures.none')}</p>}
            <ul className="cards">
              {orders.map((order) => (
                <li key={order.orderId}>
                  <OrderCard caseId={caseId} order={order} may={may} />
                </li>
              ))}
            </ul>
            {may !== 'nothing' && <OrderForm key={orders.length} caseId={caseId} may={may} to={to} />}
          </>
        )}
      </Answer>
    </Page>
  );
}
