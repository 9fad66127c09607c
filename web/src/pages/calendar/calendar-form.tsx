import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { setMyWorkingTime } from '../../../../functions/directory/contract.ts';
import { countries } from '../../../../functions/shared/values/countries.ts';
import { instantOf } from '../../../../functions/shared/values/instants.ts';
import { timeForPeople, numberForPeople } from '../../../../functions/shared/values/times-for-people.ts';
import { Button } from '../../parts/button.tsx';
import { ChangedMeanwhile } from '../../parts/changed-meanwhile.tsx';
import { Group, Select } from '../../parts/fields.tsx';
import { DateBox } from '../../parts/date-time.tsx';
import { FieldPart } from '../../parts/field.tsx';
import { Form } from '../../parts/form.tsx';
import { useNames } from '../../parts/state-and-language-names.ts';
import { Notice } from '../../parts/notice.tsx';
import { useReader } from '../../parts/reader.tsx';
import type { Kept } from '../../drafts/kept.tsx';
import { useDraft, type Draft } from '../../parts/use-draft.ts';
import { BlocksForm } from './blocks-form.tsx';
import { faultsOf, type Pending } from './calendar-faults.ts';
import { ClockBox } from './clock-box.tsx';
import { useFieldNames } from './use-field-names.ts';
import { WeeklyForm } from './weekly-form.tsx';
import { useSetCalendar, type Whose, type Calendar } from './whose.ts';
import { ZoneChooser } from './zone-chooser.tsx';

const buffers = [0, 5, 10, 15, 30, 45, 60, 90, 120, 180, 240, 480];
const notices = [0, 60, 120, 240, 480, 1440, 2880, 4320, 7200, 10_080, 20_160, 43_200];

/** Working time, as those who keep the calendar set it. Nothing holds before it is saved. */
export function CalendarForm({
  whose,
  version,
  calendar,
  kept,
}: {
  readonly whose: Whose;
  readonly version: number;
  readonly calendar: Calendar;
  /** What was typed here before. */
  readonly kept: Kept;
}) {
  const { t } = useTranslation(['scheduling', 'keeping']);
  const draft = useDraft({ version, value: calendar }, kept);
  const [pending, setPending] = useState<Pending>({ block: {} });
  const saving = useSetCalendar(whose, draft.stored);
  const names = useFieldNames(draft.value);
  const { value, set } = draft;
  const faults = [...faultsOf(value, pending)].map(([name, fault]) => [name, t(`keeping:faults.${fault}`)]);
  return (
    <Form
      route={setMyWorkingTime}
      read={() => ({ version, calendar: value })}
      labels={names.labels}
      faults={Object.fromEntries(faults) as Record<string, string>}
      // Said by the notice below, with what was typed still there.
      problem={saving.problem?.code === 'changed-meanwhile' ? undefined : saving.problem}
      sending={saving.running}
      button={t('calendar.save')}
      onSend={(body) => {
        draft.sending();
        saving.start(body);
      }}
    >
      <Group title={t('calendar.weekly')}>
        <WeeklyForm weekly={value.weekly} onWeekly={(weekly) => set({ weekly })} />
      </Group>
      <Group title={t('calendar.daysOff')}>
        <DaysOff
          daysOff={value.daysOff}
          day={pending.dayOff}
          onDay={(dayOff) => setPending({ ...pending, dayOff })}
          onDaysOff={(daysOff) => set({ daysOff })}
        />
      </Group>
      <Group title={t('calendar.blocks')}>
        <BlocksForm
          zone={value.zone}
          blocks={value.blocks}
          draft={pending.block}
          onDraft={(block) => setPending({ ...pending, block })}
          onBlocks={(blocks) => set({ blocks })}
        />
      </Group>
      <Around draft={draft} />
      <Place draft={draft} />
      <ChangedMeanwhile draft={draft} nameOf={names.nameOf} />
      {saving.done && !draft.moved && <Notice tone="good" live title={t('calendar.saved')} />}
    </Form>
  );
}

interface PartProps {
  readonly draft: Draft<Calendar>;
}

