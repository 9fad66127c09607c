import * as z from 'zod';
import { route } from '../../shared/http/contract.ts';
import { countryCode } from '../../shared/values/countries.ts';
import { id } from '../../shared/values/ids.ts';
import { instant } from '../../shared/values/instants.ts';
import { interpretingMode } from '../../shared/values/interpreting.ts';
import { languageTag } from '../../shared/values/languages.ts';
import { overrideName } from '../../shared/values/overrides.ts';
import { proposal } from '../../sessions/proposal/contract.ts';

/** What may be said of a slot for one of those who take part. */
export const warnings = [
  /** Outside the hours that this calendar calls sociable. */
  'unsociable',
  /** A holiday of this calendar’s country. */
  'holiday',
  /** Outside working hours; only where the question allows it. */
  'outside-hours',
  /** Outside the usual office hours of the country; nobody has set this calendar, so whoever it is should be asked. */
  'outside-usual-hours',
  /** Later than this calendar asks to be told; only where the question allows it. */
  'short-notice',
  /** Without all of the free time around that this calendar asks for; only where the question allows it. */
  'buffer',
  /** The clocks there change between now and then. */
  'clock-changes',
  /** The date there differs from the venue’s. */
  'other-date',
] as const;
export type Warning = (typeof warnings)[number];

/** The caller’s own name for a pool, by which the answer speaks of it. */
const poolKey = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'Give 1 to 40 small letters, digits and "-".')
  .meta({ examples: ['interpreter'] });

/** Any so many interpreters of whom all this is true, who have no conflict with the case or its two States. */
const interpreterPool = z.strictObject({
  key: poolKey,
  kind: z.literal('interpreter'),
  count: z.number().int().min(1).max(4).default(1),
  /** Interprets from each into the other. */
  between: z.tuple([languageTag, languageTag]),
  dialect: z.string().min(1).max(40).optional(),
  mode: interpretingMode.optional(),
  gender: z.enum(['woman', 'man', 'other']).optional(),
  /** Vetted on this day or later. */
  vettedSince: z.iso.date().optional(),
  /** Not from one of these countries. */
  notFrom: z.array(countryCode).max(60).optional(),
});

/** Any so many rooms of which all this is true. */
const roomPool = z.strictObject({
  key: poolKey,
  kind: z.literal('room'),
  count: z.number().int().min(1).max(4).default(1),
  city: z.string().min(1).max(60).optional(),
  country: countryCode.optional(),
  vetted: z.literal(true).optional(),
});

/**
 * Any so many members of the case who have this role. Those whose agency has not taken the case can be looked for in no other
 * way.
 */
const memberPool = z.strictObject({
  key: poolKey,
  kind: z.literal([
    'prosecutor',
    'clerk',
    'support-officer',
    'attending-officer',
    'central-authority',
    'judge',
    'defence-counsel',
    'victim-counsel',
    'custody-officer',
    'technician',
  ]),
  count: z.number().int().min(1).max(4).default(1),
});

/** Of a pool the caller’s own name; of who or what was named the id, of the witness the party. */
const key = z.string();

/** Starts from `first` to `last`; those of the grid between them are possible too. */
const band = z.strictObject({ first: instant, last: instant });

const localTime = z.strictObject({
  zone: z.string(),
  /** `YYYY-MM-DDTHH:mm` */
  local: z.string(),
  offset: z.string(),
  /** ISO: Monday is 1. */
  weekday: z.number().int().min(1).max(7),
});

/**
 * What is said of one who can take a seat. Where the caller may not know the place, time and warnings are absent:
 * available, and nothing more. (That a session is long for its interpreters comes of no place and is said all the same.)
 */
const said = {
  time: localTime.optional(),
  warnings: z.array(z.enum([...warnings, 'alone-too-long', 'other-languages', 'not-vetted'])).optional(),
  /** Exactly what must be set aside, with a reason, to book this one at this time. */
  needs: z.array(overrideName).optional(),
};

