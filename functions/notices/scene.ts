import type { Store } from '../shared/store/store.ts';
import { queryAll } from '../shared/store/query-all.ts';
import type { Instant } from '../shared/values/instants.ts';
import { localOf } from '../shared/values/zones.ts';
import { countryCode } from '../shared/values/countries.ts';
import {
  filePartition,
  parseCase,
  parseMember,
  parseWitness,
  type CaseWitness,
  type Member,
} from '../cases/membership.ts';
import { parsePerson, personKey, type Person } from '../directory/actor.ts';
import { calendarKey, calendarOf, holidaysKey, parseHolidays } from '../directory/calendar-store.ts';
import { doorKey, parseDoor, type Door } from '../sessions/door.ts';
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

/** On which days somebody works, around the given instants. */
export async function readWorkingDays(
  store: Store,
  person: Person,
  around: readonly Instant[],
): Promise<(day: string) => boolean> {
  const country = countryCode.parse(person.country);
  const years = [...new Set(around.map((at) => Number(localOf(person.zone, at).local.slice(0, 4))))];
  const [calendarItem, ...items] = await store.get([
    calendarKey(person.personId),
    ...years.map((year) => holidaysKey(country, year)),
  ]);
  const { value } = calendarOf(calendarItem, person);
  return workingDays(
    value,
    years.map((year, index) => parseHolidays(items[index], country, year)),
  );
}
