import type { DeclaredEntry, EntryBy } from '../custody/port/action.ts';
import { prepareAppend } from '../custody/port/append.ts';
import { fileFact } from '../custody/port/file-fact.ts';
import { checkInRoom, presidingIn } from '../rooms/port/in-room.ts';
import { checkDoor, type Door } from '../sessions/port/door.ts';
import type { Actor } from '../shared/access/roles.ts';
import type { Call } from '../shared/http/call.ts';
import { doesNotFit, Refusal } from '../shared/refusals.ts';
import { nextNumber, putNext } from '../shared/store/numbered-series.ts';
import type { Key } from '../shared/store/store.ts';
import { id, newId, pseudonym, type Id, type Pseudonym } from '../shared/values/ids.ts';
import { parseInstant } from '../shared/values/instants.ts';
import { act as actItem, type Act, type NewAct, type Somebody } from './act.ts';
import { assertInRoom, enterHearing, type Hearing } from './enter.ts';
import { sees } from './for-whom.ts';
import { acts, hearingPartition, tell } from './store.ts';

/** What of an entry every act says alike. */
export type Acting = Pick<EntryBy, 'entryId' | 'actor' | 'authority' | 'occurredAt'>;

interface Entered {
  readonly act: NewAct;
  readonly entry: (acting: Acting) => DeclaredEntry;
  /** Neither gives nor takes anything: however often it comes, no pause waits for it. */
  readonly asFact?: true;
}

interface HearingCall extends Pick<Call, 'now' | 'context' | 'commit'> {
  readonly actor: Actor;
  readonly params: { readonly sessionId: string };
}

/** Of one seat within a minute, and on a day: nobody fills a log, or a page, by speaking often. */
const mostInAMinute = 20;
const mostInADay = 400;

/**
 * Enters one act: itself, the entry of the log, and that pages have something new, in one transaction that holds door and room.
 * @param decide what is entered; or the name of an act that says it already, so that nothing is
 * @throws {Refusal} those of `assertInRoom`; `asked-too-often`, `too-many-entries`; whatever `decide` refuses
 */
export function enterAct(
  { actor, params: { sessionId }, now, context: { store, randomBytes }, commit }: HearingCall,
  decide: (hearing: Hearing) => Entered | { readonly already: string },
  more: readonly Key[] = [],
): Promise<{ readonly act: Id }> {
  return commit(async () => {
    const hearing = await enterHearing(store, sessionId, actor, now, more);
    assertInRoom(hearing, now);
    const decided = decide(hearing);
    if ('already' in decided) return { changes: [], answer: { act: id.parse(decided.already) } };
    assertNotTooMany(hearing, now);
    const { door, me, room, head, all } = hearing;
    const name = newId(randomBytes);
    const by = { seat: me.seat, pseudonym: me.pseudonym };
    const step = {
      disclosures: {},
      ...decided.act,
      id: name,
      by,
      recordedAt: parseInstant(now.toISOString()),
      recordedBy: actor.kind === 'staff' ? actor.personId : actor.seatId,
    };
    const entry = decided.entry({
      entryId: name,
      actor: { role: me.seat, pseudonym: me.pseudonym },
      authority:
        actor.kind === 'staff'
          ? { kind: 'role', ref: actor.role }
          : { kind: 'invitation', ref: actor.deviceId },
      occurredAt: now.toISOString(),
    });
    const of = { logId: door.sessionId, caseId: door.caseId };
    return {
      changes: [
        checkDoor(door),
        checkInRoom(sessionId, room),
        putNext(acts, hearingPartition(sessionId), all, step),
        tell(sessionId, whoSee(hearing, actItem.parse({ ...step, number: nextNumber(all) }))),
        ...(decided.asFact === true
          ? [fileFact({ ...of, entry, filedAt: now })]
          : prepareAppend({ ...of, head, entries: [entry], recordedAt: now }).changes),
      ],
      answer: { act: name },
    };
  });
}

function assertNotTooMany({ acts: today, me }: Hearing, now: Date): void {
  const own = today.filter(({ by }) => by.pseudonym === me.pseudonym);
  const lately = own.filter(({ recordedAt }) => now.getTime() - Date.parse(recordedAt) < 60_000);
  if (lately.length >= mostInAMinute) throw new Refusal('asked-too-often');
  if (own.length >= mostInADay) throw new Refusal('too-many-entries');
}

/** Whose pages show it, whoever did it too: they may have another one open. */
function whoSee({ door, acts: before, screened }: Hearing, added: Act): readonly string[] {
  const day = { acts: [...before, added], screened };
  return door.seats.filter((seat) => sees(added, seat, day)).map((seat) => seat.pseudonym);
}

/**
 * On whose word it is entered: nobody’s but their own where the judge enters it; of the clerk that of the judge who presides and is
 * in the room, where one does.
 * @throws {Refusal} `not-your-role` for a judge who does not preside
 */
export function wordOf(hearing: Hearing): { readonly onWordOf?: Pseudonym } {
  const { me } = hearing;
  if (me.seat === 'judge' && me.presides !== true) throw new Refusal('not-your-role');
  if (me.seat !== 'clerk') return {};
  const presiding = presidingIn(hearing);
  return presiding === undefined ? {} : { onWordOf: pseudonym.parse(presiding.pseudonym) };
}

/**
 * Somebody of the session, as they were named.
 * @throws {Refusal} `does-not-fit` where nobody of that name has such a seat
 */
export function seatedAs(
  { seats }: Pick<Door, 'seats'>,
  named: string,
  among: readonly Somebody['seat'][],
  pointer = '/of',
): Somebody {
  const found = seats.find((each) => each.pseudonym === named && among.includes(each.seat));
  if (found === undefined) throw doesNotFit(pointer, 'Name somebody of this session whom it can be about.');
  return { seat: found.seat, pseudonym: found.pseudonym };
}

/** As an entry names them. */
export const subjectOf = ({ seat, pseudonym: name }: Somebody) => ({ kind: 'seat', ref: `${seat} ${name}` });
