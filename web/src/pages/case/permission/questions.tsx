import { useTranslation } from 'react-i18next';
import type { readPermission } from '../../../../../functions/requests/contract.ts';
import { recordQuestions, translations } from '../../../../../functions/requests/other-way/contract.ts';
import type { AnswerOf, BodyIn } from '../../../../../functions/shared/http/contract.ts';
import { answersOf, type Unsaid } from '../../../api/check-body.ts';
import { useAction } from '../../../api/hooks.ts';
import { DateBox } from '../../../parts/date-time.tsx';
import { Select, TextBox } from '../../../parts/fields.tsx';
import { Form } from '../../../parts/form.tsx';
import { spokenLanguages, useNames } from '../../../parts/state-and-language-names.ts';
import { useDayWords } from '../../../parts/use-day-words.ts';
import { PaperFile } from './paper-file.tsx';
import type { Whose } from './whose.ts';

type Answer = AnswerOf<typeof readPermission>;
type Asked = Answer['questions'][number];
type Step = Answer['mayEnterQuestions'][number];

/** Questions in writing as far as they have come, and what the reader may enter of them. */
export function Questions({
  of,
  may,
  ...whose
}: Whose & { readonly of: readonly Asked[]; readonly may: readonly Step[] }) {
  const { t } = useTranslation('request');
  if (of.length === 0 && !may.includes('sent')) return null;
  return (
    <section className="section" aria-labelledby="questions-in-writing" data-testid="questions">
      <h2 id="questions-in-writing">{t('questions.title')}</h2>
      {of.length === 0 && <p className="quiet">{t('questions.none')}</p>}
      <ul className="cards">
        {of.map((asked) => (
          <li key={asked.number} className="card">
            <AskedView of={asked} />
            {asked.answered === undefined && may.includes('answered') && (
              <StepForm {...whose} step="answered" number={asked.number} />
            )}
            {asked.answered !== undefined && asked.returnedOn === undefined && may.includes('returned') && (
              <StepForm {...whose} step="returned" number={asked.number} />
            )}
          </li>
        ))}
      </ul>
      {may.includes('sent') && <SendForm key={of.length} {...whose} />}
    </section>
  );
}

function AskedView({ of }: { readonly of: Asked }) {
  const { t } = useTranslation('request');
  const dayWords = useDayWords();
  const names = useNames();
  const { answered, returnedOn, late, language, answerBy } = of;
  const state = returnedOn !== undefined ? 'returned' : answered !== undefined ? 'answered' : 'sent';
  const facts: readonly (readonly [string, string | undefined])[] = [
    [t('questions.sentOn'), dayWords(of.sentOn)],
    [t('questions.language'), language === undefined ? undefined : names.language(language)],
    [t('questions.translation'), t(`questions.translations.${of.translation}`)],
    [t('questions.answerBy'), answerBy === undefined ? undefined : dayWords(answerBy)],
    [t('questions.answeredOn'), answered === undefined ? undefined : dayWords(answered.on)],
    [t('questions.returnedOn'), returnedOn === undefined ? undefined : dayWords(returnedOn)],
  ];
  return (
    <>
      <p>
        <span className={state === 'returned' ? 'badge badge-good' : 'badge badge-wait'}>
          {t(`questions.states.${state}`)}
        </span>{' '}
        {late && <span className="badge badge-bad">{t('questions.states.late')}</span>}{' '}
        <span className="reference">{of.document}</span>
      </p>
      <dl className="facts">
        {facts.flatMap(([name, value]) =>
          value === undefined
            ? []
            : [
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>,
              ],
        )}
      </dl>
      {[
        [t('questions.file'), of.sha256] as const,
        ...(answered === undefined ? [] : [[t('questions.answersFile'), answered.sha256] as const]),
      ].map(([name, sha256]) => (
        <p key={name} className="quiet small">
          {name}: SHA-256 <code className="leaf">{sha256}</code>
        </p>
      ))}
    </>
  );
}

function StepForm({
  step,
  number,
  ...whose
}: Whose & { readonly step: Exclude<Step, 'sent'>; readonly number: number }) {
  const { t } = useTranslation('request');
  const action = useAction(recordQuestions);
  const button = t(step === 'answered' ? 'questions.answer' : 'questions.return');
  const labels = {
    on: t(step === 'answered' ? 'questions.answeredOn' : 'questions.returnedOn'),
    sha256: t('questions.answersFile'),
  };
  return (
    <details>
      <summary>{button}</summary>
      <Form
        route={recordQuestions}
        read={(values): Unsaid<BodyIn<typeof recordQuestions>> => {
          const { text } = answersOf(values);
          const fields = { of: number, on: text('on') };
          return step === 'answered' ? { step, ...fields, sha256: text('sha256') } : { step, ...fields };
        }}
        labels={labels}
        onSend={(body) => action.run({ params: whose, body })}
        problem={action.problem}
        sending={action.running}
        button={button}
      >
        <DateBox name="on" label={labels.on} />
        {step === 'answered' && <PaperFile name="sha256" label={labels.sha256} />}
      </Form>
    </details>
  );
}

function SendForm(whose: Whose) {
  const { t } = useTranslation('request');
  const names = useNames();
  const action = useAction(recordQuestions);
  const labels = {
    number: t('questions.number'),
    sha256: t('questions.file'),
    on: t('questions.sentOn'),
    language: t('questions.language'),
    translation: t('questions.translation'),
    answerBy: t('questions.answerBy'),
  };
  return (
    <details>
      <summary>{t('questions.send')}</summary>
      <Form
        route={recordQuestions}
        read={(values): Unsaid<BodyIn<typeof recordQuestions>> => {
          const { text } = answersOf(values);
          const answerBy = text('answerBy');
          return {
            step: 'sent',
            number: text('number'),
            sha256: text('sha256'),
            on: text('on'),
            language: text('language'),
            translation: text('translation'),
            ...(answerBy === undefined ? {} : { answerBy }),
          };
        }}
        labels={labels}
        onSend={(body) => action.run({ params: whose, body })}
        problem={action.problem}
        sending={action.running}
        button={t('questions.send')}
      >
        <TextBox name="number" label={labels.number} maxLength={60} />
        <PaperFile name="sha256" label={labels.sha256} />
        <DateBox name="on" label={labels.on} />
        <Select
          name="language"
          label={labels.language}
          options={spokenLanguages.map((tag) => ({ value: tag, label: names.language(tag) }))}
        />
        <Select
          name="translation"
          label={labels.translation}
          options={translations.map((value) => ({ value, label: t(`questions.translations.${value}`) }))}
        />
        <DateBox name="answerBy" label={labels.answerBy} hint={t('questions.answerByHint')} />
      </Form>
    </details>
  );
}
