import { useTranslation } from 'react-i18next';
import { epochMs, instantOf } from '../../../../functions/shared/values/instants.ts';
import {
  numberForPeople,
  spanForPeople,
  timeForPeople,
} from '../../../../functions/shared/values/times-for-people.ts';
import { daysBetween } from '../../parts/local-day.ts';
import { useReader } from '../../parts/reader.tsx';
import { freeTime, midnightsIn, nightsIn, place, type Shown } from './marks.ts';
import type { Answer } from './widen.ts';

/** Units across a track; the picture is stretched to whatever is there. */
const wide = 10_000;

const x = (shown: Shown, at: number): number => Math.round(place(shown, at) * wide);

/**
 * One row: its own nights shaded where its zone may be known, and the time in which it is free. The words of the list
 * and of the chosen time say the same.
 */
export function Track({
  shown,
  zone,
  bands,
  easy,
  block,
}: {
  readonly shown: Shown;
  readonly zone?: string;
  readonly bands: Answer['bands'] | undefined;
  readonly block: { readonly at: number; readonly minutes: number };
  /** In the row of all: which starts are good for everybody. */
  readonly easy?: Answer['easy'];
}) {
  const all = easy !== undefined;
  const free = bands === undefined ? [] : freeTime(bands, block, shown);
  return (
    <svg
      className={all ? 'track track-all' : 'track'}
      viewBox={`0 0 ${wide} 100`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect className={zone === undefined ? 'track-plain' : 'track-day'} width={wide} height="100" />
      {zone !== undefined && (
        <>
          {nightsIn(zone, shown).map(([from, until]) => (
            <rect
              key={from}
              className="track-night"
              x={x(shown, from)}
              width={x(shown, until) - x(shown, from)}
              height="100"
            />
          ))}
          {midnightsIn(zone, shown).map((at) => (
            <line key={at} className="track-midnight" x1={x(shown, at)} x2={x(shown, at)} y1="0" y2="100" />
          ))}
        </>
      )}
      {free.map(([from, until]) => (
        <rect
          key={from}
          className={all ? 'track-possible' : 'track-free'}
          x={x(shown, from)}
          y={all ? 0 : 55}
          width={Math.max(x(shown, until) - x(shown, from), 12)}
          height={all ? 100 : 45}
        />
      ))}
      {freeTime(easy ?? [], block, shown).map(([from, until]) => (
        <rect
          key={from}
          className="track-easy"
          x={x(shown, from)}
          width={Math.max(x(shown, until) - x(shown, from), 12)}
          height="100"
        />
      ))}
    </svg>
  );
}

/** The clock of whoever looks, above the rows. */
export function Hours({
  shown,
  zone,
  zoom,
}: {
  readonly shown: Shown;
  readonly zone: string;
  readonly zoom: 'day' | 'week';
}) {
  const reader = useReader();
  const marks =
    zoom === 'week'
      ? daysBetween(zone, instantOf(shown.from), instantOf(shown.until)).map(({ day, start }) => {
          const { weekday } = timeForPeople(instantOf(start), zone, reader);
          return { at: start, text: weekday, day: numberForPeople(Number(day.slice(8)), reader) };
        })
      : [0, 3, 6, 9, 12, 15, 18, 21].map((hours) => {
          const at = shown.from + hours * 3_600_000;
          return { at, text: timeForPeople(instantOf(at), zone, reader).time, day: undefined };
        });
  return (
    <div className={`hours hours-${zoom}`} aria-hidden="true">
      {marks.map(({ at, text, day }) => (
        <span key={at} style={{ insetInlineStart: `${place(shown, at) * 100}%` }}>
          {day !== undefined && <strong>{day}</strong>} {text}
        </span>
      ))}
    </div>
  );
}

/** The best times as numbers on the picture; a press looks at one. Those that would lie on a better one stay away. */
export function Marks({
  shown,
  slots,
  zone,
  onStart,
}: {
  readonly shown: Shown;
  readonly slots: Answer['slots'];
  readonly zone: string;
  readonly onStart: (start: number) => void;
}) {
  const { t } = useTranslation('scheduling');
  const reader = useReader();
  return (
    <>
      {placed(shown, slots).map(({ slot, rank, share }) => (
        <button
          key={slot.start}
          type="button"
          className="rank"
          style={{ insetInlineStart: `${share * 100}%` }}
          onClick={() => onStart(epochMs(slot.start))}
        >
          <span className="unseen">{t('picture.rank')} </span>
          {numberForPeople(rank, reader)}
          <span className="unseen"> {spanForPeople(slot, zone, reader)}</span>
        </button>
      ))}
    </>
  );
}

/** The least share of the picture between two numbers. */
const apart = 0.03;
const mostMarks = 9;

function placed(shown: Shown, slots: Answer['slots']) {
  const found: { slot: Answer['slots'][number]; rank: number; share: number }[] = [];
  for (const [index, slot] of slots.entries()) {
    const at = epochMs(slot.start);
    if (at < shown.from || at >= shown.until || found.length === mostMarks) continue;
    const share = place(shown, at);
    if (found.every((other) => Math.abs(other.share - share) >= apart))
      found.push({ slot, rank: index + 1, share });
  }
  return found;
}
