import { useTranslation } from 'react-i18next';
import { readDisclosed } from '../../../../../functions/disclosures/contract.ts';
import { useAction } from '../../../api/hooks.ts';
import { Button } from '../../../parts/button.tsx';
import { ProblemNotice } from '../../../parts/problem-notice.tsx';
import { useFieldName } from './field-name.ts';

/** Reads what is disclosed, once it is asked for, until it is put away; and what shows beside the log that it is the truth. */
export function ReadDisclosed({ caseId, orderId }: { readonly caseId: string; readonly orderId: string }) {
  const { t } = useTranslation('orders');
  const nameOf = useFieldName();
  const { answer, ...action } = useAction(readDisclosed);
  if (answer === undefined)
    return (
      <>
        <ProblemNotice problem={action.problem} />
        <p className="hint">{t('disclosures.readHint')}</p>
        <Button busy={action.running} onClick={() => action.start({ params: { caseId }, body: { orderId } })}>
          {t('disclosures.read')}
        </Button>
      </>
    );
  return (
    <>
      <dl className="facts" data-testid="disclosed">
        {answer.fields.map(({ name, value }) => (
          <div key={name}>
            <dt>{nameOf(name)}</dt>
            <dd>{value ?? t('disclosures.erased')}</dd>
          </div>
        ))}
      </dl>
      <details>
        <summary>{t('disclosures.proof')}</summary>
        <p className="hint">{t('disclosures.proofHint')}</p>
        <pre className="secret" tabIndex={0} lang="en">
          {answer.fields.flatMap(({ disclosure }) => disclosure ?? []).join('\n')}
        </pre>
      </details>
      <Button quiet onClick={action.reset}>
        {t('disclosures.putAway')}
      </Button>
    </>
  );
}
