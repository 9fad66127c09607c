import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { searchSlots } from '../../../../functions/availability/search/contract.ts';
import { addMinutes, epochMs, instantOf } from '../../../../functions/shared/values/instants.ts';
import { timeForPeople } from '../../../../functions/shared/values/times-for-people.ts';
import { zonePlace } from '../../../../functions/shared/values/zone-places.ts';
import { useQuestion } from '../../api/use-question.ts';
import { Button } from '../../parts/button.tsx';
import { addDays, dayAt, dayStart } from '../../parts/local-day.ts';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { useReader } from '../../parts/reader.tsx';
import { useNow } from '../../parts/use-now.ts';
import { Band } from './band.tsx';
import { daysOn, nextOnGrid, nextStretch, type Shown } from './marks.ts';
import type { Attendee } from './attendees.ts';
import { Hours, Marks, Track } from './track.tsx';
import type { Choosable, useAttendeeWords } from './use-names.ts';
import type { Answer } from './widen.ts';
import {
  minutesOfDays,
  questionOf,
  wholeMinutes,
  type FinderContext,
  type WantedSession,
} from './wanted-session.ts';

interface PictureProps {
  readonly wanted: WantedSession;
  readonly context: FinderContext;
  readonly answer: Answer;
  readonly attendees: readonly Attendee[];
  readonly words: ReturnType<typeof useAttendeeWords>;
  readonly choosable: Choosable;
  /** Milliseconds since 1970. */
  readonly start: number | undefined;
  readonly onStart: (start: number) => void;
}

type Zoom = 'day' | 'week';
const span: Readonly<Record<Zoom, number>> = { day: 1, week: 7 };

const firstZoom = (): Zoom => (matchMedia('(width < 60rem)').matches ? 'day' : 'week');

/** Rows of attendees against time, a day or a week at a time, with the found times, and a band to choose one with. */
export function Picture({ wanted, context, answer, attendees, words, start, onStart }: PictureProps) {
  const { t } = useTranslation('scheduling');
  const reader = useReader();
  const [zoom, setZoom] = useState(firstZoom);
  const { zone } = context;
  const now = useNow();
  const minutes = wholeMinutes(wanted);
  const ends = {
    // What has begun is over for everybody.
    first: Math.max(epochMs(dayStart(zone, wanted.from)), nextOnGrid(now, wanted.grid)),
    last:
      epochMs(dayStart(zone, addDays(wanted.from, wanted.days))) - minutesOfDays(wanted, context) * 60_000,
  };
  const at = Math.min(Math.max(start ?? ends.first, ends.first), ends.last);
  const first = firstDay(dayAt(zone, instantOf(at)), wanted, zoom);
  const shown = shownFrom(first, zone, zoom);
  const rows = useRows(wanted, context, first, zoom);
  const move = (moved: number) => onStart(Math.min(Math.max(moved, ends.first), ends.last));
  // The band goes along, so that it is always on the picture.
  const page = (way: 1 | -1) => move(daysOn(at, zone, way * span[zoom]));
  const jump = (way: 1 | -1) => {
    // Where nobody has set hours, everything is possible; then it goes to what is good for everybody.
    const next = nextStretch(answer.easy.length > 0 ? answer.easy : answer.bands, at, way);
    if (next !== undefined) move(next);
  };
  const dayWords = (day: string) => {
    const { weekday, date } = timeForPeople(dayStart(zone, day), zone, reader);
    return `${weekday} ${date}`;
  };
  const end = addDays(first, span[zoom] - 1);
  const zones = useZones(answer, attendees, wanted, context);
  return (
    <section className="section" aria-labelledby="picture-title">
      <h2 id="picture-title">{t('picture.title')}</h2>
      <div className="picture-bar">
        <div className="row">
          <Button quiet small disabled={first <= wanted.from} onClick={() => page(-1)}>
            ‹ {t(`picture.earlier.${zoom}`)}
          </Button>
          <strong aria-live="polite">
            {zoom === 'day' ? dayWords(first) : `${dayWords(first)} – ${dayWords(end)}`}
          </strong>
          <Button quiet small disabled={end >= addDays(wanted.from, wanted.days - 1)} onClick={() => page(1)}>
            {t(`picture.later.${zoom}`)} ›
          </Button>
        </div>
        <div className="row">
          <Button quiet small onClick={() => jump(-1)}>
            {t('picture.previousFree')}
          </Button>
          <Button quiet small onClick={() => jump(1)}>
            {t('picture.nextFree')}
          </Button>
          <Button quiet small onClick={() => setZoom(zoom === 'day' ? 'week' : 'day')}>
            {t(zoom === 'day' ? 'picture.showWeek' : 'picture.showDay')}
          </Button>
        </div>
      </div>
      <p className="hint" id="picture-how">
        {t('picture.how', { place: zonePlace(zone, reader.language) })}
      </p>
      <ProblemNotice problem={rows.error} />
      <div className="picture">
        <Hours shown={shown} zone={zone} zoom={zoom} />
        <div className="picture-name picture-all">
          <strong>{t('picture.everybody')}</strong>
        </div>
        <Track shown={shown} bands={answer.bands} easy={answer.easy} block={{ at: 0, minutes }} />
        {attendees.map((attendee) => {
          const zoneThere = zones.get(attendee.key);
          return (
            <AttendeeTrack
              key={attendee.key}
              attendee={attendee}
              title={words.title(attendee)}
              zone={zoneThere}
              shown={shown}
              bands={rows.data?.rows?.find(({ key }) => key === attendee.key)?.bands}
            />
          );
        })}
        <div className="picture-over">
          <Band
            {...{ shown, zone, minutes, at, ends }}
            grid={wanted.grid}
            bands={answer.bands}
            onStart={move}
          />
          <Marks shown={shown} slots={answer.slots} onStart={move} zone={zone} />
        </div>
      </div>
      <Legend />
    </section>
  );
}

