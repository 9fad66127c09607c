import { useTranslation } from 'react-i18next';
import { Button } from '../../parts/button.tsx';
import { DateBox, TimeBox } from '../../parts/date-time.tsx';
import { Icon } from '../../parts/icon.tsx';
import { wallTime, type WallTime } from '../../parts/wall-time.ts';
import { localOfDay, type DraftDay } from './draft.ts';
import { fieldOf } from './faults.ts';

/** Date and time of one day, on the venue's clock. */
export function DayFields({
  at,
  day,
  zone,
  labels,
  onDay,
  onRemove,
}: {
  /** 0 for the first. */
  readonly at: number;
  readonly day: DraftDay;
  readonly zone: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly onDay: (day: DraftDay) => void;
  readonly onRemove?: () => void;
}) {
  const { t } = useTranslation(['scheduling', 'staff']);
  const [date, time] = [fieldOf(at, 'local'), fieldOf(at, 'time')];
  // Another time has other offsets: a choice made for the one before says nothing about it.
  const set = (changed: Partial<DraftDay>) => onDay({ ...day, ...changed, offset: undefined });
  const local = localOfDay(day);
  const found = local === undefined ? undefined : wallTime(zone, local);
  const undecided = found?.kind === 'twice' && !found.offers.some(({ offset }) => offset === day.offset);
  const wrong = found?.kind === 'never' || undecided ? t(`booking.faults.${found.kind}`) : undefined;
  const hint = at === 0 ? { hint: t('staff:book.timeHint') } : {};
  return (
    <div className="book-day">
      <DateBox name={date} label={labels[date] ?? ''} held={[day.date, (value) => set({ date: value })]} />
      <TimeBox
        name={time}
        label={labels[time] ?? ''}
        {...hint}
        wrong={wrong}
        held={[day.time, (value) => set({ time: value })]}
      />
      <Offers day={day} found={found} onDay={onDay} />
      {onRemove !== undefined && (
        <Button quiet small onClick={onRemove}>
          <Icon name="cross" />
          {t('booking.removeDay', { number: at + 1 })}
        </Button>
      )}
    </div>
  );
}

/** Ways out of a time that does not exist, and the choice between two where it comes twice. */
function Offers({
  day,
  found,
  onDay,
}: {
  readonly day: DraftDay;
  readonly found: WallTime | undefined;
  readonly onDay: (day: DraftDay) => void;
}) {
  const { t } = useTranslation(['staff', 'scheduling']);
  if (found?.kind === 'never')
    return (
      <div className="row offers">
        {found.nearest.map((other) => (
          <Button
            key={other}
            quiet
            onClick={() => onDay({ date: other.slice(0, 10), time: other.slice(11, 16), offset: undefined })}
          >
            {t('book.take', { time: other.slice(11, 16) })}
          </Button>
        ))}
      </div>
    );
  if (found?.kind === 'twice')
    return (
      <fieldset className="choices offers">
        <legend className="unseen">{t('scheduling:booking.faults.twice')}</legend>
        {found.offers.map(({ offset, instant }, index) => (
          <label key={offset} className="choice">
            <input
              type="radio"
              name={`which-${instant.slice(0, 10)}`}
              checked={day.offset === offset}
              onChange={() => onDay({ ...day, offset })}
            />
            <span>{t(index === 0 ? 'book.first' : 'book.second', { offset: `UTC${offset}` })}</span>
          </label>
        ))}
      </fieldset>
    );
  return null;
}
