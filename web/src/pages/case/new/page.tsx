import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { openCase } from '../../../../../functions/cases/contract.ts';
import type { BodyIn } from '../../../../../functions/shared/http/contract.ts';
import { countries } from '../../../../../functions/shared/values/countries.ts';
import { zonePlace } from '../../../../../functions/shared/values/zone-places.ts';
import { answersOf, type Unsaid } from '../../../api/check-body.ts';
import { useAction } from '../../../api/hooks.ts';
import { usePeople } from '../../../api/use-people.ts';
import { Field } from '../../../parts/field.tsx';
import { type Option, Select, TextBox, Ticks, YesNo } from '../../../parts/fields.tsx';
import { Form } from '../../../parts/form.tsx';
import { useNames } from '../../../parts/state-and-language-names.ts';
import { useOwnRecord } from '../../../parts/own-record.tsx';
import { Page } from '../../../parts/page.tsx';
import { Picker } from '../../../parts/picker.tsx';
import { ProblemNotice } from '../../../parts/problem-notice.tsx';
import { useReader } from '../../../parts/reader.tsx';

/** A new case: reference, States, the staff who work on it, and what may be known of the person to be heard. */
export default function NewCasePage() {
  const { t } = useTranslation('staff');
  const { language } = useReader();
  const names = useNames();
  const me = useOwnRecord();
  const go = useNavigate();
  const action = useAction(openCase, ({ caseId }) => void go(`/cases/${caseId}`, { replace: true }));
  const people = useStaff();
  const states = countries.map(({ code }) => ({ value: code, label: names.country(code) }));
  const zones = countries.map(({ capitalZone }) => ({
    value: capitalZone,
    label: zonePlace(capitalZone, language),
  }));
  const labels = {
    reference: t('newCase.reference'),
    requestingState: t('case.requestingState'),
    hostState: t('case.hostState'),
    members: t('newCase.members'),
    'witnesses.0.protected': t('newCase.protected'),
    'witnesses.0.holder': t('newCase.holder'),
    'witnesses.0.zone': t('newCase.zone'),
  };
  return (
    <Page title={t('newCase.title')} above={{ to: '/', label: t('cases.title') }}>
      <ProblemNotice problem={people.problem} />
      <Form
        keep={'new case 1'}
        route={openCase}
        read={caseFrom}
        // Her holder is one of them without a tick; somebody else has to be.
        needs={['members']}
        labels={labels}
        onSend={(body) => action.run({ body })}
        problem={action.problem}
        sending={action.running}
        button={t('newCase.open')}
      >
        <TextBox name="reference" label={labels.reference} hint={t('newCase.referenceHint')} maxLength={40} />
        <Select
          name="requestingState"
          label={labels.requestingState}
          options={states}
          initial={me.agency.country}
        />
        <Select name="hostState" label={labels.hostState} options={states} />
        {people.more && (
          <Field label={t('newCase.findOthers')} hint={t('newCase.findOthersHint')}>
            {(control) => (
              <input
                type="search"
                {...control}
                onChange={(event) => people.onSearch(event.currentTarget.value)}
                // Enter would send the form.
                onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
              />
            )}
          </Field>
        )}
        <Ticks name="members" label={labels.members} options={people.everybody} />
        <YesNo
          asked="protected"
          name="witnesses.0.protected"
          label={labels['witnesses.0.protected']}
          hint={t('newCase.protectedHint')}
        />
        <Picker
          name="witnesses.0.holder"
          label={labels['witnesses.0.holder']}
          options={people.holders}
          onSearch={people.onSearch}
        />
        <Picker
          name="witnesses.0.zone"
          label={labels['witnesses.0.zone']}
          hint={t('newCase.zoneHint')}
          options={zones}
        />
        <Ticks
          name="witnesses.0.mayKnow"
          label={t('newCase.mayKnow')}
          hint={t('newCase.mayKnowHint')}
          options={people.everybody}
        />
      </Form>
    </Page>
  );
}

function caseFrom(values: FormData): Unsaid<BodyIn<typeof openCase>> {
  const { text, yes, all } = answersOf(values);
  const holder = text('witnesses.0.holder');
  return {
    reference: text('reference'),
    requestingState: text('requestingState'),
    hostState: text('hostState'),
    members: [...new Set([...all('members'), ...(holder === undefined ? [] : [holder])])],
    witnesses: [
      {
        protected: yes('witnesses.0.protected'),
        holder,
        zone: text('witnesses.0.zone'),
        mayKnow: all('witnesses.0.mayKnow'),
      },
    ],
  };
}

/** Whoever can be a member, one question for each role; the roles are few and fixed. */
function useStaff() {
  const { t } = useTranslation('staff');
  const holders = usePeople('support-officer');
  const answers = [
    usePeople('clerk'),
    holders,
    usePeople('attending-officer'),
    usePeople('central-authority'),
    usePeople('auditor'),
    usePeople('judge'),
    usePeople('custody-officer'),
    usePeople('technician'),
  ];
  const found = answers.flatMap(({ people = [] }) => people);
  const option = (person: (typeof found)[number]): Option => ({
    value: person.personId,
    label: `${t(`roles.${person.role}`)}: ${person.label}, ${person.agency}`,
  });
  return {
    everybody: found.map(option),
    holders: holders.people?.map(option),
    more: answers.some(({ more }) => more),
    onSearch: (typed: string) => {
      for (const { onSearch } of answers) onSearch(typed);
    },
    problem: answers.find(({ problem }) => problem !== null)?.problem,
  };
}
