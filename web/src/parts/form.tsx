import { useEffect, useId, useRef, useState, type ReactNode, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { faultsOfBody, type Unsaid } from '../api/check-body.ts';
import { ApiProblem, isAt, type FieldFault } from '../api/problem.ts';
import { Button } from './button.tsx';
import { KeptTyping, type Kept } from '../drafts/kept.tsx';
import { KeptValuesContext } from './kept-values.ts';
import { FaultSummary } from './fault-summary.tsx';
import { FaultsContext, FormIdContext, LookAgainContext, type Faults } from './field-faults.ts';
import { ProblemNotice } from './problem-notice.tsx';

interface FormProps<B extends z.ZodType> {
  /** What the form is sent to: its contract says what is needed and what is right. */
  readonly route: { readonly body?: B };
  /** The body that the form gives, complete or not. */
  readonly read: (values: FormData) => Unsaid<z.input<B>> | undefined;
  /** Names of fields that must have a value though the contract could do without. */
  readonly needs?: readonly string[];
  /** What the page itself finds wrong now, by field; shown from when the form is sent until it is mended. */
  readonly faults?: Faults;
  /** From a field's name to its label, in the order of the page. A name is the pointer into the body, with dots. */
  readonly labels: Readonly<Record<string, string>>;
  /** What the form is kept as until it is sent; without a name nothing of it is. See `KeptTyping`. */
  readonly keep?: string;
  /** A promise says when it was sent, and so when nothing of it is kept any longer. */
  readonly onSend: (body: z.input<B>) => void | Promise<unknown>;
  readonly problem: ApiProblem | undefined;
  readonly sending: boolean;
  readonly button: string;
  readonly children: ReactNode;
}

/**
 * A form that is sent when its route's contract takes what it gives, and otherwise says at the top what is missing or
 * not right, with a way to each. What the service finds wrong is shown in the same places, by the same pointers.
 */
export function Form<B extends z.ZodType>(form: FormProps<B>) {
  const { keep } = form;
  if (keep === undefined) return <OpenForm {...form} kept={undefined} />;
  return <KeptTyping name={keep}>{(kept) => <OpenForm {...form} kept={kept} />}</KeptTyping>;
}

function OpenForm<B extends z.ZodType>(form: FormProps<B> & { readonly kept: Kept | undefined }) {
  const {
    kept,
    route,
    read,
    needs = [],
    faults: own = {},
    labels,
    onSend,
    problem,
    sending,
    button,
    children,
  } = form;
  const { t } = useTranslation('staff');
  const words = useFaultWords();
  const itself = useRef<HTMLFormElement>(null);
  const id = useId();
  const [found, setFound] = useState<readonly FieldFault[]>([]);
  const [told, setTold] = useState<readonly string[]>([]);
  const [before] = useState(() => keptValues(kept?.value));
  /** What stood in the fields when the form was drawn. */
  const untouched = useRef<string>(undefined);
  useEffect(() => {
    if (itself.current !== null) untouched.current = JSON.stringify(valuesOf(itself.current));
  }, []);
  // Mended is mended: what is wrong with it next, while somebody types on, is said when the form is sent again.
  const still = told.filter((name) => own[name] !== undefined);
  if (still.length < told.length) setTold(still);
  const all = [...found, ...(problem?.errors ?? [])];
  const faults: Record<string, string> = {};
  for (const name of Object.keys(labels)) {
    const fault = all.find((each) => isAt(each, name));
    const said = still.includes(name) ? own[name] : fault === undefined ? undefined : words(fault);
    if (said !== undefined) faults[name] = said;
  }
  const nowhere = found.filter((each) => !Object.keys(labels).some((name) => isAt(each, name)));
  const check = (values: FormData): readonly FieldFault[] => [
    ...unanswered(needs, values),
    ...(route.body === undefined ? [] : faultsOfBody(route.body, read(values))),
  ];
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (sending) return;
    const values = new FormData(event.currentTarget);
    // What the page says of a field is nearer to what was typed than what the contract would say of the body.
    const wrong = Object.keys(own).length > 0 ? unanswered(needs, values) : check(values);
    setFound(wrong);
    setTold(Object.keys(own));
    if (wrong.length > 0 || Object.keys(own).length > 0) return;
    const sent = onSend(read(values) as z.input<B>);
    // Why it was not sent is shown by the problem, and what was typed is kept.
    if (sent === undefined) return;
    kept?.sent(sent);
    sent.then(
      () => {
        untouched.current = itself.current === null ? undefined : JSON.stringify(valuesOf(itself.current));
      },
      () => undefined,
    );
  };
  // Fields say that they are there before anybody has typed in them.
  const keepTyped = (typedIn: HTMLFormElement) => {
    if (untouched.current === undefined) return;
    const values = valuesOf(typedIn);
    if (JSON.stringify(values) !== untouched.current) kept?.keep(values);
  };
  // A fault goes away once it is mended; new ones come only when the form is sent.
  const mend = (typedIn: HTMLFormElement) => {
    if (found.length === 0) return;
    const now = check(new FormData(typedIn));
    const left = found.filter((each) => now.some(({ pointer }) => pointer === each.pointer));
    if (left.length < found.length) setFound(left);
  };
  // A field of several boxes has its value only once it is drawn again. Were its fault to go away no sooner than the field is left,
  // the page would move under whoever presses the button.
  const lookAgain = () =>
    setTimeout(() => {
      if (itself.current === null) return;
      keepTyped(itself.current);
      mend(itself.current);
    });
  return (
    <FormIdContext value={id}>
      <FaultsContext value={faults}>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- listens to its fields, adds no way to act */}
        <form
          ref={itself}
          className="form"
          noValidate
          onSubmit={send}
          onChange={lookAgain}
          onBlur={lookAgain}
        >
          <FaultSummary faults={faults} labels={labels} />
          <ProblemNotice
            problem={nowhere.length > 0 ? new ApiProblem('invalid-request', { errors: nowhere }) : problem}
          />
          <LookAgainContext value={lookAgain}>
            <KeptValuesContext value={before}>{children}</KeptValuesContext>
          </LookAgainContext>
          <Button submit busy={sending}>
            {sending ? t('common.sending') : button}
          </Button>
        </form>
      </FaultsContext>
    </FormIdContext>
  );
}

/** What stands in the fields of a form. */
const valuesOf = (form: HTMLFormElement): readonly (readonly [string, string])[] =>
  [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );

const keptForm = z.array(z.tuple([z.string(), z.string()]));

function keptValues(kept: unknown): ReadonlyMap<string, readonly string[]> | undefined {
  const read = keptForm.safeParse(kept);
  if (!read.success) return undefined;
  const values = new Map<string, string[]>();
  for (const [name, value] of read.data) values.set(name, [...(values.get(name) ?? []), value]);
  return values;
}

const unanswered = (names: readonly string[], values: FormData): readonly FieldFault[] =>
  names
    .filter((name) => values.getAll(name).every((value) => value === ''))
    .map((name) => ({ pointer: `/${name.replaceAll('.', '/')}`, message: '', why: 'needed' }));

/** A fault in the reader's language; what the service alone found has a sentence for programs, in English. */
function useFaultWords() {
  const { t } = useTranslation('staff');
  return ({ why, limit = 0 }: FieldFault): string =>
    why === undefined
      ? t('form.checkThis')
      : why === 'needed'
        ? t('form.needed')
        : t(`form.${why}`, { number: limit });
}
