import { useTranslation } from 'react-i18next';
import { enterTimes, timesReasons } from '../../../../../functions/interpreting/times/contract.ts';
import { addMinutes, type Instant } from '../../../../../functions/shared/values/instants.ts';
import { localOf } from '../../../../../functions/shared/values/zones.ts';
import { answersOf } from '../../../api/check-body.ts';
import { useAction } from '../../../api/hooks.ts';
import { TimeBox } from '../../../parts/date-time.tsx';
import { Radios } from '../../../parts/fields.tsx';
import { Form } from '../../../parts/form.tsx';
import { useOwnRecord } from '../../../parts/own-record.tsx';
import { wallTime } from '../../../parts/wall-time.ts';
import type { DayTimes } from './day-times.ts';

const dayMinutes = 24 * 60;

/** When somebody worked, on the clock of the reader, where the room counted otherwise. */
export function TimesForm({
  sessionId,
  pseudonym,
  days,
}: {
  readonly sessionId: string;
  readonly pseudonym: string;
  readonly days: readonly DayTimes[];
}) {
  const { t } = useTranslation('interpreting');
  const { zone } = useOwnRecord();
  const action = useAction(enterTimes);
  const [first] = days;
  const labels = { from: t('times.from'), until: t('times.until'), reason: t('times.why') };
  return (
    <Form
      route={enterTimes}
      read={(values) => {
        const { text } = answersOf(values);
        const day = days.find((each) => `${each.day}` === text('day')) ?? first;
        const from = day && instantAt(zone, day.booked.start, text('from'));
        const until = day && instantAt(zone, day.booked.start, text('until'));
        // Over midnight it is the next day.
        const later = from !== undefined && until !== undefined && until < from;
        return {
          pseudonym,
          day: day?.day,
          from,
          until: later ? addMinutes(until, dayMinutes) : until,
          reason: text('reason'),
        };
      }}
      labels={labels}
      onSend={(body) => action.run({ params: { sessionId }, body })}
      problem={action.problem}
      sending={action.running}
      button={t('times.send')}
    >
      {days.length > 1 && (
        <Radios
          name="day"
          label={t('times.day')}
          options={days.map(({ day, booked }) => ({
            value: `${day}`,
            label: localOf(zone, booked.start).local.slice(0, 10),
          }))}
        />
      )}
      <TimeBox name="from" label={labels.from} hint={t('times.clock', { zone })} />
      <TimeBox name="until" label={labels.until} />
      <Radios
        name="reason"
        label={labels.reason}
        options={timesReasons.map((value) => ({ value, label: t(`times.reason.${value}`) }))}
      />
    </Form>
  );
}

/** A time of day on the local day on which something was booked; of a time that the clocks repeat, the first. */
function instantAt(zone: string, booked: Instant, clock: string | undefined): Instant | undefined {
  if (clock === undefined) return undefined;
  const found = wallTime(zone, `${localOf(zone, booked).local.slice(0, 10)}T${clock}`);
  if (found.kind === 'once') return found.instant;
  return found.kind === 'twice' ? found.offers[0]?.instant : undefined;
}
