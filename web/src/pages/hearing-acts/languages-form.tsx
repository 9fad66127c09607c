import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { interpretedHow } from '../../../../functions/hearing/acts/contract.ts';
import { enterLanguages } from '../../../../functions/hearing/languages/contract.ts';
import { answersOf } from '../../api/check-body.ts';
import { useAction } from '../../api/hooks.ts';
import { Button } from '../../parts/button.tsx';
import { Group, Radios, Select } from '../../parts/fields.tsx';
import { Form } from '../../parts/form.tsx';
import { spokenLanguages, useNames } from '../../parts/state-and-language-names.ts';
import type { Doing } from './hearing.ts';
import { useFreshForm } from './use-fresh-form.ts';

const MOST_WAYS = 12;

/** How is interpreted from now on, way by way; it stands in the place of what was entered before. */
export function LanguagesForm({ sessionId, sent, hearing: { heard = [], interpreters = [] } }: Doing) {
  const { t } = useTranslation('acts');
  const names = useNames();
  const fresh = useFreshForm(sent);
  const [ways, setWays] = useState(2);
  const action = useAction(enterLanguages, fresh.done);
  const each = Array.from({ length: ways }, (_, at) => at);
  const labels = {
    how: t('fields.how'),
    ...Object.fromEntries(
      each.flatMap((at) =>
        (['interpreter', 'of', 'from', 'to'] as const).map((field) => [
          `channels.${at}.${field}`,
          t(field === 'of' ? 'fields.whose' : `fields.${field}`),
        ]),
      ),
    ),
  };
  const languages = spokenLanguages.map((value) => ({ value, label: names.language(value) }));
  const whose = ['court', ...heard].map((value) => ({
    value,
    label: value === 'court' ? t('court') : value,
  }));
  return (
    <Form
      key={fresh.key}
      route={enterLanguages}
      read={(values) => {
        const { text } = answersOf(values);
        const channels = each.map((at) => ({
          interpreter: text(`channels.${at}.interpreter`),
          of: text(`channels.${at}.of`),
          from: text(`channels.${at}.from`),
          to: text(`channels.${at}.to`),
        }));
        // A way of which nothing was chosen was not meant.
        const meant = channels.filter((one) => Object.values(one).some((value) => value !== undefined));
        return { how: text('how'), channels: meant.length === 0 ? channels.slice(0, 1) : meant };
      }}
      labels={labels}
      onSend={(body) => action.run({ params: { sessionId }, body })}
      problem={action.problem}
      sending={action.running}
      button={t('do.send')}
    >
      <Radios
        name="how"
        label={labels.how}
        options={interpretedHow.map((value) => ({ value, label: t(`how.${value}`) }))}
      />
      {each.map((at) => (
        <Group key={at} title={t('way', { number: at + 1 })}>
          <Select
            name={`channels.${at}.interpreter`}
            label={t('fields.interpreter')}
            options={interpreters.map((value) => ({ value, label: value }))}
          />
          <Select name={`channels.${at}.of`} label={t('fields.whose')} options={whose} />
          <Select name={`channels.${at}.from`} label={t('fields.from')} options={languages} />
          <Select name={`channels.${at}.to`} label={t('fields.to')} options={languages} />
        </Group>
      ))}
      {ways < MOST_WAYS && (
        <Button quiet small onClick={() => setWays(ways + 1)}>
          {t('do.way')}
        </Button>
      )}
    </Form>
  );
}
