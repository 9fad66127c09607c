import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listExhibits } from '../../../../functions/exhibits/contract.ts';
import { mostPaperBytes } from '../../../../functions/shared/values/papers.ts';
import { useAnswer, useLine } from '../../api/hooks.ts';
import { ApiProblem } from '../../api/problem.ts';
import { Button } from '../../parts/button.tsx';
import { Field } from '../../parts/field.tsx';
import { Tick } from '../../parts/fields.tsx';
import { Notice } from '../../parts/notice.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { handIn } from './upload.ts';

/** A file goes on its way part by part; what is wrong with it is said here. */
export function HandIn({ sessionId }: { readonly sessionId: string }) {
  const { t } = useTranslation('exhibits');
  const line = useLine();
  const [file, setFile] = useState<File>();
  const [title, setTitle] = useState('');
  const [notFor, setNotFor] = useState<readonly ('witness' | 'screened')[]>([]);
  const [gone, setGone] = useState<number>();
  const [problem, setProblem] = useState<ApiProblem>();
  const { refetch } = useAnswer(listExhibits, { params: { sessionId } });
  const input = useRef<HTMLInputElement>(null);
  const tooLarge = file !== undefined && file.size > mostPaperBytes;
  const send = async () => {
    if (file === undefined) return;
    setGone(0);
    setProblem(undefined);
    try {
      await handIn(line, sessionId, file, { title, notFor: [...notFor] }, setGone);
      setFile(undefined);
      setTitle('');
      if (input.current !== null) input.current.value = '';
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error);
    } finally {
      setGone(undefined);
      void refetch();
    }
  };
  return (
    <details className="form" data-testid="hand-in">
      <summary>{t('handIn')}</summary>
      <p>{t('limits')}</p>
      <ProblemNotice problem={problem} />
      {tooLarge && <Notice tone="bad" live title={t('why.too-large')} />}
      <Field label={t('file')}>
        {(control) => (
          <input
            {...control}
            ref={input}
            type="file"
            accept="application/pdf,image/png,image/jpeg"
            onChange={({ target }) => setFile(target.files?.[0])}
          />
        )}
      </Field>
      <Field label={t('name')}>
        {(control) => (
          <input
            {...control}
            type="text"
            value={title}
            maxLength={80}
            autoComplete="off"
            onChange={({ target }) => setTitle(target.value)}
          />
        )}
      </Field>
      {(['witness', 'screened'] as const).map((whom) => (
        <Tick
          key={whom}
          label={t(`notFor.${whom}`)}
          checked={notFor.includes(whom)}
          onTick={(checked) =>
            setNotFor((now) => (checked ? [...now, whom] : now.filter((each) => each !== whom)))
          }
        />
      ))}
      {gone !== undefined && (
        <p role="status">
          <progress value={gone} max={1} aria-label={t('sending')} /> {t('sending')}
        </p>
      )}
      <Button
        busy={gone !== undefined || file === undefined || tooLarge || title.trim() === ''}
        onClick={() => void send()}
      >
        {t('send')}
      </Button>
    </details>
  );
}
