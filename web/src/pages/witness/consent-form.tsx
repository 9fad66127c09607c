import { useTranslation } from 'react-i18next';
import {
  capacities,
  consentScopes,
  explanationMethods,
  scopeAnswers,
  toldItems,
  toldRoles,
  understandings,
  type ConsentScope,
} from '../../../../functions/witnesses/consent/contract.ts';
import { readCase } from '../../../../functions/cases/contract.ts';
import { recordConsent } from '../../../../functions/witnesses/contract.ts';
import { useAction, useAnswer } from '../../api/hooks.ts';
import { DateBox } from '../../parts/date-time.tsx';
import { Group, Radios, Select, TextBox, Ticks } from '../../parts/fields.tsx';
import { Form } from '../../parts/form.tsx';
import { spokenLanguages, useNames } from '../../parts/state-and-language-names.ts';
import { consentFrom, maxShares, type WitnessParams } from './consent-from.ts';
import { Sharing } from './sharing.tsx';
import { TextUsed } from './text-used.tsx';

/** What the witness agrees to, and how it came about; filled in beside the witness, in the order of the talk. */
export function ConsentForm({ params }: { readonly params: WitnessParams }) {
  const { t } = useTranslation(['witness', 'staff']);
  const action = useAction(recordConsent);
  const labels = useConsentLabels();
  const label = (name: string) => labels[name] ?? name;
  return (
    <Form
      keep={`consent ${Object.values(params).join(' ')} 2`}
      route={recordConsent}
      read={consentFrom}
      labels={labels}
      onSend={(body) => action.run({ params, body })}
      problem={action.problem}
      sending={action.running}
      button={t('staff:consent.record')}
    >
      <HowExplained label={label} />
      <Understanding label={label} />
      <Scopes label={label} />
      <Sharing label={label} params={params} />
      <WhoSpeaks label={label} params={params} />
      <div className="group">
        <Radios name="mark.kind" label={label('mark.kind')} options={useMarks()} />
        <div className="when-two-witnesses">
          <TextBox
            name="mark.witnesses.0"
            label={label('mark.witnesses.0')}
            hint={t('common.byRole')}
            maxLength={80}
          />
          <TextBox name="mark.witnesses.1" label={label('mark.witnesses.1')} maxLength={80} />
        </div>
        <DateBox name="validUntil" label={label('validUntil')} />
        <Ticks
          name="toldTo"
          label={label('toldTo')}
          options={toldRoles.map((value) => ({ value, label: t(`staff:roles.${value}`) }))}
        />
      </div>
    </Form>
  );
}

interface Labelled {
  readonly label: (name: string) => string;
}

function HowExplained({ label }: Labelled) {
  const { t } = useTranslation(['witness', 'staff']);
  const names = useNames();
  return (
    <Group title={t('staff:consent.howTitle')}>
      <Select
        name="language"
        label={label('language')}
        options={spokenLanguages.map((tag) => ({ value: tag, label: names.language(tag) }))}
      />
      <Radios
        name="interpreter.was"
        label={label('interpreter.was')}
        inRow
        options={(['not-needed', 'present'] as const).map((value) => ({
          value,
          label: t(`staff:consent.interpreters.${value}`),
        }))}
      />
      <div className="when-present">
        <TextBox
          name="interpreter.who"
          label={label('interpreter.who')}
          hint={t('common.byRole')}
          maxLength={80}
        />
      </div>
      <TextUsed name="material" label={label('material')} />
      <Radios
        name="method"
        label={label('method')}
        options={explanationMethods.map((value) => ({
          value,
          label:
            value === 'read-out-by-interpreter' ? t('consent.readOut') : t(`staff:consent.methods.${value}`),
        }))}
      />
      <Ticks
        name="told"
        label={label('told')}
        options={toldItems.map((value) => ({ value, label: t(`consent.told.${value}`) }))}
      />
    </Group>
  );
}

function Understanding({ label }: Labelled) {
  const { t } = useTranslation('witness');
  return (
    <>
      <Radios
        name="capacity.is"
        label={label('capacity.is')}
        inRow
        options={capacities.map((value) => ({ value, label: t(`consent.capacity.${value}`) }))}
      />
      <TextBox
        name="capacity.assessedBy"
        label={label('capacity.assessedBy')}
        hint={t('common.byRole')}
        maxLength={80}
      />
      <TextBox name="capacity.how" label={label('capacity.how')} maxLength={300} lines={2} />
      <Radios
        name="teachBack.understanding"
        label={label('teachBack.understanding')}
        options={understandings.map((value) => ({ value, label: t(`consent.teachBack.${value}`) }))}
      />
      <TextBox name="teachBack.asked" label={label('teachBack.asked')} maxLength={800} lines={3} />
    </>
  );
}

function Scopes({ label }: Labelled) {
  const { t } = useTranslation(['witness', 'staff']);
  const answers = scopeAnswers.map((value) => ({
    value,
    label: value === 'limited' ? t('consent.limited') : t(`staff:answers.agrees.${value}`),
  }));
  return (
    <Group title={t('staff:consent.scopesTitle')}>
      <p className="hint">{t('staff:consent.scopesHint')}</p>
      <p className="hint">{t('consent.noFirst')}</p>
      {consentScopes.map((scope) => (
        <div key={scope} className="scope">
          <Radios
            name={`scopes.${scope}.answer`}
            label={label(`scopes.${scope}.answer`)}
            inRow
            options={answers}
          />
          <div className="when-limited">
            <TextBox
              name={`scopes.${scope}.how`}
              label={label(`scopes.${scope}.how`)}
              hint={scope === 'liveVideo' ? t('consent.limitedPicture') : undefined}
              maxLength={200}
            />
          </div>
        </div>
      ))}
      <Radios name="wishes.inCamera" label={label('wishes.inCamera')} inRow options={useYesNo()} />
      <Select
        name="wishes.breakEvery"
        label={label('wishes.breakEvery')}
        none="–"
        options={['15', '20', '30', '45', '60'].map((value) => ({ value, label: value }))}
      />
    </Group>
  );
}

