import { useTranslation } from 'react-i18next';
import {
  agreeToDisclosure,
  liftDisclosure,
  type listDisclosures,
} from '../../../../../functions/disclosures/contract.ts';
import type { AnswerOf } from '../../../../../functions/shared/http/contract.ts';
import { answersOf } from '../../../api/check-body.ts';
import { useAction } from '../../../api/hooks.ts';
import { Button } from '../../../parts/button.tsx';
import { TextBox } from '../../../parts/fields.tsx';
import { Form } from '../../../parts/form.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { useOwnRecord } from '../../../parts/own-record.tsx';
import { ProblemNotice } from '../../../parts/problem-notice.tsx';
import { useFieldName } from './field-name.ts';
import { ReadDisclosed } from './read-disclosed.tsx';
import { TakeDisclosed } from './take-disclosed.tsx';

type Listed = AnswerOf<typeof listDisclosures>;

interface OfOrder {
  readonly caseId: string;
  readonly order: Listed['orders'][number];
}

/** One order: what, to whom, by what law, on whose word; and what the reader may do with it. */
export function OrderCard({ caseId, order, may }: OfOrder & { readonly may: Listed['may'] }) {
  const { t } = useTranslation(['orders', 'staff']);
  const { zone, role } = useOwnRecord();
  const nameOf = useFieldName();
  const agreeing = useAction(agreeToDisclosure);
  const { orderId, sessionId, index, state, orderedBy, to } = order;
  const canAgree = state === 'asked' && may !== 'nothing' && orderedBy.role !== role;
  return (
    <div className="card">
      <p className="row">
        <strong>
          {order.sessionId === undefined
            ? t('disclosures.entry', { index: order.index })
            : t('disclosures.entryOfSession', { index: order.index })}
        </strong>
        <span className={state === 'asked' ? 'badge badge-wait' : 'badge'}>
          {t(`disclosures.is.${state}`)}
        </span>
      </p>
      <dl className="facts">
        <div>
          <dt>{t('disclosures.fields')}</dt>
          <dd>{order.fields.map(nameOf).join(', ')}</dd>
        </div>
        <div>
          <dt>{t('disclosures.to')}</dt>
          <dd>
            {t(`staff:roles.${to.role}`)} <span className="pseudonym">{to.pseudonym}</span>
          </dd>
        </div>
        <div>
          <dt>{t('disclosures.basis')}</dt>
          <dd>{order.basis}</dd>
        </div>
        <div>
          <dt>{t('disclosures.orderedBy')}</dt>
          <dd>
            {t(`staff:roles.${orderedBy.role}`)} <span className="pseudonym">{orderedBy.pseudonym}</span> ·{' '}
            <Moment at={order.orderedAt} zone={zone} />
          </dd>
        </div>
      </dl>
      {order.mine && (
        <>
          <ReadDisclosed caseId={caseId} orderId={orderId} />
          <TakeDisclosed {...{ caseId, orderId }} name={`disclosures-${sessionId ?? caseId}-${index}.json`} />
        </>
      )}
      <ProblemNotice problem={agreeing.problem} />
      {canAgree && (
        <Button
          busy={agreeing.running}
          onClick={() => agreeing.start({ params: { caseId }, body: { orderId } })}
        >
          {t('disclosures.agree')}
        </Button>
      )}
      {may !== 'nothing' && state !== 'lifted' && <Lift caseId={caseId} order={order} />}
    </div>
  );
}

function Lift({ caseId, order: { orderId } }: OfOrder) {
  const { t } = useTranslation('orders');
  const lifting = useAction(liftDisclosure);
  return (
    <details>
      <summary>{t('disclosures.lift')}</summary>
      <p className="hint">{t('disclosures.liftHint')}</p>
      <Form
        route={liftDisclosure}
        read={(values) => ({ orderId, reason: answersOf(values).text('reason') })}
        labels={{ reason: t('disclosures.reason') }}
        onSend={(body) => lifting.run({ params: { caseId }, body })}
        problem={lifting.problem}
        sending={lifting.running}
        button={t('disclosures.lift')}
      >
        <TextBox name="reason" label={t('disclosures.reason')} maxLength={1200} lines={2} />
      </Form>
    </details>
  );
}
