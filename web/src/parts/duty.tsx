import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './icon.tsx';

/** One thing that a person has to do, or has done: open while it is to do, folded away once it is done. */
export function Duty({
  title,
  done,
  summary,
  again,
  children,
}: {
  readonly title: string;
  /** Undefined where there is no "done", such as giving out an invitation. */
  readonly done: boolean;
  /** What stands there now. */
  readonly summary?: ReactNode;
  /** Words on the button that opens the form again. */
  readonly again: string;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation('staff');
  const [asked, setAsked] = useState(false);
  const shown = !done || asked;
  return (
    <section className={done ? 'duty duty-done' : 'duty'} aria-label={title}>
      <h3>
        <Icon name={done ? 'check' : 'clock'} /> {title}
      </h3>
      {summary}
      {done && (
        <button
          type="button"
          className="button button-quiet button-small"
          aria-expanded={shown}
          onClick={() => setAsked(!asked)}
        >
          {shown ? t('common.close') : again}
        </button>
      )}
      {shown && children}
    </section>
  );
}
