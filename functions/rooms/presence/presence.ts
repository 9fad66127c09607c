/**
 * Who was in one media room, put together from all that say so: the reports of the media server, its lists, the observer, and that
 * we took the room away. Pure, and a rule over a set: in which order anything came, and how often, makes no difference. A connection is
 * told apart by the media server's own name for it, which no other ever has, so that the end of an earlier one takes nobody
 * away who came again. What the four disagree on, or one of them lost, is a difference, and each is entered once.
 */

export const sources = ['report', 'list', 'observer'] as const;
export type Source = (typeof sources)[number];

/** One thing that one of them said. */
export interface Sighting {
  readonly source: Source;
  /** `aborted`: it never came to be, by a report. A list and the observer say it of nobody. */
  readonly what: 'came' | 'went' | 'aborted';
  readonly connection: string;
  /** Whose it is: `witness W-4K7Q`. */
  readonly whose: string;
  /** Milliseconds since 1970 by the clock of whoever said it; a report knows whole seconds. */
  readonly at: number;
  /** Nobody in the room sees them, and so no observer does. */
  readonly hidden?: true | undefined;
}

/** What else is known of the room. */
export interface About {
  readonly sightings: readonly Sighting[];
  /** When we took it away. */
  readonly goneAt?: number | undefined;
  /** For how long an observer was in it without a break; absent where none was, or none was to be. */
  readonly watched?: { readonly from: number; readonly to: number } | undefined;
}

/** A connection, from when to when, as far as anybody knows. */
export interface Span {
  readonly connection: string;
  readonly whose: string;
  /** Absent where nobody saw it come. */
  readonly from?: number;
  /** Absent while it is there. */
  readonly to?: number;
  /** Who said that it came. */
  readonly saw: readonly Source[];
  /** Who said that it went; `ours`: nobody but we, who took the room away. */
  readonly sawGo: readonly (Source | 'ours')[];
}

export const kindsOfDifference = [
  'arrival-not-reported',
  'leaving-not-reported',
  'never-came-in',
  'not-seen-by-observer',
  'left-and-still-there',
] as const;

export interface Difference {
  readonly what: (typeof kindsOfDifference)[number];
  readonly span: Span;
  /** Whether they are in the room by another connection. */
  readonly isThere: boolean;
}

/** Milliseconds for which a report may still come: the media server tries for 30 s, and a sweep comes once a minute. */
export const patience = 60_000;
/** Milliseconds by which clocks may differ, and an observer may see somebody late. */
const slack = 10_000;

interface Said {
  readonly came?: number | undefined;
  readonly went?: number | undefined;
}

/** What one of them says of one connection, whatever came first. */
function saidBy(source: Source, all: readonly Sighting[]): Said {
  const at = (...whats: readonly Sighting['what'][]) =>
    all.filter((each) => each.source === source && whats.includes(each.what)).map((each) => each.at);
  const [came, went] = [at('came'), at('went', 'aborted')];
  // An observer that comes again finds them anew; the media server reports each once, and then an end is an end.
  const isBack = source === 'observer' && Math.max(...came) > Math.max(...went);
  return {
    came: came.length === 0 ? undefined : Math.min(...came),
    went: went.length === 0 || isBack ? undefined : Math.min(...went),
  };
}

const firstOf = (times: readonly (number | undefined)[]): number | undefined => {
  const known = times.filter((each) => each !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
};

interface Told {
  readonly span: Span;
  readonly said: Readonly<Record<Source, Said>>;
  readonly all: readonly Sighting[];
}

function toldOf({ sightings, goneAt }: About): readonly Told[] {
  const byConnection = Map.groupBy(sightings, ({ connection }) => connection);
  return [...byConnection]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([connection, all]) => {
      const said = {
        report: saidBy('report', all),
        list: saidBy('list', all),
        observer: saidBy('observer', all),
      };
      const from = firstOf(sources.map((source) => said[source].came));
      const went = firstOf(sources.map((source) => said[source].went));
      const end = went ?? goneAt;
      const span: Span = {
        connection,
        whose: all[0]?.whose ?? '',
        ...(from === undefined ? {} : { from }),
        ...(end === undefined ? {} : { to: Math.max(end, from ?? end) }),
        saw: sources.filter((source) => said[source].came !== undefined),
        sawGo: [
          ...sources.filter((source) => said[source].went !== undefined),
          ...(went === undefined && goneAt !== undefined ? (['ours'] as const) : []),
        ],
      };
      return { span, said, all };
    });
}

