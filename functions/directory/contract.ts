import * as z from 'zod';
import { accountRole, staffRole, role } from '../shared/access/roles.ts';
import { route } from '../shared/http/contract.ts';
import { id } from '../shared/values/ids.ts';
import { countryCode } from '../shared/values/countries.ts';
import { uiLanguage } from '../shared/values/languages.ts';
import { humanText } from '../shared/values/text.ts';
import { zoneName } from '../shared/values/zones.ts';
import { workingTime, holiday, interpreterProfile } from './port/working-time.ts';
import { together } from '../shared/values/together.ts';

/** A country as ISO 3166-1 alpha-2. */
const country = z.string().regex(/^[A-Z]{2}$/);

export const agency = z.strictObject({ agencyId: id, name: z.string(), country });

/** Whoever has an account, whatever they may do: who they are, and when they can be booked. */
const withAccount = [
  'prosecutor',
  'clerk',
  'support-officer',
  'attending-officer',
  'central-authority',
  'auditor',
  'judge',
  'defence-counsel',
  'victim-counsel',
  'custody-officer',
  'technician',
  'agency-administrator',
  'interpreter-with-account',
] as const;

/** The signed-in person's own record. */
export const ownRecord = z.strictObject({
  personId: id,
  role: accountRole,
  /** What the person does, never the person's name: "Prosecutor, trafficking division". */
  label: z.string(),
  agency,
  language: uiLanguage,
  zone: z.string(),
});

export const readMe = route({
  method: 'GET',
  path: '/api/directory/me',
  summary: 'The signed-in person: role, agency, language, zone.',
  who: withAccount,
  answer: ownRecord.extend({
    /** Base64. Under it this person's pages seal what is typed and not sent yet; absent until there is one. */
    draftsKey: z.string().optional(),
  }),
});

export const keepDrafts = route({
  method: 'POST',
  path: '/api/directory/me/drafts',
  summary:
    'Makes the key under which the caller’s pages seal what is typed and not sent yet, or gives the one there is.',
  who: withAccount,
  body: z.strictObject({}),
  answer: z.strictObject({ key: z.string() }),
  status: 201,
});

const personRow = z.strictObject({
  personId: id,
  role,
  label: z.string(),
  agency: z.string(),
  country,
  /** Absent where the zone would tell where a protected person is. */
  zone: z.string().optional(),
  /** Language tags; for interpreters. */
  languages: z.array(z.string()).optional(),
});

const oneId = '[0-7][0-9a-hjkmnp-tv-z]{25}';
const mostChosen = 8;

/**
 * People whom a colleague may choose for a seat. Zones of people at protected sites are left out. However many there are, an
 * answer has some of them: whoever is not among the first is found by words.
 */
export const listPeople = route({
  method: 'GET',
  path: '/api/directory/people',
  summary: 'People who can be chosen for a seat, by role, and by words of what they do or of their agency.',
  entered: 'search',
  who: ['prosecutor', 'clerk', 'support-officer', 'central-authority', 'judge'],
  query: z.strictObject({
    role,
    /** Beginnings of words; without any, it is the first of all. */
    named: humanText('office', 60)
      .optional()
      .meta({ examples: ['Clerk'] }),
    /** Ids between commas: whoever is chosen already is in the answer beside those who are found, however many others there are. */
    chosen: z
      .string()
      .regex(new RegExp(`^${oneId}(,${oneId}){0,${mostChosen - 1}}$`))
      .optional()
      .meta({ examples: ['4x7k2q9d1m3n5p8r0s6t7v2w4y'] }),
  }),
  answer: z.strictObject({
    people: z.array(personRow),
    /** Whether there may be others, found by other words. */
    more: z.boolean(),
  }),
});

// ---- calendars: see port/keeping.ts for who keeps whose ----

/** What was read, or 0 where nothing was stored yet; a change names it, and is refused when it has moved since. */
const version = z.number().int().min(0);
const changed = z.strictObject({ version });

const readWorkingTimeAnswer = z.strictObject({
  /** 0: nobody has set it; it is the usual office week of the country. */
  version,
  calendar: workingTime,
});
const newWorkingTime = z.strictObject({ version, calendar: workingTime });

/** Officers who keep calendars of others. Which of them keeps whose, the agency decides. */
const keepers = ['clerk', 'central-authority', 'support-officer'] as const;
const personParams = z.strictObject({ personId: id });
const roomParams = z.strictObject({ roomId: id });

export const readMyWorkingTime = route({
  method: 'GET',
  path: '/api/directory/me/calendar',
  summary: 'The working time of the signed-in person.',
  who: withAccount,
  answer: readWorkingTimeAnswer,
});

export const setMyWorkingTime = route({
  method: 'POST',
  path: '/api/directory/me/calendar',
  summary: 'Sets the working time of the signed-in person: weekly hours, days off, blocks, buffers, notice.',
  who: withAccount,
  body: newWorkingTime,
  answer: changed,
  refusals: ['changed-meanwhile', 'unknown-zone'],
});

export const listKept = route({
  method: 'GET',
  path: '/api/directory/kept',
  summary: 'The people whose calendars the caller keeps beside their own, and the agencies that they keep.',
  entered: 'search',
  who: keepers,
  answer: z.strictObject({ people: z.array(personRow), agencies: z.array(agency) }),
});

export const readWorkingTime = route({
  method: 'GET',
  path: '/api/directory/people/:personId/calendar',
  summary: 'The working time of a person whose calendar the caller keeps.',
  entered: 'search',
  who: keepers,
  params: personParams,
  answer: readWorkingTimeAnswer,
});