/** The day on which the picture begins: in a week, a whole number of weeks from the first day of the search. */
function firstDay(day: string, wanted: WantedSession, zoom: Zoom): string {
  const days = Math.max(0, Math.round((Date.parse(day) - Date.parse(wanted.from)) / 86_400_000));
  const within = Math.min(days, wanted.days - 1);
  return addDays(wanted.from, within - (within % span[zoom]));
}

const shownFrom = (first: string, zone: string, zoom: Zoom): Shown => ({
  from: epochMs(dayStart(zone, first)),
  until: epochMs(dayStart(zone, addDays(first, span[zoom]))),
});

/** Everybody's own possible starts, for what is shown and a day more, so that a session over midnight is among them. */
function useRows(wanted: WantedSession, context: FinderContext, first: string, zoom: Zoom) {
  return useQuestion(
    searchSlots,
    {
      ...questionOf(wanted, context),
      earliest: dayStart(context.zone, first),
      latest: addMinutes(
        dayStart(context.zone, addDays(first, span[zoom] + 1)),
        Math.max(0, ...(context.again ?? [])),
      ),
      most: 1,
      rows: true,
    },
    { keepLast: true },
  );
}

/**
 * The zone of each attendee, where it may be known: as the found times say it. Where there are none, one is asked for that
 * needs the members alone, for a moment and at any hour. Those who could come for a pool may live in several.
 */
function useZones(
  { slots }: Answer,
  attendees: readonly Attendee[],
  wanted: WantedSession,
  context: FinderContext,
): ReadonlyMap<string, string> {
  const alone: WantedSession = {
    ...wanted,
    minutes: 5,
    pre: 0,
    post: 0,
    interpreter: { kind: 'none' },
    room: { kind: 'none' },
    outsideHours: true,
  };
  const asked = useQuestion(
    searchSlots,
    slots.length > 0 ? undefined : { ...questionOf(alone, context), most: 1 },
  );
  const [slot] = slots.length > 0 ? slots : (asked.data?.slots ?? []);
  const zones = new Map<string, string>();
  for (const { key, pool } of attendees) {
    const said = slot?.seats.find((seat) => seat.key === key)?.time?.zone;
    if (!pool && said !== undefined) zones.set(key, said);
  }
  return zones;
}

function AttendeeTrack({
  attendee,
  title,
  zone,
  shown,
  bands,
}: {
  readonly attendee: Attendee;
  readonly title: string;
  readonly zone: string | undefined;
  readonly shown: Shown;
  readonly bands: Answer['bands'] | undefined;
}) {
  const { t } = useTranslation('scheduling');
  const { language } = useReader();
  return (
    <>
      <div className="picture-name">
        <strong>{title}</strong>{' '}
        <span className="quiet">
          {zone === undefined
            ? t(attendee.pool ? 'picture.anyOfSeveral' : 'picture.freeOnly')
            : zonePlace(zone, language)}
        </span>
      </div>
      <Track shown={shown} bands={bands} block={attendee.block} {...(zone === undefined ? {} : { zone })} />
    </>
  );
}

function Legend() {
  const { t } = useTranslation('scheduling');
  return (
    <ul className="legend">
      {(['day', 'night', 'free', 'easy', 'possible'] as const).map((kind) => (
        <li key={kind}>
          <span className={`legend-box legend-${kind}`} aria-hidden="true" />
          {t(`picture.legend.${kind}`)}
        </li>
      ))}
    </ul>
  );
}