/** A connection that broke off before it was one is none. */
const wasThere = ({ span, all }: Told): boolean =>
  span.saw.length > 0 || !all.some(({ what }) => what === 'aborted');

/** Each connection, by its name. */
export const spansIn = (about: About): readonly Span[] =>
  toldOf(about)
    .filter(wasThere)
    .map(({ span }) => span);

/**
 * What they disagree on by now. Of a report that is missing only once it can come no more, by what the others said.
 * @param now milliseconds since 1970
 */
export function differencesIn(about: About, now: number): readonly Difference[] {
  const told = toldOf(about);
  const there = told.filter((each) => wasThere(each) && each.span.to === undefined);
  return told.flatMap((each) =>
    kindsOfDifference
      .filter((what) => differs[what](each, about, now))
      .map((what) => ({
        what,
        span: each.span,
        isThere: there.some(
          ({ span }) => span.whose === each.span.whose && span.connection !== each.span.connection,
        ),
      })),
  );
}

const isOld = (at: number | undefined, now: number): boolean => at !== undefined && at <= now - patience;

const differs: Readonly<Record<Difference['what'], (told: Told, about: About, now: number) => boolean>> = {
  'arrival-not-reported': (told, _, now) => {
    const { report, list, observer } = told.said;
    const first = firstOf([list.came, observer.came, report.went]);
    return wasThere(told) && report.came === undefined && isOld(first, now);
  },
  'leaving-not-reported': (told, { goneAt }, now) => {
    const { report, list, observer } = told.said;
    return (
      told.span.saw.length > 0 &&
      report.went === undefined &&
      isOld(firstOf([list.went, observer.went, goneAt]), now)
    );
  },
  'never-came-in': (told, _, now) => !wasThere(told) && isOld(told.said.report.went, now),
  'not-seen-by-observer': ({ span, said, all }, { watched, sightings }, now) => {
    const { came } = said.report;
    // One that names nobody there is none here: it is in no consultation, and one of an earlier build names no connection.
    const names = sightings.some(({ source }) => source === 'observer');
    if (came === undefined || watched === undefined || !names || all.some(({ hidden }) => hidden))
      return false;
    if (all.some(({ source }) => source === 'observer')) return false;
    const from = Math.max(came, watched.from);
    return isOld(from, now) && Math.min(span.to ?? now, watched.to) - from >= slack;
  },
  'left-and-still-there': ({ said, all }) => {
    const { went } = said.report;
    return (
      went !== undefined &&
      all.some(({ source, what, at }) => source === 'list' && what === 'came' && at >= went + slack)
    );
  },
};

/** Somebody in a room, as a list of the media server has them. */
export interface Listed {
  readonly connection: string;
  readonly whose: string;
  readonly hidden?: true | undefined;
}

/**
 * What a list says that is not known yet: whoever is there and was not said to be, and whoever was and is not any more.
 * @param known everything of that room that was said before the list was asked for
 * @param at when it was asked for, in milliseconds since 1970
 */
export function newIn(
  known: readonly Sighting[],
  listed: readonly Listed[],
  at: number,
): readonly Sighting[] {
  const came = listed.filter(({ connection }) => {
    const all = known.filter((each) => each.connection === connection);
    const { came: listedAt } = saidBy('list', all);
    const { went } = saidBy('report', all);
    const lastListed = Math.max(...all.filter(({ source }) => source === 'list').map((each) => each.at));
    return listedAt === undefined || (went !== undefined && went + slack <= at && lastListed < went + slack);
  });
  const gone = toldOf({ sightings: known }).filter(
    ({ span, said }) =>
      span.saw.length > 0 &&
      said.list.went === undefined &&
      said.report.went === undefined &&
      !listed.some(({ connection }) => connection === span.connection),
  );
  return [
    ...came.map((each): Sighting => ({ ...each, source: 'list', what: 'came', at })),
    ...gone.map(({ span: { connection, whose } }): Sighting => ({
      source: 'list',
      what: 'went',
      connection,
      whose,
      at,
    })),
  ];
}
