import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { timeForPeople, numberForPeople } from '../../../../../functions/shared/values/times-for-people.ts';
import { instantOf } from '../../../../../functions/shared/values/instants.ts';
import { Chooser } from '../../../parts/chooser.tsx';
import { DateBox } from '../../../parts/date-time.tsx';
import { Group } from '../../../parts/fields.tsx';
import { ProblemNotice } from '../../../parts/problem-notice.tsx';
import { useReader } from '../../../parts/reader.tsx';
import { BlocksForm } from './blocks-form.tsx';
import { ClockBox } from './clock-box.tsx';
import { WeeklyForm } from './weekly-form.tsx';
import { useSetCalendar, type Whose, type Calendar } from './whose.ts';

const buffers = [0, 5, 10, 15, 30, 45, 60, 90, 120, 180, 240, 480];
const notices = [0, 60, 120, 240, 480, 1440, 2880, 4320, 7200, 10_080, 20_160, 43_200];

/** Working time, as those who keep the calendar set it. Nothing holds before it is saved. */
export function CalendarForm({
  whose,
  version,
  calendar,
  onSaved,
}: {
  readonly whose: Whose;
  readonly version: number;
  readonly calendar: Calendar;
  readonly onSaved: () => void;
}) {
  const { t } = useTranslation(['scheduling', 'staff']);
  const [draft, setDraft] = useState(calendar);
  const saving = useSetCalendar(whose, onSaved);
  const set = (changed: Partial<Calendar>) => setDraft({ ...draft, ...changed });
  const save = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!saving.running) saving.start({ version, calendar: draft });
  };
  return (
    <form className="form" noValidate onSubmit={save}>
      <ProblemNotice problem={saving.problem} />
      <Group title={t('calendar.weekly')}>
        <WeeklyForm weekly={draft.weekly} onWeekly={(weekly) => set({ weekly })} />
      </Group>
      <Group title={t('calendar.daysOff')}>
        <DaysOff daysOff={draft.daysOff} onDaysOff={(daysOff) => set({ daysOff })} />
      </Group>
      <Group title={t('calendar.blocks')}>
        <BlocksForm zone={draft.zone} blocks={draft.blocks} onBlocks={(blocks) => set({ blocks })} />
      </Group>
      <Group title={t('calendar.around')}>
        <Minutes
          label={t('calendar.bufferBefore')}
          options={buffers}
          value={draft.bufferBefore}
          onMinutes={(bufferBefore) => set({ bufferBefore })}
        />
        <Minutes
          label={t('calendar.bufferAfter')}
          options={buffers}
          value={draft.bufferAfter}
          onMinutes={(bufferAfter) => set({ bufferAfter })}
        />
        <Minutes
          label={t('calendar.notice')}
          options={notices}
          value={draft.notice}
          onMinutes={(notice) => set({ notice })}
        />
      </Group>
      <Group title={t('calendar.sociable')}>
        <div className="span-row">
          <ClockBox
            label={t('calendar.from')}
            value={draft.sociable.from}
            onClock={(from) => set({ sociable: { ...draft.sociable, from } })}
          />
          <ClockBox
            label={t('calendar.until')}
            value={draft.sociable.until}
            isEnd
            onClock={(until) => set({ sociable: { ...draft.sociable, until } })}
          />
        </div>
      </Group>
      <p className="row">
        <button type="submit" className="button" aria-disabled={saving.running}>
          {saving.running ? t('staff:common.sending') : t('calendar.save')}
        </button>
      </p>
    </form>
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
    <Chooser
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
  onDaysOff,
}: {
  readonly daysOff: readonly string[];
  readonly onDaysOff: (daysOff: string[]) => void;
}) {
  const { t } = useTranslation('scheduling');
  const reader = useReader();
  const [day, setDay] = useState<string>();
  const words = (each: string) => {
    const { weekday, date } = timeForPeople(instantOf(Date.parse(`${each}T12:00:00Z`)), 'Etc/UTC', reader);
    return `${weekday} ${date}`;
  };
  return (
    <>
      <ul className="spans">
        {daysOff.toSorted().map((each) => (
          <li key={each} className="span-row">
            <span>{words(each)}</span>
            <button
              type="button"
              className="button button-quiet button-small"
              onClick={() => onDaysOff(daysOff.filter((other) => other !== each))}
            >
              {t('calendar.remove')}
              <span className="unseen"> {words(each)}</span>
            </button>
          </li>
        ))}
      </ul>
      <DateBox name="dayOff" label={t('calendar.newDayOff')} held={[day, setDay]} />
      <button
        type="button"
        className="button button-quiet"
        disabled={day === undefined}
        onClick={() => {
          if (day !== undefined) onDaysOff([...new Set([...daysOff, day])].toSorted());
        }}
      >
        {t('calendar.add')}
      </button>
    </>
  );
}
