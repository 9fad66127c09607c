import { useTranslation } from 'react-i18next';
import type { BodyIn } from '../../../../../functions/shared/http/contract.ts';
import { consentScopes, readWitness, recordConsent } from '../../../../../functions/witnesses/contract.ts';
import { answersOf, type Unsaid } from '../../../api/check-body.ts';
import { useAction, useAnswer } from '../../../api/hooks.ts';
import { Answer } from '../../../parts/answer.tsx';
import { Task } from '../../../parts/task.tsx';
import { Group, Radios, Select, YesNo } from '../../../parts/fields.tsx';
import { Form } from '../../../parts/form.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { spokenLanguages, useNames } from '../../../parts/state-and-language-names.ts';
import { useOwnRecord } from '../../../parts/own-record.tsx';
import { gateOf } from '../gate-of.ts';
import { heardIn } from '../heard-in.ts';
import type { SessionProps } from '../session-view.ts';
import { Withdrawal } from './withdrawal.tsx';

type Consent = BodyIn<typeof recordConsent>;
const facts = ['voluntary', 'mayStop', 'helpDoesNotDepend', 'risks'] as const;
const methods = ['read-by-herself', 'read-to-her', 'explained-with-pictures'] as const;
const marks = ['signature', 'thumbprint', 'spoken-before-two-witnesses'] as const;

/** What the witness agreed to, and how; and, at any time, that she no longer does. */
export default function ConsentTask({ session }: SessionProps) {
  const { t } = useTranslation('staff');
  const me = useOwnRecord();
  const whose = heardIn(session);
  const stands = useAnswer(readWitness, { params: whose });
  return (
    <Answer of={stands}>
      {({ consent }) => (
        <Task
          title={t('consent.title')}
          done={consent !== undefined || gateOf(session, 'consent') !== 'missing'}
          summary={
            <>
              {consent !== undefined && (
                <p>
                  {consent.withdrawnAt === undefined ? t('consent.recorded') : t('consent.withdrawn')}{' '}
                  <Moment at={consent.withdrawnAt ?? consent.recordedAt} zone={me.zone} />
                </p>
              )}
              {consent?.record !== undefined && <Answers scopes={consent.record.scopes} />}
              {stillStands(consent, gateOf(session, 'consent')) && <Withdrawal {...whose} />}
            </>
          }
          again={t('consent.anew')}
        >
          <ConsentForm {...whose} />
        </Task>
      )}
    </Answer>
  );
}

/** Whether there is something to withdraw; what was recorded before it stood for the case, the session’s own gate says. */
const stillStands = (
  consent: { readonly withdrawnAt?: string | undefined } | undefined,
  state: ReturnType<typeof gateOf>,
): boolean => (consent === undefined ? state === 'open' : consent.withdrawnAt === undefined);

/** What the witness said to each question. */
function Answers({ scopes }: { readonly scopes: Consent['scopes'] }) {
  const { t } = useTranslation('staff');
  return (
    <ul className="answers">
      {consentScopes.map((scope) => (
        <li key={scope}>
          {t(`consent.scopes.${scope}`)}
          <span className="badge">{t(`answers.agrees.${scopes[scope]}`)}</span>
        </li>
      ))}
    </ul>
  );
}

function ConsentForm(whose: ReturnType<typeof heardIn>) {
  const { t } = useTranslation('staff');
  const names = useNames();
  const action = useAction(recordConsent);
  const scopeLabels = consentScopes.map(
    (scope) => [`scopes.${scope}`, t(`consent.scopes.${scope}`)] as const,
  );
  const factLabels = facts.map((fact) => [`told.${fact}`, t(`consent.told.${fact}`)] as const);
  const labels = {
    ...Object.fromEntries([...scopeLabels, ...factLabels]),
    language: t('consent.language'),
    interpreter: t('consent.interpreter'),
    method: t('consent.method'),
    understood: t('consent.understood'),
    mark: t('consent.mark'),
  };
  return (
    <Form
      keep={`consent ${whose.caseId} ${whose.party} 1`}
      route={recordConsent}
      read={consentFrom}
      labels={labels}
      onSend={(body) => action.run({ params: whose, body })}
      problem={action.problem}
      sending={action.running}
      button={t('consent.record')}
    >
      <Group title={t('consent.howTitle')}>
        <Select
          name="language"
          label={labels.language}
          options={spokenLanguages.map((tag) => ({ value: tag, label: names.language(tag) }))}
        />
        <Radios
          name="interpreter"
          label={labels.interpreter}
          inRow
          options={(['not-needed', 'present'] as const).map((value) => ({
            value,
            label: t(`consent.interpreters.${value}`),
          }))}
        />
        <Radios
          name="method"
          label={labels.method}
          options={methods.map((value) => ({ value, label: t(`consent.methods.${value}`) }))}
        />
      </Group>
      <Group title={t('consent.toldTitle')}>
        {factLabels.map(([name, label]) => (
          <YesNo asked="told" key={name} name={name} label={label} />
        ))}
        <YesNo asked="said" name="understood" label={labels.understood} />
      </Group>
      <Group title={t('consent.scopesTitle')}>
        <p className="hint">{t('consent.scopesHint')}</p>
        {scopeLabels.map(([name, label]) => (
          <YesNo asked="agrees" key={name} name={name} label={label} />
        ))}
      </Group>
      <Radios
        name="mark"
        label={labels.mark}
        options={marks.map((value) => ({ value, label: t(`consent.marks.${value}`) }))}
      />
    </Form>
  );
}

function consentFrom(values: FormData): Unsaid<Consent> {
  const { text, yes } = answersOf(values);
  return {
    scopes: Object.fromEntries(
      consentScopes.map((scope) => [scope, text(`scopes.${scope}`)]),
    ) as Unsaid<Consent>['scopes'],
    language: text('language'),
    interpreter: text('interpreter'),
    method: text('method'),
    told: Object.fromEntries(facts.map((fact) => [fact, yes(`told.${fact}`)])) as Unsaid<Consent>['told'],
    understood: yes('understood'),
    mark: text('mark'),
  };
}
