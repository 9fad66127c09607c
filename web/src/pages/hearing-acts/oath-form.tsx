import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { oathForms } from '../../../../functions/hearing/acts/contract.ts';
import { enterOath } from '../../../../functions/hearing/given/contract.ts';
import { answersOf } from '../../api/check-body.ts';
import { useAction } from '../../api/hooks.ts';
import { Radios, Select, YesNo } from '../../parts/fields.tsx';
import { Form } from '../../parts/form.tsx';
import { useNames } from '../../parts/state-and-language-names.ts';
import { TextUsed } from '../witness/text-used.tsx';
import type { Doing } from './hearing.ts';
import { usedTextIn } from './used-text.ts';
import { useFreshForm } from './use-fresh-form.ts';

const answers = ['taken', 'refused', 'own-page'] as const;

/** A promise before the first question, of whoever is heard or interprets: answered aloud, or put to them on their own page. */
export function OathForm({
  sessionId,
  sent,
  hearing: { heard = [], interpreters = [], states = [] },
}: Doing) {
  const { t } = useTranslation('acts');
  const names = useNames();
  const fresh = useFreshForm(sent);
  const action = useAction(enterOath, fresh.done);
  const [of, setOf] = useState<string>('');
  const labels = {
    of: t('fields.of'),
    form: t('fields.form'),
    state: t('fields.state'),
    text: t('fields.text'),
    readOut: t('fields.readOut'),
    answer: t('fields.answer'),
  };
  const people = [...heard, ...interpreters].map((value) => ({ value, label: value }));
  return (
    <Form
      key={fresh.key}
      route={enterOath}
      read={(values) => {
        const { text, yes } = answersOf(values);
        const said = text('answer');
        return {
          of: text('of'),
          form: text('form'),
          state: text('state'),
          text: usedTextIn(values, 'text'),
          readOut: yes('readOut'),
          answer: said === 'own-page' ? { answered: 'own-page' } : { answered: 'aloud', outcome: said },
        };
      }}
      needs={['answer']}
      labels={labels}
      onSend={(body) => action.run({ params: { sessionId }, body })}
      problem={action.problem}
      sending={action.running}
      button={t('do.send')}
    >
      <Select name="of" label={labels.of} options={people} onChoose={setOf} />
      <Radios
        name="form"
        label={labels.form}
        inRow
        options={oathForms.map((value) => ({ value, label: t(`forms.${value}`) }))}
      />
      <Radios
        name="state"
        label={labels.state}
        inRow
        options={states.map((value) => ({ value, label: names.country(value) }))}
      />
      <TextUsed
        key={of}
        name="text"
        leads={false}
        label={labels.text}
        text={interpreters.some((each) => each === of) ? 'interpreterOath' : 'witnessOath'}
      />
      <YesNo asked="given" name="readOut" label={labels.readOut} hint={t('fields.readOutHint')} />
      <Radios
        name="answer"
        label={labels.answer}
        options={answers.map((value) => ({ value, label: t(`answers.${value}`) }))}
      />
    </Form>
  );
}
