import {
  createContext,
  use,
  useEffect,
  useRef,
  useState,
  type ReactNode,
  type SubmitEvent,
  type SyntheticEvent,
} from 'react';
import { useTranslation } from 'react-i18next';
import { errorsAt, type ApiProblem } from '../api/problem.ts';
import { ProblemNotice } from './problem-notice.tsx';

/** What is wrong with a field, by the field's name. */
type Faults = Readonly<Record<string, string>>;

interface FormState {
  readonly faults: Faults;
  readonly problem: ApiProblem | undefined;
}

const FormContext = createContext<FormState>({ faults: {}, problem: undefined });

interface FormProps {
  /** Names of the fields that must have a value, in the order of the page. */
  readonly needs: readonly string[];
  /** What the page itself finds wrong now, by field; shown from when the form is sent until it is mended. */
  readonly faults?: Faults;
  /** From a field's name to its label, for the summary. */
  readonly labels: Readonly<Record<string, string>>;
  readonly onSend: (values: FormData) => void;
  readonly problem: ApiProblem | undefined;
  readonly sending: boolean;
  readonly button: string;
  readonly danger?: boolean;
  readonly children: ReactNode;
}

/**
 * A form that sends when every needed field has a value, and otherwise says at the top which have none, with a way to
 * each. What the service finds wrong is shown in the same places.
 */
export function Form({
  needs,
  faults: found = {},
  labels,
  onSend,
  problem,
  sending,
  button,
  danger = false,
  children,
}: FormProps) {
  const { t } = useTranslation('staff');
  const [missing, setMissing] = useState<readonly string[]>([]);
  const [told, setTold] = useState<readonly string[]>([]);
  // Mended is mended: what is wrong with it next, while somebody types on, is said when the form is sent again.
  const still = told.filter((name) => found[name] !== undefined);
  if (still.length < told.length) setTold(still);
  const faults: Record<string, string> = {};
  for (const name of Object.keys(labels)) {
    const said = errorsAt(problem, `/${name.replaceAll('.', '/')}`)[0];
    if (said !== undefined) faults[name] = t('form.checkThis');
    const own = still.includes(name) ? found[name] : undefined;
    if (own !== undefined) faults[name] = own;
  }
  for (const name of missing) faults[name] = t('form.needed');
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (sending) return;
    const values = new FormData(event.currentTarget);
    const without = unanswered(needs, values);
    setMissing(without);
    setTold(Object.keys(found));
    if (without.length === 0 && Object.keys(found).length === 0) onSend(values);
  };
  // A fault goes away once it is mended; new ones come only when the form is sent.
  const lookAgain = (event: SyntheticEvent<HTMLFormElement>) => {
    if (missing.length === 0) return;
    const without = unanswered(missing, new FormData(event.currentTarget));
    if (without.length < missing.length) setMissing(without);
  };
  return (
    <FormContext value={{ faults, problem }}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- listens to its fields, adds no way to act */}
      <form className="form" noValidate onSubmit={send} onChange={lookAgain} onBlur={lookAgain}>
        <FaultSummary faults={faults} labels={labels} />
        <ProblemNotice problem={problem} />
        {children}
        <button type="submit" className={danger ? 'button button-danger' : 'button'} aria-disabled={sending}>
          {sending ? t('common.sending') : button}
        </button>
      </form>
    </FormContext>
  );
}

const unanswered = (names: readonly string[], values: FormData): readonly string[] =>
  names.filter((name) => values.getAll(name).every((value) => value === ''));

function FaultSummary({ faults, labels }: { readonly faults: Faults; readonly labels: Faults }) {
  const { t } = useTranslation('staff');
  const box = useRef<HTMLDivElement>(null);
  const names = Object.keys(faults);
  const count = names.length;
  const before = useRef(0);
  useEffect(() => {
    // Only when there are more than before: mending one of several must not take the person away from the next.
    if (count > before.current) box.current?.focus();
    before.current = count;
  }, [count]);
  if (names.length === 0) return null;
  return (
    <div ref={box} tabIndex={-1} role="alert" className="notice notice-bad">
      <div>
        <p className="notice-title">{t('form.summary')}</p>
        <ul>
          {names.map((name) => (
            <li key={name}>
              <a href={`#${fieldId(name)}`}>
                {labels[name]}: {faults[name]}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

export const fieldId = (name: string): string => `field-${name.replaceAll('.', '-')}`;

/** What is wrong with one field, and the ids that tie the words to it. */
export function useFault(name: string) {
  const fault = use(FormContext).faults[name];
  const id = fieldId(name);
  return { id, fault, faultId: `${id}-fault`, hintId: `${id}-hint` };
}

export function FaultText({ id, fault }: { readonly id: string; readonly fault: string | undefined }) {
  if (fault === undefined) return null;
  return (
    <p id={id} className="fault">
      {fault}
    </p>
  );
}
