import { useTranslation } from 'react-i18next';
import { correctHoliday } from '../../../../functions/directory/contract.ts';
import type { CountryCode } from '../../../../functions/shared/values/countries.ts';
import { numberForPeople } from '../../../../functions/shared/values/times-for-people.ts';
import { useAction } from '../../api/hooks.ts';
import { DateBox } from '../../parts/date-time.tsx';
import { Field, FieldGroup } from '../../parts/field.tsx';
import { Form } from '../../parts/form.tsx';
import { Notice } from '../../parts/notice.tsx';
import { useReader } from '../../parts/reader.tsx';
import { useYearWords } from './use-year-words.ts';
import { dayKinds, faultsOf, type CorrectionDraft, type YearDay } from './year-days.ts';

/** Says what one day is; the last word on a day holds. */
export function CorrectDay({
  country,
  year,
  version,
  days,
  draft,
  onDraft,
  onDone,
}: {
  readonly country: CountryCode;
  readonly year: number;
  readonly version: number;
  readonly days: readonly YearDay[];
  readonly draft: CorrectionDraft;
  readonly onDraft: (draft: CorrectionDraft) => void;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation(['keeping', 'staff']);
  const reader = useReader();
  const correcting = useAction(correctHoliday, onDone);
  const faults = faultsOf(draft, year, days);
  const words = useFaultWords(year);
  const saved = correcting.answer?.version;
  const wasOvertaken = correcting.problem?.code === 'changed-meanwhile';
  return (
    <Form
      route={correctHoliday}
      read={() => ({ country, year, version, day: draft.day, kind: draft.kind, name: draft.name.trim() })}
      labels={{ day: t('holidays.day'), name: t('holidays.name') }}
      faults={Object.fromEntries([...faults].map(([name, fault]) => [name, words(fault)]))}
      // The list has been read anew, and what was typed is still there.
      problem={wasOvertaken ? undefined : correcting.problem}
      sending={correcting.running}
      button={t('holidays.send')}
      onSend={(body) => correcting.start({ body })}
    >
      {wasOvertaken && (
        <Notice tone="wait" live title={t('meanwhile.title')}>
          <p>{t('meanwhile.kept')}</p>
        </Notice>
      )}
      {saved !== undefined && draft.day === undefined && draft.name === '' && (
        <Notice tone="good" live title={t('holidays.done', { number: numberForPeople(saved, reader) })} />
      )}
      <DateBox name="day" label={t('holidays.day')} held={[draft.day, (day) => onDraft({ ...draft, day })]} />
      <FieldGroup label={t('holidays.kind')}>
        <div className="choices">
          {dayKinds.map((kind) => (
            <label key={kind} className="choice">
              <input
                type="radio"
                name="kind"
                value={kind}
                checked={draft.kind === kind}
                onChange={() => onDraft({ ...draft, kind })}
              />
              <span>{t(`holidays.kinds.${kind}`)}</span>
            </label>
          ))}
        </div>
      </FieldGroup>
      <NameBox value={draft.name} onName={(name) => onDraft({ ...draft, name })} />
    </Form>
  );
}

function NameBox({ value, onName }: { readonly value: string; readonly onName: (name: string) => void }) {
  const { t } = useTranslation('keeping');
  return (
    <Field name="name" label={t('holidays.name')} hint={t('holidays.nameHint')}>
      {(control) => (
        <input
          {...control}
          type="text"
          maxLength={120}
          autoComplete="off"
          value={value}
          onChange={(event) => onName(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

function useFaultWords(year: number) {
  const { t } = useTranslation(['keeping', 'staff']);
  const yearWords = useYearWords();
  return (fault: 'needed' | 'wrong-year' | 'nothing-there' | 'stands-so'): string =>
    fault === 'needed' ? t('staff:form.needed') : t(`holidays.faults.${fault}`, { year: yearWords.of(year) });
}
