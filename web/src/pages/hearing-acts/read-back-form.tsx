import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { outcomes } from '../../../../functions/hearing/acts/contract.ts';
import { enterReadBack } from '../../../../functions/hearing/given/contract.ts';
import { answersOf } from '../../api/check-body.ts';
import { useAction } from '../../api/hooks.ts';
import { Button } from '../../parts/button.tsx';
import { Radios, Select, TextBox } from '../../parts/fields.tsx';
import { Form } from '../../parts/form.tsx';
import { spokenLanguages, useNames } from '../../parts/state-and-language-names.ts';
import type { Doing } from './hearing.ts';
import { useFreshForm } from './use-fresh-form.ts';

const MOST_CORRECTIONS = 20;

/** That the record was read back, and what was corrected, place by place. */
export function ReadBackForm({ sessionId, sent, hearing: { heard = [], interpreters = [] } }: Doing) {
  const { t } = useTranslation('acts');
  const names = useNames();
  const fresh = useFreshForm(sent);
  const [rows, setRows] = useState(0);
  const action = useAction(enterReadBack, () => {
    setRows(0);
    fresh.done();
  });
  const places = Array.from({ length: rows }, (_, at) => at);
  const labels = {
    of: t('fields.of'),
    language: t('fields.language'),
    interpreter: t('fields.interpreter'),
    outcome: t('fields.outcome'),
    ...Object.fromEntries(
      places.flatMap((at) => [
        [`corrections.${at}.place`, t('fields.place', { number: at + 1 })],
        [`corrections.${at}.text`, t('fields.correction', { number: at + 1 })],
      ]),
    ),
  };
  return (
    <Form
      key={fresh.key}
      route={enterReadBack}
      read={(values) => {
        const { text } = answersOf(values);
        const interpreter = text('interpreter');
        return {
          of: text('of'),
          language: text('language'),
          ...(interpreter === undefined ? {} : { interpreter }),
          corrections: places.map((at) => ({
            place: text(`corrections.${at}.place`),
            text: text(`corrections.${at}.text`),
          })),
          outcome: text('outcome'),
        };
      }}
      labels={labels}
      onSend={(body) => action.run({ params: { sessionId }, body })}
      problem={action.problem}
      sending={action.running}
      button={t('do.send')}
    >
      <Select name="of" label={labels.of} options={heard.map((value) => ({ value, label: value }))} />
      <Select
        name="language"
        label={labels.language}
        options={spokenLanguages.map((value) => ({ value, label: names.language(value) }))}
      />
      <Select
        name="interpreter"
        label={labels.interpreter}
        options={interpreters.map((value) => ({ value, label: value }))}
      />
      {places.map((at) => (
        <div key={at} className="group">
          <TextBox
            name={`corrections.${at}.place`}
            label={t('fields.place', { number: at + 1 })}
            maxLength={60}
          />
          <TextBox
            name={`corrections.${at}.text`}
            label={t('fields.correction', { number: at + 1 })}
            hint={t('fields.sealed')}
            maxLength={400}
            lines={2}
          />
        </div>
      ))}
      {rows < MOST_CORRECTIONS && (
        <Button quiet small onClick={() => setRows(rows + 1)}>
          {t('do.correction')}
        </Button>
      )}
      <Radios
        name="outcome"
        label={labels.outcome}
        inRow
        options={outcomes.readBack.map((value) => ({
          value,
          label: t(value === 'confirmed' ? 'outcome.confirmed' : 'outcome.notConfirmed'),
        }))}
      />
    </Form>
  );
}