export const setWorkingTime = route({
  method: 'POST',
  path: '/api/directory/people/:personId/calendar',
  summary: 'Sets the working time of a person whose calendar the caller keeps.',
  who: keepers,
  params: personParams,
  body: newWorkingTime,
  answer: changed,
  refusals: ['changed-meanwhile', 'unknown-zone'],
});

export const readProfile = route({
  method: 'GET',
  path: '/api/directory/people/:personId/profile',
  summary: 'What an interpreter can do and must stay away from; for those who keep the calendar.',
  entered: 'search',
  who: keepers,
  params: personParams,
  answer: z.strictObject({
    /** 0: nobody has set it; it is what the languages in the directory say, both ways, consecutive, not vetted. */
    version,
    profile: interpreterProfile,
  }),
});

export const setProfile = route({
  method: 'POST',
  path: '/api/directory/people/:personId/profile',
  summary: 'Sets what an interpreter can do: directions, modes, vetting, conflicts, limits of duty.',
  who: keepers,
  params: personParams,
  body: z.strictObject({ version, profile: interpreterProfile }),
  answer: changed,
  refusals: ['changed-meanwhile'],
});

// ---- rooms ----

const roomLabel = humanText('office', 60).meta({ examples: ['Room 2'] });
const roomCity = humanText('office', 60).meta({ examples: ['Yangon'] });

export const listRooms = route({
  method: 'GET',
  path: '/api/directory/rooms',
  summary: 'Rooms that can be booked; those of a protected site for the officers there alone.',
  entered: 'search',
  who: ['prosecutor', 'judge', ...keepers],
  answer: z.strictObject({
    rooms: z.array(
      z.strictObject({
        roomId: id,
        label: z.string(),
        agency: z.string(),
        vetted: z.boolean(),
        city: z.string(),
        country: countryCode,
        /** For those who keep the room: what a change must name. */
        version: version.optional(),
      }),
    ),
  }),
});

export const addRoom = route({
  method: 'POST',
  path: '/api/directory/rooms',
  summary: 'Adds a room to the caller’s agency, with the usual hours of its country.',
  who: keepers,
  body: z.strictObject({
    label: roomLabel,
    city: roomCity,
    country: countryCode,
    zone: zoneName,
    vetted: z.boolean(),
    /** Only for officers who work at a protected site themselves. */
    atProtectedSite: z.boolean(),
  }),
  answer: z.strictObject({ roomId: id }),
  status: 201,
  refusals: ['unknown-zone'],
});

export const changeRoom = route({
  method: 'POST',
  path: '/api/directory/rooms/:roomId',
  summary: 'Renames a room that the caller keeps, or says whether it is vetted.',
  who: keepers,
  params: roomParams,
  body: z.strictObject({ version, label: roomLabel, vetted: z.boolean() }),
  answer: changed,
  refusals: ['changed-meanwhile'],
});

export const readRoomWorkingTime = route({
  method: 'GET',
  path: '/api/directory/rooms/:roomId/calendar',
  summary: 'The hours of a room that the caller keeps.',
  entered: 'search',
  who: keepers,
  params: roomParams,
  answer: readWorkingTimeAnswer,
});

export const setRoomWorkingTime = route({
  method: 'POST',
  path: '/api/directory/rooms/:roomId/calendar',
  summary: 'Sets the hours of a room that the caller keeps.',
  who: keepers,
  params: roomParams,
  body: newWorkingTime,
  answer: changed,
  refusals: ['changed-meanwhile', 'unknown-zone'],
});

// ---- holidays ----

/** What an officer may say of a day: free, worked although it would be free, or nothing special after all. */
export const dayKind = z.enum(['holiday', 'working-day', 'ordinary-day']);

export const readHolidays = route({
  method: 'GET',
  path: '/api/directory/holidays',
  summary: 'The holidays of a country in a year: as shipped, with what officers corrected, and who did.',
  who: [
    'prosecutor',
    'clerk',
    'support-officer',
    'attending-officer',
    'central-authority',
    'auditor',
    'judge',
  ],
  query: z.strictObject({
    country: countryCode,
    year: z
      .string()
      .regex(/^20(2[4-9]|3[0-7])$/, 'Give a year from 2024 to 2037.')
      .meta({ examples: ['2027'] })
      .transform(Number),
  }),
  answer: z.strictObject({
    version,
    /** False: nothing is shipped for that year, so an empty list does not mean that there are none. */
    shipped: z.boolean(),
    /** Where the shipped days come from. */
    source: z.string(),
    /** What holds: the shipped days with the corrections laid over. */
    holidays: z.array(holiday),
    /** The days as they were shipped. */
    asShipped: z.array(holiday),
    /** Whether the caller corrects the days of that country. */
    mayCorrect: z.boolean(),
    /** Every correction, oldest first. */
    history: z.array(
      z.strictObject({
        version,
        day: z.iso.date(),
        kind: dayKind,
        name: z.string(),
        at: z.string(),
        role: staffRole,
        agency: z.string(),
        /** Pseudonym in the log of that agency. */
        by: z.string(),
      }),
    ),
  }),
});

export const correctHoliday = route({
  method: 'POST',
  path: '/api/directory/holidays',
  summary: 'Corrects one day of a country’s holidays.',
  who: ['clerk', 'central-authority'],
  body: z
    .strictObject({
      country: countryCode,
      /** The year as it was read; the day must lie in it. */
      year: z.number().int().min(2026).max(2037),
      version,
      day: z.iso.date(),
      kind: dayKind,
      /** What the day is called, or why it is ordinary. */
      name: humanText('office', 120).meta({ examples: ['Day of mourning'] }),
    })
    .refine(
      ({ day, year }) => day.startsWith(`${year}-`),
      together('The day does not lie in that year.', 'day'),
    ),
  answer: changed,
  refusals: ['changed-meanwhile'],
});
