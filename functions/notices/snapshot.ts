import type { Staff } from '../shared/access/roles.ts';
import type { Store } from '../shared/store/store.ts';
import { queryAll } from '../shared/store/query-all.ts';
import type { Instant } from '../shared/values/instants.ts';
import { localOf } from '../shared/values/zones.ts';
import { capitalZone, countryCode } from '../shared/values/countries.ts';
import {
  everyoneIn,
  filePartition,
  hostStateOf,
  parseCase,
  parseWitnesses,
  witnessOf,
  type CaseWitness,
  type Member,
} from '../cases/port/membership.ts';
import { isInTheOpen, readPeople, type Person } from '../directory/port/actor.ts';
import {
  workingTimeKey,
  workingTimeOf,
  holidaysKey,
  parseHolidays,
  usualWorkingTime,
} from '../directory/port/working-time-store.ts';
import { doorKey, heardIn, parseDoor, type Door } from '../sessions/port/door.ts';
import { enterSessionWithFile } from '../sessions/port/enter-session.ts';
import {
  heldUntil,
  ofSeries,
  ofSeriesKey,
  parseToldSeries,
  seriesKey,
  type HeldNews,
} from '../sessions/port/series-news.ts';
import { holdersOf, recipientOf, sameSeat, type Holder, type Recipient } from './recipients.ts';
import { parsePlan, planKey, type Plan } from './store.ts';
import { workingDays } from './working-days.ts';

/** All that messages about one session are decided from. */
export interface Snapshot {
  readonly door: Door;
  readonly plan: Plan;
  /** Those of the case, and those who have left it. */
  readonly members: readonly Member[];
  readonly witnesses: readonly CaseWitness[];
  readonly hostState: string;
  readonly requestingState: string;
  /** Who has a seat now. */
  readonly seated: readonly Holder[];
  /** Who has a seat now, or was told of one before. */
  readonly recipients: readonly Recipient[];
  readonly people: ReadonlyMap<string, Person>;
}

/**
 * Three rounds of reads: the session, its case and series, then the people.
 * @throws {Refusal} `not-found`
 */
export async function readSnapshot(
  store: Store,
  sessionId: string,
): Promise<Snapshot & { readonly held: (now: Instant) => HeldNews | undefined }> {
  const keys = [doorKey(sessionId), planKey(sessionId), ofSeriesKey(sessionId)];
  const [doorItem, planItem, sessionItem] = await store.get(keys);
  const door = parseDoor(doorItem);
  const series = ofSeries(sessionItem);
  const [file, [seriesItem]] = await Promise.all([
    queryAll(store, 'cases', filePartition(door.caseId)),
    series === undefined ? [] : store.get([seriesKey(series)]),
  ]);
  const members = everyoneIn(file);
  const witnesses = parseWitnesses(file);
  const opened = parseCase(file.find(({ sk }) => sk === 'case'));
  const hostState = hostStateOf(opened, heardAmong(door, witnesses));
  const { requestingState } = opened;
  const plan = parsePlan(planItem, sessionId);
  const of = { members, witnesses, hostState, requestingState };
  return {
    ...(await snapshotOf(store, door, plan, of)),
    held: (now) => heldUntil(parseToldSeries(seriesItem), now),
  };
}

/** The same as one of its case may find it. @throws {Refusal} those of `enterSessionWithFile` */
export async function readSnapshotFor(store: Store, sessionId: string, viewer: Staff): Promise<Snapshot> {
  const { door, file, found } = await enterSessionWithFile(store, sessionId, viewer, [planKey(sessionId)]);
  const plan = parsePlan(found(planKey(sessionId)), sessionId);
  const hostState = hostStateOf(file.case, heardAmong(door, file.witnesses));
  return snapshotOf(store, door, plan, {
    ...file,
    members: [...file.members, ...file.former],
    hostState,
    requestingState: file.case.requestingState,
  });
}

/** Who of the case is heard in the session. */
const heardAmong = (door: Door, witnesses: readonly CaseWitness[]): readonly CaseWitness[] =>
  heardIn(door).map((pseudonym) => witnessOf({ witnesses }, pseudonym));

/** The same from what was read, or is only thought of; one more round for the people. */
export async function snapshotOf(
  store: Store,
  door: Door,
  plan: Plan,
  {
    members,
    witnesses,
    hostState,
    requestingState,
  }: Pick<Snapshot, 'members' | 'witnesses' | 'hostState' | 'requestingState'>,
): Promise<Snapshot> {
  const seated = holdersOf(door, members, witnesses);
  const former = plan.told.filter((told) => !seated.some((each) => sameSeat(each, told)));
  const holders: readonly Holder[] = [...seated, ...former];
  // Members beside: it may be the turn of any of them.
  const people = await readPeople(
    store,
    [...holders, ...members].flatMap(({ personId }) => personId ?? []),
  );
  const gone = new Set(members.flatMap(({ personId, left }) => (left === undefined ? [] : [personId])));
  // Whoever has left the case is written to no more, as whoever has no account.
  const recipients = holders.map((holder) => {
    const recipient = recipientOf(holder, people.get(holder.personId ?? ''), witnesses);
    return gone.has(holder.personId ?? '') ? { ...recipient, active: false } : recipient;
  });
  return { door, plan, members, witnesses, hostState, requestingState, seated, recipients, people };
}

export interface WorkingDays {
  readonly zone: string;
  /** @param day a local date `YYYY-MM-DD` */
  readonly isWorkingDay: (day: string) => boolean;
}

/**
 * On which days somebody works, around the given instants, and by which clock. Since the log says when a message was sent,
 * of those whose place not everybody may know it is the usual week of the host State's capital, which tells nothing.
 */
export async function readWorkingDays(
  store: Store,
  person: Person,
  hostState: string,
  around: readonly Instant[],
): Promise<WorkingDays> {
  const inTheOpen = isInTheOpen(person);
  const zone = inTheOpen ? person.zone : (capitalZone(hostState) ?? 'Etc/UTC');
  const country = countryCode.parse(inTheOpen ? person.country : hostState);
  const years = [...new Set(around.map((at) => Number(localOf(zone, at).local.slice(0, 4))))];
  const [workingTimeItem, ...items] = await store.get([
    workingTimeKey(person.personId),
    ...years.map((year) => holidaysKey(country, year)),
  ]);
  const workingTime = inTheOpen
    ? workingTimeOf(workingTimeItem, person).value
    : usualWorkingTime(zone, country);
  const known = years.map((year, index) => parseHolidays(items[index], country, year));
  return { zone, isWorkingDay: workingDays(workingTime, known) };
}
