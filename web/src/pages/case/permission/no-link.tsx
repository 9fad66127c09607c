import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { readPermission } from '../../../../../functions/requests/contract.ts';
import { tellOfDecision } from '../../../../../functions/requests/other-way/contract.ts';
import { howTold, toldWith } from '../../../../../functions/sharing/contract.ts';
import type { AnswerOf } from '../../../../../functions/shared/http/contract.ts';
import { ownNames, uiLanguages } from '../../../../../functions/shared/values/languages.ts';
import { timeForPeople } from '../../../../../functions/shared/values/times-for-people.ts';
import { answersOf } from '../../../api/check-body.ts';
import { useAction } from '../../../api/hooks.ts';
import { DateBox } from '../../../parts/date-time.tsx';
import { Select, TextBox } from '../../../parts/fields.tsx';
import { Form } from '../../../parts/form.tsx';
import { Notice } from '../../../parts/notice.tsx';
import { useOwnRecord } from '../../../parts/own-record.tsx';
import { useLanguage, useReader } from '../../../parts/reader.tsx';
import { spokenLanguages, useNames } from '../../../parts/state-and-language-names.ts';
import { useDayWords } from '../../../parts/use-day-words.ts';
import { TextThatBinds } from '../../witness/text-that-binds.tsx';
import type { Whose } from './whose.ts';

type Answer = AnswerOf<typeof readPermission>;
type Shown = Answer['before'][number];
type Telling = NonNullable<Answer['noLink']>;

/** The ways in which the host State lets somebody be heard, where a live link is none of them; else nothing. */
export const waysWithoutLink = ({ decision: given }: Pick<Shown, 'decision'>) =>
  given.decision === 'granted' && !given.modalities.includes('live') ? given.modalities : undefined;

/** A decision that opens no door says so, what is to be done, and what whoever is heard is told of why; and whether they were. */
export function NoLink({
  of,
  telling,
  ...whose
}: Whose & { readonly of: Shown; readonly telling: Telling | undefined }) {
  const { t } = useTranslation('request');
  const ways = waysWithoutLink(of)
    ?.map((each) => t(`permission.modalities.${each}`))
    .join(' → ');
  if (ways === undefined && of.decision.decision !== 'refused') return null;
  const title = ways === undefined ? t('permission.noLink.refused') : t('permission.noLink.title', { ways });
  return (
    <>
      <Notice tone="wait" title={title}>
        <p>{t('permission.noLink.next')}</p>
      </Notice>
      {telling !== undefined && (
        <section className="section" aria-labelledby="no-link-title" data-testid="no-link">
          <h2 id="no-link-title">{t('permission.noLink.say')}</h2>
          <Told party={whose.party} of={telling} />
          {telling.mine && (
            <>
              <ToSay why={telling.why} ways={ways} />
              {telling.told === undefined && (
                <TellForm key={telling.decision} {...whose} decision={telling.decision} />
              )}
            </>
          )}
        </section>
      )}
    </>
  );
}

function Told({ party, of: { told, dueAt, late } }: { readonly party: string; readonly of: Telling }) {
  const { t } = useTranslation(['request', 'sharing']);
  const { zone } = useOwnRecord();
  const reader = useReader();
  const dayWords = useDayWords();
  const names = useNames();
  if (told === undefined) {
    const { text: when } = timeForPeople(dueAt, zone, reader);
    return (
      <p>
        {late && <span className="badge badge-bad">{t('sharing:use.late')}</span>}{' '}
        {t('permission.noLink.waits', { who: party, when })}
      </p>
    );
  }
  const { more } = told;
  return (
    <>
      <p>{t('permission.noLink.told', { who: party, day: dayWords(told.on), by: told.pseudonym })}</p>
      {more !== undefined && (
        <>
          <p>
            {t(`sharing:tell.hows.${more.how}`)} · {t(`sharing:tell.withs.${more.with}`)} ·{' '}
            {names.language(more.language)}
          </p>
          <p className="lines">{more.took}</p>
        </>
      )}
    </>
  );
}

/** Careful words in the language of whoever is told, and of why what may be said. */
function ToSay({ why, ways }: { readonly why: Telling['why']; readonly ways: string | undefined }) {
  const { t } = useTranslation(['request', 'witness']);
  const [language, setLanguage] = useState(useLanguage());
  const [day] = useState(() => new Date().toISOString().slice(0, 10));
  return (
    <>
      <Select
        label={t('witness:material.language')}
        value={language}
        onChoose={setLanguage}
        options={uiLanguages.map((value) => ({ value, label: ownNames[value] }))}
      />
      <TextThatBinds text="noLink" language={language} day={day} />
      {ways !== undefined && <p>{t('permission.noLink.remains', { ways })}</p>}
      {why !== undefined && (
        <>
          <h3>{t('permission.noLink.why')}</h3>
          <blockquote>{t(`permission.noLink.grounds.${why}`)}</blockquote>
        </>
      )}
    </>
  );
}

function TellForm({ decision, ...whose }: Whose & { readonly decision: number }) {
  const { t } = useTranslation(['request', 'sharing']);
  const names = useNames();
  const action = useAction(tellOfDecision);
  const labels = {
    on: t('sharing:tell.on'),
    how: t('sharing:tell.how'),
    with: t('sharing:tell.with'),
    language: t('permission.noLink.language'),
    took: t('permission.noLink.took'),
  };
  return (
    <details>
      <summary>{t('permission.noLink.enter')}</summary>
      <p className="hint">{t('sharing:tell.hint')}</p>
      <Form
        route={tellOfDecision}
        read={(values) => {
          const { text } = answersOf(values);
          return {
            decision,
            on: text('on'),
            how: text('how'),
            with: text('with'),
            language: text('language'),
            took: text('took'),
          };
        }}
        labels={labels}
        onSend={(body) => action.run({ params: whose, body })}
        problem={action.problem}
        sending={action.running}
        button={t('permission.noLink.enter')}
      >
        <DateBox name="on" label={labels.on} />
        <Select
          name="how"
          label={labels.how}
          options={howTold.map((value) => ({ value, label: t(`sharing:tell.hows.${value}`) }))}
        />
        <Select
          name="with"
          label={labels.with}
          options={toldWith.map((value) => ({ value, label: t(`sharing:tell.withs.${value}`) }))}
        />
        <Select
          name="language"
          label={labels.language}
          options={spokenLanguages.map((tag) => ({ value: tag, label: names.language(tag) }))}
        />
        <TextBox
          name="took"
          label={labels.took}
          hint={t('permission.noLink.tookHint')}
          lines={3}
          maxLength={600}
        />
      </Form>
    </details>
  );
}
