import { useTranslation } from 'react-i18next';
import { readCase } from '../../../../../functions/cases/contract.ts';
import { conducts, condition, modality } from '../../../../../functions/requests/permission/contract.ts';
import { listSessions } from '../../../../../functions/sessions/contract.ts';
import { spanForPeople } from '../../../../../functions/shared/values/times-for-people.ts';
import { useAnswer } from '../../../api/hooks.ts';
import { DateBox } from '../../../parts/date-time.tsx';
import { Radios, Select, TextBox, Ticks } from '../../../parts/fields.tsx';
import { useOwnRecord } from '../../../parts/own-record.tsx';
import { useReader } from '../../../parts/reader.tsx';
import { spokenLanguages, useNames } from '../../../parts/state-and-language-names.ts';
import type { Whose } from './whose.ts';

type Of = (name: string) => { readonly name: string; readonly label: string };

/** What a grant says: its days and sessions, how somebody may be heard and by whom, and on which conditions. */
export function GrantFields({ of, ...whose }: Whose & { readonly of: Of }) {
  const { t } = useTranslation('request');
  const names = useNames();
  return (
    <>
      <DateBox {...of('validFrom')} />
      <DateBox {...of('validUntil')} hint={t('permission.validHint')} />
      <SessionTicks {...whose} of={of} />
      <fieldset className="field">
        <legend>{of('modalities').label}</legend>
        {modality.options.map((_, at) => (
          <Select
            key={at}
            name={of('modalities').name}
            id={`modality-${at}`}
            label={t(at === 0 ? 'permission.first' : 'permission.then')}
            {...(at === 0 ? {} : { none: t('permission.nothingElse') })}
            options={modality.options.map((value) => ({ value, label: t(`permission.modalities.${value}`) }))}
          />
        ))}
      </fieldset>
      <Radios
        {...of('conducts')}
        hint={t('permission.conductsHint')}
        options={conducts.options.map((value) => ({ value, label: t(`permission.conductors.${value}`) }))}
      />
      <Radios
        {...of('attendance')}
        options={(['identifies', 'attends', 'no'] as const).map((value) => ({
          value,
          label: t(`permission.attendance.${value}`),
        }))}
      />
      <TextBox {...of('noticeDays')} maxLength={3} />
      <Ticks
        {...of('conditions')}
        options={condition.options.map((value) => ({
          value,
          label: t(`permission.conditionNames.${value}`),
        }))}
      />
      <PersonTicks {...whose} of={of} />
      <Ticks
        {...of('languages')}
        hint={t('permission.languagesHint')}
        options={spokenLanguages.map((value) => ({ value, label: names.language(value) }))}
      />
    </>
  );
}

function PersonTicks({ caseId, of }: Whose & { readonly of: Of }) {
  const { t } = useTranslation(['request', 'staff']);
  const found = useAnswer(readCase, { params: { caseId } });
  const members = found.data?.members ?? [];
  if (members.length === 0) return null;
  return (
    <Ticks
      {...of('persons')}
      hint={t('permission.personsHint')}
      options={members.map(({ pseudonym, role }) => ({
        value: pseudonym,
        label: `${t(`staff:roles.${role}`)} ${pseudonym}`,
      }))}
    />
  );
}

/** Sessions that are still to come; that somebody else is heard in one, the service says. */
function SessionTicks({ caseId, of }: Whose & { readonly of: Of }) {
  const { t } = useTranslation('request');
  const me = useOwnRecord();
  const reader = useReader();
  const found = useAnswer(listSessions, { query: { caseId } });
  const coming = (found.data?.sessions ?? []).filter(({ status }) => status === 'booked');
  if (coming.length === 0) return null;
  return (
    <Ticks
      {...of('sessions')}
      hint={t('permission.sessionsHint')}
      options={coming.map(({ sessionId, start, end }) => ({
        value: sessionId,
        label: spanForPeople({ start, end }, me.zone, reader),
      }))}
    />
  );
}
