import { useTranslation } from 'react-i18next';
import { takeDisclosed } from '../../../../../functions/disclosures/contract.ts';
import { useAction } from '../../../api/hooks.ts';
import { Button } from '../../../parts/button.tsx';
import { ProblemNotice } from '../../../parts/problem-notice.tsx';

/** Takes what is disclosed away as a file, which is checked beside the log. */
export function TakeDisclosed({
  caseId,
  orderId,
  name,
}: {
  readonly caseId: string;
  readonly orderId: string;
  /** Of the file. */
  readonly name: string;
}) {
  const { t } = useTranslation('orders');
  const action = useAction(takeDisclosed, ({ file }) => save(file, name));
  return (
    <details>
      <summary>{t('disclosures.file')}</summary>
      <p className="hint">{t('disclosures.fileHint')}</p>
      <pre className="secret" tabIndex={0} lang="en">
        {`npm run -s verify -- LOG.jsonl --key KEY --disclosures ${name}`}
      </pre>
      <ProblemNotice problem={action.problem} />
      <Button
        quiet
        busy={action.running}
        onClick={() => action.start({ params: { caseId }, body: { orderId } })}
      >
        {t('disclosures.take')}
      </Button>
    </details>
  );
}

function save(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Not before the browser has begun to save it.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