/** The witness alone, or for a child the guardian and the child. */
function WhoSpeaks({ label, params }: Labelled & { readonly params: WitnessParams }) {
  const { t } = useTranslation(['witness', 'staff']);
  const { caseId, party } = params;
  const { data } = useAnswer(readCase, { params: { caseId } });
  const guardians = (data?.parties ?? []).filter((each) => each.role === 'guardian' && each.for === party);
  const agrees = (['yes', 'no'] as const).map((value) => ({
    value,
    label: t(`staff:answers.agrees.${value}`),
  }));
  return (
    <div className="who-speaks">
      <Radios
        name="person"
        label={label('person')}
        inRow
        options={(['adult', 'child'] as const).map((value) => ({
          value,
          label: t(`consent.person.${value}`),
        }))}
      />
      <div className="when-child">
        <Group title={t('consent.guardian.title')}>
          <DateBox name="ofAgeOn" label={label('ofAgeOn')} hint={t('consent.ofAgeHint')} />
          <Select
            name="guardian.who"
            label={label('guardian.who')}
            {...(data !== undefined && guardians.length === 0 && { hint: t('consent.guardian.nobody') })}
            options={guardians.map(({ pseudonym, label: called }) => ({
              value: pseudonym,
              label: `${pseudonym} · ${called}`,
            }))}
          />
          <Radios name="guardian.agrees" label={label('guardian.agrees')} inRow options={agrees} />
          <Radios name="guardian.assent" label={label('guardian.assent')} inRow options={agrees} />
          <TextBox
            name="guardian.bestInterests"
            label={label('guardian.bestInterests')}
            maxLength={600}
            lines={3}
          />
        </Group>
      </div>
    </div>
  );
}

function useYesNo() {
  const { t } = useTranslation('witness');
  return (['yes', 'no'] as const).map((value) => ({ value, label: t(`consent.${value}`) }));
}

function useMarks() {
  const { t } = useTranslation(['witness', 'staff']);
  return [
    { value: 'signature', label: t('staff:consent.marks.signature') },
    { value: 'thumbprint', label: t('staff:consent.marks.thumbprint') },
    { value: 'audio', label: t('consent.marks.audio') },
    { value: 'two-witnesses', label: t('consent.marks.two-witnesses') },
  ];
}

/** What each scope is called; those that were asked before November 2026 too. */
export function useScopeName(): (scope: ConsentScope) => string {
  const { t } = useTranslation(['witness', 'staff']);
  return (scope) =>
    scope === 'takePart' || scope === 'liveVideo' || scope === 'recording'
      ? t(`staff:consent.scopes.${scope}`)
      : t(`consent.scopes.${scope}`);
}

/** From each field's name to its label, in the order of the page. */
function useConsentLabels(): Readonly<Record<string, string>> {
  const { t } = useTranslation(['witness', 'staff', 'sharing']);
  const scopeName = useScopeName();
  return {
    language: t('staff:consent.language'),
    'interpreter.was': t('staff:consent.interpreter'),
    'interpreter.who': t('consent.interpreterWho'),
    material: t('material.language'),
    method: t('staff:consent.method'),
    told: t('consent.told.label'),
    'capacity.is': t('consent.capacity.label'),
    'capacity.assessedBy': t('consent.capacity.by'),
    'capacity.how': t('consent.capacity.how'),
    'teachBack.understanding': t('consent.teachBack.label'),
    'teachBack.asked': t('consent.teachBack.asked'),
    ...Object.fromEntries(
      consentScopes.flatMap((scope) => [
        [`scopes.${scope}.answer`, scopeName(scope)],
        [`scopes.${scope}.how`, t('consent.how')],
      ]),
    ),
    'wishes.inCamera': t('consent.inCamera'),
    'wishes.breakEvery': t('consent.breakEvery'),
    ...Object.fromEntries(
      Array.from({ length: maxShares }, (_, at) => [
        [`sharing.${at}.agency`, t('sharing:agency.label')] as const,
        [`sharing.${at}.authority`, t('consent.sharing.authority')] as const,
        [`sharing.${at}.state`, t('consent.sharing.state')] as const,
        [`sharing.${at}.purpose`, t('consent.sharing.purpose')] as const,
      ]).flat(),
    ),
    person: t('consent.person.label'),
    ofAgeOn: t('consent.ofAgeOn'),
    'guardian.who': t('consent.guardian.who'),
    'guardian.agrees': t('consent.guardian.agrees'),
    'guardian.assent': t('consent.guardian.assent'),
    'guardian.bestInterests': t('consent.guardian.bestInterests'),
    'mark.kind': t('staff:consent.mark'),
    'mark.witnesses.0': t('consent.before', { number: 1 }),
    'mark.witnesses.1': t('consent.before', { number: 2 }),
    validUntil: t('consent.validUntil'),
    toldTo: t('consent.toldTo'),
  };
}
