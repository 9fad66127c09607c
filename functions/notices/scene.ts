import type { Store } from '../shared/store/store.ts';
import { queryAll } from '../shared/store/query-all.ts';
import type { Instant } from '../shared/values/instants.ts';
import { localOf } from '../shared/values/zones.ts';
import { capitalZone, countryCode } from '../shared/values/countries.ts';
import {
  filePartition,
  parseCase,
  parseMember,
  parseWitness,
  type CaseWitness,
  type Member,
} from '../cases/port/membership.ts';
import { isInTheOpen, parsePerson, personKey, type Person } from '../directory/port/actor.ts';
import {
  calendarKey,
  calendarOf,
  holidaysKey,
  parseHolidays,
  usualCalendar,
} from '../directory/port/working-time-store.ts';
import { doorKey, parseDoor, type Door } from '../sessions/port/door.ts';
import { holdersOf, recipientOf, sameSeat, type Holder, type Recipient } from './recipients.ts';
import { parsePlan, planKey, type Plan } from './store.ts';
import { workingDays } from './working-days.ts';

/** All that messages about one session are decided from. */
export interface Scene {
  readonly door: Door;
  readonly plan: Plan;
  readonly members: readonly Member[];
  readonly witness: CaseWitness;
  readonly hostState: string;
  /** Who has a seat now. */
  readonly seated: readonly Holder[];
  /** Who has a seat now, or was told of one before. */
  readonly recipients: readonly Recipient[];
  readonly people: ReadonlyMap<string, Person>;
}

/** Two rounds of reads: the session and its case, then the people. @throws {Refusal} `not-found` */
export async function readScene(store: Store, sessionId: string): Promise<Scene> {
  const [doorItem, planItem] = await store.get([doorKey(sessionId), planKey(sessionId)]);
  const door = parseDoor(doorItem);
  const file = await queryAll(store, 'cases', filePartition(door.caseId));
  const members = file.filter(({ sk }) => sk.startsWith('member#')).map(parseMember);
  const witness = parseWitness(file.find(({ sk }) => sk === 'witness'));
  const { hostState } = parseCase(file.find(({ sk }) => sk === 'case'));
  return sceneOf(store, door, parsePlan(planItem, sessionId), { members, witness, hostState });
}

/** The same from what was read, or is only thought of; one more round for the people. */
export async function sceneOf(
  store: Store,
  door: Door,
  plan: Plan,
  { members, witness, hostState }: Pick<Scene, 'members' | 'witness' | 'hostState'>,
): Promise<Scene> {
  const seated = holdersOf(door, members, witness);
  const former = plan.told.filter((told) => !seated.some((each) => sameSeat(each, told)));
  const holders: readonly Holder[] = [...seated, ...former];
  const people = await readPeople(store, holders);
  const recipients = holders.map((holder) => recipientOf(holder, people.get(holder.personId ?? ''), witness));
  return { door, plan, members, witness, hostState, seated, recipients, people };
}

async function readPeople(store: Store, holders: readonly Holder[]): Promise<ReadonlyMap<string, Person>> {
  const ids = [...new Set(holders.flatMap(({ personId }) => personId ?? []))];
  const items = await store.get(ids.map(personKey));
  return new Map(
    ids.flatMap((personId, index) =>
      items[index] === undefined ? [] : [[personId, parsePerson(items[index])] as const],
    ),
  );
}

export interface WorkingTime {
  readonly zone: string;
  /** @param day a local date `YYYY-MM-DD` */
  readonly isWorkingDay: (day: string) => boolean;
}

/**
 * On which days somebody works, around the given instants, and by which clock. Since the log says when a message was sent,
 * of those whose place not everybody may know it is the usual week of the host State's capital, which tells nothing.
 */
export async function readWorkingTime(
  store: Store,
  person: Person,
  hostState: string,
  around: readonly Instant[],
): Promise<WorkingTime> {
  const inTheOpen = isInTheOpen(person);
  const zone = inTheOpen ? person.zone : (capitalZone(hostState) ?? 'Etc/UTC');
  const country = countryCode.parse(inTheOpen ? person.country : hostState);
  const years = [...new Set(around.map((at) => Number(localOf(zone, at).local.slice(0, 4))))];
  const [calendarItem, ...items] = await store.get([
    calendarKey(person.personId),
    ...years.map((year) => holidaysKey(country, year)),
  ]);
  const calendar = inTheOpen ? calendarOf(calendarItem, person).value : usualCalendar(zone, country);
  const known = years.map((year, index) => parseHolidays(items[index], country, year));
  return { zone, isWorkingDay: workingDays(calendar, known) };
}