/** A change that would open a slot, with its start; see `changes` below. */
const change = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['no-buffers', 'short-notice']), keys: z.array(key), start: instant }),
  /** With so many minutes outside working hours, all of them together; no fewer are possible. */
  z.strictObject({
    kind: z.literal('outside-hours'),
    keys: z.array(key),
    minutes: z.number().int(),
    start: instant,
  }),
  /** With a main part of so many minutes; no longer one is possible. */
  z.strictObject({ kind: z.literal('shorter'), minutes: z.number().int(), start: instant }),
  z.strictObject({
    kind: z.literal('criterion'),
    key,
    dropped: z.enum(['dialect', 'mode', 'gender', 'vettedSince', 'notFrom', 'city', 'country', 'vetted']),
    start: instant,
  }),
  z.strictObject({ kind: z.literal('later'), start: instant }),
]);

export const searchSlots = route({
  method: 'POST',
  reads: true,
  path: '/api/availability/search',
  summary:
    'Times at which everybody could meet, best first; where there are none, why not and what would help.',
  entered: 'search',
  who: ['prosecutor', 'clerk', 'central-authority', 'support-officer', 'judge'],
  body: z.strictObject({
    /**
     * What is looked for: who and what is named must be there. Of its days only that counts how far each lies after the
     * first, on the wall clock of `zone`; offered are starts between which and the last day no clock there changes.
     */
    proposal,
    /** The session lies between these, at most 180 days apart. What has begun already is not offered. */
    earliest: instant,
    latest: instant,
    /** Starts are multiples of this many minutes. */
    grid: z.literal([15, 5]).default(15),
    /** What interpreters who are named are to do: whoever cannot, or was not vetted, is warned of. */
    interprets: z
      .strictObject({
        between: z.tuple([languageTag, languageTag]),
        /** Vetted on this day or later; ever, unless said. */
        vettedSince: z.iso.date().optional(),
      })
      .optional(),
    pools: z
      .array(z.discriminatedUnion('kind', [interpreterPool, roomPool, memberPool]))
      .max(12)
      .default([]),
    /** Also outside working hours, with a warning; days off stay off, and so do hours that the caller may not know. */
    outsideHours: z.boolean().default(false),
    /** Also sooner than calendars ask to be told, with a warning. */
    shortNotice: z.boolean().default(false),
    /** Also without the free time around that calendars ask for, with a warning; an interpreter’s changeover stays. */
    withoutBuffers: z.boolean().default(false),
    /** A session of the case whose own time is no obstacle, because it is to be moved. */
    moving: id.optional(),
    most: z.number().int().min(1).max(50).default(20),
    /** Whether the answer is to hold everybody’s own possible starts. */
    rows: z.boolean().default(false),
  }),
  answer: z.strictObject({
    /** The release of the zone data by which local times were found. */
    zoneTable: z.string(),
    /** In the order in which they are recommended: few burdened, fair hours, soon. */
    slots: z.array(
      z.strictObject({
        start: instant,
        end: instant,
        /** Seats with unsociable hours, a holiday, time outside (usual) hours, short notice or no free time around. */
        burdened: z.number().int(),
        seats: z.array(z.strictObject({ key, ...said })),
        pools: z.array(
          z.strictObject({
            key,
            /**
             * How many could come. Whoever belongs to an agency that has not taken the case is counted only, and by whole
             * half days of UTC.
             */
            count: z.number().int(),
            /** The best of the others: ids of people or rooms. */
            fits: z.array(z.strictObject({ id, ...said })),
          }),
        ),
      }),
    ),
    /** Every possible start. */
    bands: z.array(band),
    /** Of these, the starts at which nobody needs to be burdened. */
    easy: z.array(band),
    /** For each seat or pool, every start at which it could be taken if the others did not matter. */
    rows: z.array(z.strictObject({ key, bands: z.array(band) })).optional(),
    /** Where there is no slot. */
    nothing: z
      .strictObject({
        /** Seats without which all others could meet at `start`. */
        binding: z.array(z.strictObject({ keys: z.array(key), start: instant })),
        /** Each of these alone would open a slot; those that ask least come first. */
        changes: z.array(change),
      })
      .optional(),
  }),
  refusals: [
    'not-found',
    'unknown-zone',
    'search-window-not-possible',
    'segments-not-possible',
    'seats-not-possible',
    'person-not-suitable',
    'conflict-declared',
    'case-not-taken',
    'search-too-large',
    'too-many-searches',
  ],
});