/** What is kept free around each booking, how late it may come, and which hours are sociable. */
function Around({ draft: { value, set } }: PartProps) {
  const { t } = useTranslation('scheduling');
  return (
    <>
      <Group title={t('calendar.around')}>
        <Minutes
          label={t('calendar.bufferBefore')}
          options={buffers}
          value={value.bufferBefore}
          onMinutes={(bufferBefore) => set({ bufferBefore })}
        />
        <Minutes
          label={t('calendar.bufferAfter')}
          options={buffers}
          value={value.bufferAfter}
          onMinutes={(bufferAfter) => set({ bufferAfter })}
        />
        <Minutes
          label={t('calendar.notice')}
          options={notices}
          value={value.notice}
          onMinutes={(notice) => set({ notice })}
        />
      </Group>
      <Group title={t('calendar.sociable')}>
        <FieldPart name="calendar.sociable">
          <div className="span-row">
            <ClockBox
              label={t('calendar.from')}
              value={value.sociable.from}
              onClock={(from) => set({ sociable: { ...value.sociable, from } })}
            />
            <ClockBox
              label={t('calendar.until')}
              value={value.sociable.until}
              isEnd
              onClock={(until) => set({ sociable: { ...value.sociable, until } })}
            />
          </div>
        </FieldPart>
      </Group>
    </>
  );
}

/** Whose clock the hours are of, and whose holidays count. */
function Place({ draft: { value, set } }: PartProps) {
  const { t } = useTranslation('keeping');
  const names = useNames();
  const { language } = useReader();
  const order = new Intl.Collator(language);
  return (
    <Group title={t('zone.place')}>
      <ZoneChooser zone={value.zone} onZone={(zone) => set({ zone })} />
      <Select
        label={t('zone.country')}
        options={countries
          .map(({ code }) => ({ value: code, label: names.country(code) }))
          .toSorted((one, other) => order.compare(one.label, other.label))}
        value={value.country}
        onChoose={(country) => set({ country })}
      />
    </Group>
  );
}

/** A length of time; the one in force is always among those to choose. */
function Minutes({
  label,
  options,
  value,
  onMinutes,
}: {
  readonly label: string;
  readonly options: readonly number[];
  readonly value: number;
  readonly onMinutes: (minutes: number) => void;
}) {
  const { t } = useTranslation(['scheduling', 'staff']);
  const reader = useReader();
  const said = (minutes: number) => {
    if (minutes === 0) return t('when.none');
    if (minutes % 1440 === 0) return t('when.days', { number: numberForPeople(minutes / 1440, reader) });
    return t('staff:book.minutes', { number: numberForPeople(minutes, reader) });
  };
  return (
    <Select
      label={label}
      options={[...new Set([...options, value])]
        .toSorted((one, other) => one - other)
        .map((each) => ({ value: String(each), label: said(each) }))}
      value={String(value)}
      onChoose={(chosen) => onMinutes(Number(chosen))}
    />
  );
}

function DaysOff({
  daysOff,
  day,
  onDay,
  onDaysOff,
}: {
  readonly daysOff: readonly string[];
  /** Typed, and not yet among them. */
  readonly day: string | undefined;
  readonly onDay: (day: string | undefined) => void;
  readonly onDaysOff: (daysOff: string[]) => void;
}) {
  const { t } = useTranslation('scheduling');
  const reader = useReader();
  const words = (each: string) => {
    const { weekday, date } = timeForPeople(instantOf(Date.parse(`${each}T12:00:00Z`)), 'Etc/UTC', reader);
    return `${weekday} ${date}`;
  };
  return (
    <FieldPart name="calendar.daysOff">
      <ul className="spans">
        {daysOff.toSorted().map((each) => (
          <li key={each} className="span-row">
            <span>{words(each)}</span>
            <Button quiet small onClick={() => onDaysOff(daysOff.filter((other) => other !== each))}>
              {t('calendar.remove')}
              <span className="unseen"> {words(each)}</span>
            </Button>
          </li>
        ))}
      </ul>
      <DateBox name="dayOff" label={t('calendar.newDayOff')} held={[day, onDay]} />
      <Button
        quiet
        disabled={day === undefined}
        onClick={() => {
          if (day === undefined) return;
          onDaysOff([...new Set([...daysOff, day])].toSorted());
          onDay(undefined);
        }}
      >
        {t('calendar.add')}
      </Button>
    </FieldPart>
  );
}
