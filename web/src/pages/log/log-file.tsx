import { useTranslation } from 'react-i18next';
import { readKey } from '../../../../functions/custody/contract.ts';
import { useAnswer } from '../../api/hooks.ts';
import { Answer } from '../../parts/answer.tsx';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import type { Progress } from './take-log.ts';
import { useTaking, type TakingCalls } from './use-taking.ts';

/** What the button does, by how it stands with the file. */
const does = {
  none: 'log.download',
  making: 'log.making',
  stopped: 'log.goOn',
  whole: 'log.saveAgain',
  gone: 'log.download',
} as const;

/** What is said beside it. */
const says = { stopped: 'log.stopped', whole: 'log.saved', gone: 'log.gone' } as const;

/** The log as a file to take away, the key that signs it, and how to check the file. @param calls have the file made */
export function LogFile({ calls }: { readonly calls: TakingCalls }) {
  const { t } = useTranslation('staff');
  const { phase, progress, problem, take } = useTaking(calls);
  const said = phase === 'none' || phase === 'making' ? undefined : says[phase];
  return (
    <section className="section card">
      <h2>{t('log.file')}</h2>
      <p>{t('log.fileWhat')}</p>
      <ProblemNotice problem={problem} />
      <Button busy={phase === 'making'} onClick={take}>
        <Icon name="download" />
        {t(does[phase])}
      </Button>
      <div role="status">
        {phase === 'making' && progress !== undefined && <Written progress={progress} />}
        {said !== undefined && <p>{t(said)}</p>}
      </div>
      <KeyAndCheck />
    </section>
  );
}

/** How much of the file is written. */
function Written({ progress: { done, size } }: { readonly progress: Progress }) {
  const { t } = useTranslation('staff');
  return (
    <p className="log-written">
      <progress aria-label={t('log.making')} value={done} max={size} />
      {t('log.written', { done, size })}
    </p>
  );
}

function KeyAndCheck() {
  const { t } = useTranslation('staff');
  const key = useAnswer(readKey);
  return (
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
  );
}
