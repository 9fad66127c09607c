import { useTranslation } from 'react-i18next';
import { useState } from 'react';
import { describeWitness } from '../../../../../functions/cases/contract.ts';
import { saidCapacities } from '../../../../../functions/shared/values/capacities.ts';
import { dialectsOf } from '../../../../../functions/shared/values/dialects.ts';
import { languageTags } from '../../../../../functions/shared/values/languages.ts';
import { answersOf } from '../../../api/check-body.ts';
import { useAction } from '../../../api/hooks.ts';
import { DateBox } from '../../../parts/date-time.tsx';
import { Group, Radios, Select } from '../../../parts/fields.tsx';
import { Form } from '../../../parts/form.tsx';
import { Notice } from '../../../parts/notice.tsx';
import { useReader } from '../../../parts/reader.tsx';
import { Rows, rowsOf } from '../../../parts/rows.tsx';
import { spokenLanguages, useNames } from '../../../parts/state-and-language-names.ts';
import type { Witness } from './file.ts';

const mostLanguages = 6;

/** As what they are heard, what they speak, and of a child from when they are of age. */
export function About({ caseId, witness }: { readonly caseId: string; readonly witness: Witness }) {
  const { t } = useTranslation(['witness', 'staff']);
  const action = useAction(describeWitness);
  const { languages = [] } = witness;
  const labels = {
    capacity: t('keep.heardAs'),
    languages: t('keep.languages'),
    ...Object.fromEntries(
      Array.from({ length: mostLanguages }, (_, at) => [
        [`languages.${at}.language`, t('keep.language')],
        [`languages.${at}.dialect`, t('keep.dialect')],
      ]).flat() as [string, string][],
    ),
    ofAgeOn: t('consent.ofAgeOn'),
  };
  return (
    <section className="section">
      <h2>{t('keep.about')}</h2>
      {action.answer !== undefined && <Notice tone="good" title={t('keep.saved')} />}
      <Form
        route={describeWitness}
        read={(values) => {
          const { text } = answersOf(values);
          const ofAgeOn = text('ofAgeOn');
          return {
            capacity: text('capacity'),
            languages: rowsOf(values, 'languages', ['language'], (at) => {
              const dialect = text(`${at}.dialect`);
              return { language: text(`${at}.language`), ...(dialect === undefined ? {} : { dialect }) };
            }),
            ...(ofAgeOn === undefined ? {} : { ofAgeOn }),
          };
        }}
        labels={labels}
        onSend={(body) => action.run({ params: { caseId, party: witness.pseudonym }, body })}
        problem={action.problem}
        sending={action.running}
        button={t('keep.save')}
      >
        <Radios
          name="capacity"
          label={labels.capacity}
          initial={witness.capacity === 'child' ? undefined : witness.capacity}
          options={saidCapacities.map((value) => ({ value, label: t(`keep.capacities.${value}`) }))}
        />
        <Group title={labels.languages}>
          <p className="hint">{t('keep.languagesHint')}</p>
          <Rows name="languages" max={mostLanguages} initial={languages.length}>
            {(at) => <Spoken at={at} initial={languages[Number(at.split('.')[1])]} />}
          </Rows>
        </Group>
        <DateBox name="ofAgeOn" label={labels.ofAgeOn} hint={t('keep.ofAgeHint')} initial={witness.ofAgeOn} />
        <p className="hint">{t('keep.ageConsequence')}</p>
      </Form>
    </section>
  );
}

type Language = NonNullable<Witness['languages']>[number];

function Spoken({ at, initial }: { readonly at: string; readonly initial: Language | undefined }) {
  const { t } = useTranslation(['witness', 'names']);
  const [language, setLanguage] = useState<string>(initial?.language ?? '');
  const options = useLanguageOptions();
  const dialects = dialectsOf(language);
  return (
    <>
      <Select
        name={`${at}.language`}
        label={t('keep.language')}
        options={options}
        {...(initial === undefined ? {} : { initial: initial.language })}
        onChoose={setLanguage}
      />
      {dialects.length > 0 && (
        <Select
          key={language}
          name={`${at}.dialect`}
          label={t('keep.dialect')}
          none={t('keep.noDialect')}
          {...(initial?.dialect === undefined || initial.language !== language
            ? {}
            : { initial: initial.dialect })}
          options={dialects.map((value) => ({ value, label: t(`names:dialects.${value}`) }))}
        />
      )}
    </>
  );
}

/** Those of the region first. */
function useLanguageOptions() {
  const { language } = useReader();
  const names = useNames();
  const order = new Intl.Collator(language);
  const named = (value: string) => ({ value, label: names.language(value) });
  const near: readonly string[] = [...spokenLanguages, 'kar'];
  const others = languageTags.filter((tag) => !near.includes(tag)).map(named);
  return [...near.map(named), ...others.toSorted((one, other) => order.compare(one.label, other.label))];
}
