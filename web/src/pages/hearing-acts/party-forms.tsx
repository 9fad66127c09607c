import { useTranslation } from 'react-i18next';
import { challengeKinds, grounds } from '../../../../functions/hearing/acts/contract.ts';
import { challenge, object } from '../../../../functions/hearing/rulings/contract.ts';
import { answersOf } from '../../api/check-body.ts';
import { useAction } from '../../api/hooks.ts';
import { Select, TextBox } from '../../parts/fields.tsx';
import { Form } from '../../parts/form.tsx';
import type { Doing } from './hearing.ts';
import { useFreshForm } from './use-fresh-form.ts';

/** A party objects: one choice and one press, while somebody speaks. */
export function ObjectionForm({ sessionId, sent }: Doing) {
  const { t } = useTranslation('acts');
  const fresh = useFreshForm(sent);
  const action = useAction(object, fresh.done);
  const labels = { ground: t('fields.ground'), words: t('fields.words') };
  return (
    <Form
      key={fresh.key}
      route={object}
      read={(values) => {
        const { text } = answersOf(values);
        return { ground: text('ground'), ...optional('words', text('words')) };
      }}
      labels={labels}
      onSend={(body) => action.run({ params: { sessionId }, body })}
      problem={action.problem}
      sending={action.running}
      button={t('do.objection')}
    >
      <Select
        name="ground"
        label={labels.ground}
        options={grounds.map((value) => ({ value, label: t(`grounds.${value}`) }))}
      />
      <TextBox name="words" label={labels.words} hint={t('fields.sealed')} maxLength={300} lines={2} />
    </Form>
  );
}

export function ChallengeForm({ sessionId, sent, hearing: { interpreters = [] } }: Doing) {
  const { t } = useTranslation('acts');
  const fresh = useFreshForm(sent);
  const action = useAction(challenge, fresh.done);
  const labels = { what: t('fields.what'), interpreter: t('fields.interpreter'), words: t('fields.words') };
  return (
    <Form
      key={fresh.key}
      route={challenge}
      read={(values) => {
        const { text } = answersOf(values);
        return {
          what: text('what'),
          ...optional('interpreter', text('interpreter')),
          ...optional('words', text('words')),
        };
      }}
      labels={labels}
      onSend={(body) => action.run({ params: { sessionId }, body })}
      problem={action.problem}
      sending={action.running}
      button={t('do.challenge')}
    >
      <Select
        name="what"
        label={labels.what}
        options={challengeKinds.map((value) => ({ value, label: t(`challenges.${value}`) }))}
      />
      {interpreters.length > 0 && (
        <Select
          name="interpreter"
          label={labels.interpreter}
          options={interpreters.map((value) => ({ value, label: value }))}
        />
      )}
      <TextBox name="words" label={labels.words} hint={t('fields.sealed')} maxLength={300} lines={2} />
    </Form>
  );
}

const optional = (name: string, value: string | undefined) => (value === undefined ? {} : { [name]: value });
