import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { orderDisclosure, type listDisclosures } from '../../../../../functions/disclosures/contract.ts';
import type { AnswerOf } from '../../../../../functions/shared/http/contract.ts';
import { answersOf } from '../../../api/check-body.ts';
import { useAction } from '../../../api/hooks.ts';
import { Select, TextBox, Ticks } from '../../../parts/fields.tsx';
import { Form } from '../../../parts/form.tsx';
import { useFieldName } from './field-name.ts';

type Listed = AnswerOf<typeof listDisclosures>;

/** Orders, or asks for, a disclosure of what one entry seals; which entry, the log of the case says by the link that leads here. */
export function OrderForm({
  caseId,
  may,
  to,
}: {
  readonly caseId: string;
  readonly may: Listed['may'];
  readonly to: Listed['to'];
}) {
  const { t } = useTranslation(['orders', 'staff']);
  const nameOf = useFieldName();
  const [asked] = useSearchParams();
  const action = useAction(orderDisclosure);
  const index = asked.get('entry') ?? '';
  const sessionId = asked.get('session') ?? undefined;
  const fields = (asked.get('fields') ?? '').split(',').filter(Boolean);
  if (!/^\d{1,9}$/.test(index) || fields.length === 0)
    return (
      <p>
        <Link to={`/cases/${caseId}/log`}>{t('disclosures.choose')}</Link>
      </p>
    );
  return (
    <section className="section card">
      <h2>
        {sessionId === undefined
          ? t('disclosures.entry', { index })
          : t('disclosures.entryOfSession', { index })}
      </h2>
      {may === 'ask' && <p className="hint">{t('disclosures.twoPeople')}</p>}
      <Form
        route={orderDisclosure}
        read={(values) => {
          const { text } = answersOf(values);
          return {
            ...(sessionId === undefined ? {} : { sessionId }),
            index: Number(index),
            fields: values.getAll('fields').map(String),
            to: text('to'),
            basis: text('basis'),
            reason: text('reason'),
          };
        }}
        labels={{
          fields: t('disclosures.fields'),
          to: t('disclosures.to'),
          basis: t('disclosures.basis'),
          reason: t('disclosures.reason'),
        }}
        onSend={(body) => action.run({ params: { caseId }, body })}
        problem={action.problem}
        sending={action.running}
        button={t(may === 'order' ? 'disclosures.order' : 'disclosures.ask')}
      >
        <Ticks
          name="fields"
          label={t('disclosures.fields')}
          options={fields.map((value) => ({ value, label: nameOf(value) }))}
        />
        <Select
          name="to"
          label={t('disclosures.to')}
          options={to.map(({ role, pseudonym }) => ({
            value: pseudonym,
            label: `${t(`staff:roles.${role}`)} ${pseudonym}`,
          }))}
        />
        <TextBox
          name="basis"
          label={t('disclosures.basis')}
          hint={t('disclosures.basisHint')}
          maxLength={200}
        />
        <TextBox
          name="reason"
          label={t('disclosures.reason')}
          hint={t('disclosures.reasonHint')}
          maxLength={1200}
          lines={3}
        />
      </Form>
    </section>
  );
}
