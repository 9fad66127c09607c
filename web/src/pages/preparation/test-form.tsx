import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { recordTest } from '../../../../functions/preparation/contract.ts';
import type { BodyIn } from '../../../../functions/shared/http/contract.ts';
import { answersOf, type Unsaid } from '../../api/check-body.ts';
import { useAction } from '../../api/hooks.ts';
import { Button } from '../../parts/button.tsx';
import { Radios, Select, TextBox } from '../../parts/fields.tsx';
import { Form } from '../../parts/form.tsx';

type Body = BodyIn<typeof recordTest>;

const points = ['picture', 'sound', 'language', 'line', 'framing'] as const;
const states = ['works', 'limited', 'fails', 'not-tested', 'not-needed'] as const;
/** Without sound and a line nobody is heard. */
const alwaysNeeded: readonly (typeof points)[number][] = ['sound', 'line'];
const numbers = ['down', 'up', 'jitter'] as const;
const paths = ['direct', 'relay-udp', 'relay-tcp'] as const;

/** What the form says: numbers as they were typed, so that what is no number is told in its place. */
function readTest(values: FormData): Unsaid<Body> {
  const { text } = answersOf(values);
  const typed = (name: string) => {
    const given = text(`measured.${name}`);
    return given === undefined ? {} : { [name]: Number(given) };
  };
  const path = text('measured.path') as Body['measured']['path'];
  const limits = text('limits');
  return {
    what: text('what'),
    points: Object.fromEntries(points.map((name) => [name, text(`points.${name}`)])) as Unsaid<
      Body['points']
    >,
    measured: {
      ...Object.assign({}, ...numbers.map(typed)),
      ...(path === undefined ? {} : { path }),
    } as Body['measured'],
    ...(limits === undefined ? {} : { limits }),
  };
}

/** Point by point what a rehearsal or a test call came to; opened when there is one to enter. */
export function TestForm({ sessionId }: { readonly sessionId: string }) {
  const { t } = useTranslation('preparation');
  const [open, setOpen] = useState(false);
  const action = useAction(recordTest, () => setOpen(false));
  if (!open) return <Button onClick={() => setOpen(true)}>{t('result.enter')}</Button>;
  const labels = {
    what: t('result.what'),
    ...Object.fromEntries(points.map((name) => [`points.${name}`, t(`result.points.${name}`)])),
    ...Object.fromEntries(numbers.map((name) => [`measured.${name}`, t(`result.${name}`)])),
    'measured.path': t('result.path'),
    limits: t('result.limits'),
  };
  return (
    <section className="task" aria-label={t('result.enter')}>
      <h3>{t('result.enter')}</h3>
      <p className="hint">{t('result.hint')}</p>
      <Form
        route={recordTest}
        read={readTest}
        labels={labels}
        onSend={(body) => action.run({ params: { sessionId }, body })}
        problem={action.problem}
        sending={action.running}
        button={t('result.send')}
      >
        <Radios
          name="what"
          label={labels.what}
          inRow
          options={(['test-call', 'rehearsal'] as const).map((value) => ({
            value,
            label: t(`result.whats.${value}`),
          }))}
        />
        {points.map((name) => (
          <Select
            key={name}
            name={`points.${name}`}
            label={t(`result.points.${name}`)}
            options={states
              .filter((state) => state !== 'not-needed' || !alwaysNeeded.includes(name))
              .map((value) => ({ value, label: t(`result.states.${value}`) }))}
          />
        ))}
        <p className="hint">{t('result.measuredHint')}</p>
        {numbers.map((name) => (
          <TextBox key={name} name={`measured.${name}`} label={t(`result.${name}`)} maxLength={8} />
        ))}
        <Select
          name="measured.path"
          label={t('result.path')}
          options={paths.map((value) => ({ value, label: t(`result.paths.${value}`) }))}
        />
        <TextBox
          name="limits"
          label={t('result.limits')}
          hint={t('result.limitsHint')}
          lines={3}
          maxLength={500}
        />
      </Form>
    </section>
  );
}
