import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import { HeadingFor, headingFor, type NamedPerson } from './named-person.tsx';

/** One thing that a person has to do, or has done: open while it is to do, folded away once it is done. */
export function Task({
  title,
  who,
  done,
  waits = false,
  summary,
  again,
  children,
}: {
  readonly title: string;
  /** Whom it is about, where that could be several. */
  readonly who?: NamedPerson | undefined;
  /** Undefined where there is no "done", such as giving out an invitation. */
  readonly done: boolean;
  /** Whether it is entered, and something beside it is missing still. */
  readonly waits?: boolean;
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
    <section className={done && !waits ? 'task task-done' : 'task'} aria-label={headingFor(title, who)}>
      <h3>
        <Icon name={done && !waits ? 'check' : 'clock'} /> <HeadingFor text={title} who={who} />
      </h3>
      {summary}
      {done && (
        <Button quiet small aria-expanded={shown} onClick={() => setAsked(!asked)}>
          {shown ? t('common.close') : again}
        </Button>
      )}
      {shown && children}
    </section>
  );
}
