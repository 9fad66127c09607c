import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readKey } from '../../../../functions/custody/contract.ts';
import type { Line } from '../../api/call.ts';
import { useAnswer, useLine } from '../../api/hooks.ts';
import { ApiProblem } from '../../api/problem.ts';
import { Answer } from '../../parts/answer.tsx';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';

/** The log as a file to take away, the key that signs it, and how to check the file. @param take fetches the file */
export function LogFile({ take }: { readonly take: (line: Line) => Promise<string> }) {
  const { t } = useTranslation('staff');
  const line = useLine();
  const key = useAnswer(readKey);
  const [problem, setProblem] = useState<ApiProblem>();
  const [fault, setFault] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  if (fault !== undefined) throw fault;
  const download = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      save(await take(line));
    } catch (error) {
      if (error instanceof ApiProblem) setProblem(error);
      else setFault(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="section card">
      <h2>{t('log.file')}</h2>
      <p>{t('log.fileWhat')}</p>
      <ProblemNotice problem={problem} />
      <Button disabled={busy} onClick={() => void download()}>
        <Icon name="download" />
        {busy ? t('common.loading') : t('log.download')}
      </Button>
      <Answer of={key}>
        {({ key: verifierKey, fingerprint }) => (
          <>
            <h3>{t('log.fingerprint')}</h3>
            <p className="secret" data-testid="key-fingerprint">
              {fingerprint}
            </p>
            <p className="hint">{t('log.fingerprintHint')}</p>
            <details>
              <summary>{t('log.verify')}</summary>
              <p>{t('log.verifyHow')}</p>
              <pre className="secret" tabIndex={0}>
                <code data-testid="verify-command">{`npm run -s verify -- custody-log.jsonl --key '${verifierKey}'`}</code>
              </pre>
              <p>{t('log.verifyNot')}</p>
            </details>
          </>
        )}
      </Answer>
    </section>
  );
}

/** Hands the file to the browser under its neutral name. */
function save(text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = 'custody-log.jsonl';
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
