import { parseLine } from '../../functions/cases/port/own-cases.ts';
import {
  parseCase,
  parseMember,
  parsePseudonyms,
  parseWitnesses,
} from '../../functions/cases/port/membership.ts';
import { parseHead } from '../../functions/custody/port/append.ts';
import { parsePerson } from '../../functions/directory/port/actor.ts';
import {
  parseHolidays,
  parseProfile,
  parseRoom as parseSiteRoom,
  roomWorkingTimeOf,
} from '../../functions/directory/port/working-time-store.ts';
import { parseAgency } from '../../functions/directory/store.ts';
import { parseAddress } from '../../functions/notices/port/address.ts';
import { parseLook, parseNotice, parsePlan, parseUnsent } from '../../functions/notices/store.ts';
import {
  parseDevice,
  parseInvitation,
  parseInvitee,
  parseRoom,
  parseTries,
  parseWay,
} from '../../functions/rooms/store.ts';
import { parseDoor } from '../../functions/sessions/port/door.ts';
import { parseHolds } from '../../functions/sessions/booking/holds-of-one-person.ts';
import { parseRoster } from '../../functions/sessions/port/roster.ts';
import { parsePage } from '../../functions/sessions/port/page-items.ts';
import { parseMonthLine, parseSession } from '../../functions/sessions/store.ts';
import type { Item } from '../../functions/shared/store/store.ts';

/**
 * Every kind of item of every table, as it lay there in November 2026: its keys, how many of it the copy has, and the
 * parser of today's code where that is published. Kinds without one are read by routes and verbs alone; see the tests
 * beside this file.
 */
export interface ItemKind {
  readonly pk: RegExp;
  readonly sk: RegExp;
  readonly count: number;
  readonly parse?: (item: Item) => unknown;
}

const id = '[0-7][0-9a-z]{25}';
const instant = String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z`;
const kind = (pk: string, sk: string, count: number, parse?: ItemKind['parse']): ItemKind => ({
  pk: new RegExp(`^${pk}$`),
  sk: new RegExp(`^${sk}$`),
  count,
  ...(parse === undefined ? {} : { parse }),
});
/** The record of an answer, by which a request that is sent again is known. */
const once = (count: number): ItemKind => kind('once#[A-Za-z0-9_-]{43}', 'once', count);

export const itemKinds: Readonly<Record<string, readonly ItemKind[]>> = {
  cases: [
    kind(`case#${id}`, 'case', 2, parseCase),
    kind(`case#${id}`, 'witness', 2, (item) => parseWitnesses([item])),
    kind(`case#${id}`, 'pseudonyms', 2, parsePseudonyms),
    kind(`case#${id}`, `member#${id}`, 17, parseMember),
    kind(`person#${id}`, `case#${id}`, 13, parseLine),
    once(2),
  ],
  custody: [
    kind(`log#${id}`, 'head', 22, parseHead),
    kind(`log#${id}-access`, 'head', 2, parseHead),
    kind(`log#${id}(-access)?`, String.raw`entry#\d{16}`, 161),
    kind('entry#[A-Za-z0-9_-]{26,43}', 'place', 161),
    kind(`log#${id}(-access)?`, 'checkpoint', 24),
    kind(String.raw`unpublished#\d`, id, 3),
    kind(`readers#${id}`, `person#${id}`, 2),
    kind(`readers#${id}`, 'taken#[A-Z]-.{4}', 2),
  ],
  directory: [
    kind(`agency#${id}`, 'agency', 4, parseAgency),
    kind('agencies#[A-Z]{2}', id, 4),
    kind(`agency#${id}`, `alias#${id}`, 12),
    kind(`agency#${id}`, 'taken#[A-Z]-.{4}', 12),
    kind(`person#${id}`, 'person', 15, parsePerson),
    kind('role#[a-z-]+', id, 14, parsePerson),
    kind('subject#subject-of-[a-z-]+', 'subject', 12),
    kind(`calendar#${id}`, 'calendar', 12, roomWorkingTimeOf),
    kind(`calendar#${id}`, String.raw`calendar#version#\d{10}`, 11),
    kind(`profile#${id}`, 'profile', 2, (item) => parseProfile(item, {})),
    kind(`profile#${id}`, String.raw`profile#version#\d{10}`, 2),
    kind('rooms', id, 3, parseSiteRoom),
    kind(`room#${id}`, String.raw`room#version#\d{10}`, 4),
    kind('holidays#TH', '2027', 1, (item) => parseHolidays(item, 'TH', 2027)),
    kind('holidays#TH', String.raw`2027#version#\d{10}`, 3),
    once(3),
  ],
  interpreting: [kind(`session#${id}`, String.raw`assignment#\d{6}`, 6), once(3)],
  notices: [
    kind(`session#${id}`, 'plan', 4, (item) => parsePlan(item, '')),
    kind(`session#${id}`, 'notice#[A-Za-z0-9_-]{43}', 20, parseNotice),
    kind(`person#${id}`, 'address', 13, parseAddress),
    kind('unsent', `${instant}#${id}#[A-Za-z0-9_-]{43}`, 1, parseUnsent),
    kind('looks', `${instant}#${id}`, 30, parseLook),
  ],
  requests: [kind(`session#${id}`, String.raw`permission#\d{6}`, 7), once(3)],
  rooms: [
    kind(`session#${id}`, 'room', 3, (item) => parseRoom(item, '')),
    kind(`session#${id}`, 'invitation#[A-Z]-.{4}', 6, parseInvitation),
    kind('invitee#[A-Za-z0-9_-]{43}', 'seat', 6, parseInvitee),
    kind(`session#${id}`, 'device#[A-Z]-.{4}', 5, parseDevice),
    kind('tries#[A-Za-z0-9_-]{43}', 'tries', 3, parseTries),
    kind(`media#${id}`, 'room', 6, parseWay),
    kind(`media#${id}`, `identity#${id}`, 31, parseWay),
    kind('watched', id, 3),
    kind('webhooks', String.raw`(forged|repeated|quarantined)#\d{4}-\d\d-\d\d`, 3),
    once(4),
  ],
  sessions: [
    kind(`session#${id}`, 'session', 16, parseSession),
    kind(`session#${id}`, 'door', 16, parseDoor),
    kind(`session#${id}`, 'roster', 16, parseRoster),
    kind(`session#${id}`, `rooms#${id}`, 2),
    kind(`session#${id}`, 'approval#move', 1),
    kind(`case#${id}`, `session#${instant}#${id}`, 16, parseSession),
    kind(String.raw`month#\d{4}-\d\d`, `${instant}#${id}`, 16, parseMonthLine),
    kind(`calendar#(person|witness|room)#${id}`, String.raw`week#\d{4}-\d\d-\d\d`, 51, (item) =>
      parsePage({ calendar: 'person#', week: '' }, item),
    ),
    kind(`holder#${id}`, 'holds', 1, (item) => parseHolds('', item)),
    once(3),
  ],
  witnesses: [
    kind(`session#${id}`, String.raw`consent#\d{6}`, 7),
    kind(`session#${id}`, String.raw`plan#\d{6}`, 6),
    once(3),
  ],
};
