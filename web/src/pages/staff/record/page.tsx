import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import {
  entriesPerPage,
  exportLog,
  listEntries,
  readKey,
} from '../../../../../functions/custody/contract.ts';
import { call } from '../../../api/call.ts';
import { useAnswer, useLine } from '../../../api/hooks.ts';
import { ApiProblem } from '../../../api/problem.ts';
import { Answer } from '../../../parts/answer.tsx';
import { Icon } from '../../../parts/icon.tsx';
import { Page } from '../../../parts/page.tsx';
import { ProblemNotice } from '../../../parts/problem-notice.tsx';
import { EntryRow } from './entry-row.tsx';

/** The custody log of a session, in plain words; the file that proves it; and how to check that file. */
export default function RecordPage() {
  const { t } = useTranslation('staff');
  const { sessionId = '' } = useParams();
  const [from, setFrom] = useState(0);
  const found = useAnswer(listEntries, {
    params: { sessionId },
    ...(from === 0 ? {} : { query: { from } }),
  });
  return (
    <Page title={t('record.title')} above={{ to: `/sessions/${sessionId}`, label: t('session.title') }}>
      <p>{t('record.what')}</p>
      <Download sessionId={sessionId} />
      <Answer of={found}>
        {({ entries, size, publishedSize }) => (
          <section className="section">
            <h2>{t('record.entries')}</h2>
            <p className="quiet">{t('record.sizes', { size, published: publishedSize })}</p>
            <ol className="log" start={from}>
              {entries.map((shown) => (
                <EntryRow key={shown.entry.entryId} shown={shown} />
              ))}
            </ol>
            <div className="row">
              {from > 0 && (
                <button
                  type="button"
                  className="button button-quiet"
                  onClick={() => setFrom(Math.max(0, from - entriesPerPage))}
                >
                  {t('record.earlier')}
                </button>
              )}
              {from + entries.length < size && (
                <button
                  type="button"
                  className="button button-quiet"
                  onClick={() => setFrom(from + entriesPerPage)}
                >
                  {t('record.later')}
                </button>
              )}
            </div>
          </section>
        )}
      </Answer>
    </Page>
  );
}

function Download({ sessionId }: { readonly sessionId: string }) {
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
      save(await call(line, exportLog, { params: { sessionId } }));
    } catch (error) {
      if (error instanceof ApiProblem) setProblem(error);
      else setFault(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="section card">
      <h2>{t('record.file')}</h2>
      <p>{t('record.fileWhat')}</p>
      <ProblemNotice problem={problem} />
      <button type="button" className="button" disabled={busy} onClick={() => void download()}>
        <Icon name="download" />
        {busy ? t('common.loading') : t('record.download')}
      </button>
      <Answer of={key}>
        {({ key: verifierKey, fingerprint }) => (
          <>
            <h3>{t('record.fingerprint')}</h3>
            <p className="secret" data-testid="key-fingerprint">
              {fingerprint}
            </p>
            <p className="hint">{t('record.fingerprintHint')}</p>
            <details>
              <summary>{t('record.verify')}</summary>
              <p>{t('record.verifyHow')}</p>
              <pre className="secret" tabIndex={0}>
                <code data-testid="verify-command">{`npm run -s verify -- custody-log.jsonl --key '${verifierKey}'`}</code>
              </pre>
              <p>{t('record.verifyNot')}</p>
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
