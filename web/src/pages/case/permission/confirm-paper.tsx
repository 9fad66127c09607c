import { useTranslation } from 'react-i18next';
import { confirmPaper } from '../../../../../functions/requests/contract.ts';
import { answersOf } from '../../../api/check-body.ts';
import { useAction } from '../../../api/hooks.ts';
import { Form } from '../../../parts/form.tsx';
import { PaperFile } from './paper-file.tsx';
import type { Whose } from './whose.ts';

/** The second officer: with the same document before them, they confirm what the first one entered. */
export function ConfirmPaper({ entry, ...whose }: Whose & { readonly entry: number }) {
  const { t } = useTranslation('request');
  const action = useAction(confirmPaper);
  return (
    <Form
      route={confirmPaper}
      read={(values) => ({ entry, sha256: answersOf(values).text('sha256') })}
      labels={{ sha256: t('permission.paper.file') }}
      onSend={(body) => action.run({ params: whose, body })}
      problem={action.problem}
      sending={action.running}
      button={t('permission.paper.confirm')}
    >
      <PaperFile name="sha256" />
    </Form>
  );
}
