import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toldTexts } from '../../../../functions/hearing/acts/contract.ts';
import { enterTold } from '../../../../functions/hearing/given/contract.ts';
import { answersOf } from '../../api/check-body.ts';
import { useAction } from '../../api/hooks.ts';
import { Select, YesNo } from '../../parts/fields.tsx';
import { Form } from '../../parts/form.tsx';
import { TextUsed } from '../witness/text-used.tsx';
import type { Doing } from './hearing.ts';
import { usedTextIn } from './used-text.ts';
import { useFreshForm } from './use-fresh-form.ts';

/** That rights or a warning were told, by which text, and whether they were understood. */
export function ToldForm({ sessionId, sent, hearing: { heard = [] } }: Doing) {
  const { t } = useTranslation('acts');
  const fresh = useFreshForm(sent);
  const action = useAction(enterTold, fresh.done);
  const [what, setWhat] = useState<(typeof toldTexts)[number]>('rights');
  const labels = {
    of: t('fields.of'),
    text: t('fields.text'),
    readOut: t('fields.readOut'),
    understood: t('fields.understood'),
  };
  return (
    <Form
      key={fresh.key}
      route={enterTold}
      read={(values) => {
        const { text, yes } = answersOf(values);
        return {
          of: text('of'),
          what,
          text: usedTextIn(values, 'text'),
          readOut: yes('readOut'),
          understood: yes('understood'),
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
        label={t('fields.told')}
        value={what}
        onChoose={setWhat}
        options={toldTexts.map((value) => ({ value, label: t(`texts.${value}`) }))}
      />
      <TextUsed key={what} name="text" leads={false} label={labels.text} text={what} />
      <YesNo asked="given" name="readOut" label={labels.readOut} hint={t('fields.readOutHint')} />
      <YesNo asked="given" name="understood" label={labels.understood} />
    </Form>
  );
}
