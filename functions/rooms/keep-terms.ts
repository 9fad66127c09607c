import { createHash } from 'node:crypto';
import { wishedBy } from '../cases/port/standing.ts';
import { assertNamed, waitsForOfficer, type Terms } from '../requests/port/terms.ts';
import { heardIn, type Door, type Seat } from '../sessions/port/door.ts';
import type { Context } from '../shared/http/call.ts';
import { Refusal } from '../shared/refusals.ts';
import { roomClosed, roomRenewed, seatKeptApart } from './actions.ts';
import { asItStands, type AsItStands } from './as-it-stands.ts';
import { officerIsIn } from './conditions.ts';
import type { MediaServer } from './media/media-server.ts';
import { shut, underOtherTerms, type Room } from './room.ts';
import { subjectSeat, type StepEntry } from './snapshot.ts';
import { stepOfNobody } from './step-of-nobody.ts';

/**
 * By what a room knows the terms under which its passes were minted, and who of those who are heard is not seen.
 * @param unseen their pseudonyms
 */
const markOfTerms = (terms: readonly Terms[], unseen: readonly string[] = []): string =>
  createHash('sha256')
    .update(JSON.stringify(unseen.length === 0 ? terms : [terms, unseen]))
    .digest('base64url');

/** The mark of what holds now. */
export const markNow = ({
  door,
  terms,
  standings,
}: Pick<AsItStands, 'door' | 'terms' | 'standings'>): string =>
  markOfTerms(
    terms,
    heardIn(door).filter((pseudonym) => wishedBy(standings, pseudonym, 'no-picture')),
  );

/**
 * The host State set other terms while people are in the room, and a pass that was minted under the old ones cannot be taken
 * back: whoever is not named any more is put out, the others get another room and passes of today's voice; where the officer is
 * waited for and not there, the room is taken away. Any number of times does the same.
 */
export const keepTerms = (
  context: Context,
  media: () => Promise<MediaServer>,
  sessionId: string,
): Promise<boolean> =>
  stepOfNobody(context, media, sessionId, async ({ door: stored, room }, now) => {
    if (room.phase !== 'open' && room.phase !== 'paused') return undefined;
    const stands = await asItStands(context.store, stored, now);
    const mark = markNow(stands);
    const unnamed = admittedAndUnnamed(stands, room);
    // One that is paused goes on in another room, with other passes.
    if (underTermsOf(room) === mark || (room.phase === 'paused' && unnamed.length === 0)) return undefined;
    const { door, terms } = stands;
    const takenAway = waitsForOfficer(terms) && !officerIsIn(door, room);
    const whos = unnamed.map(({ pseudonym }) => pseudonym);
    const next = takenAway ? { ...shut(room), underTerms: mark } : underOtherTerms(room, whos, mark);
    return {
      room: next,
      stands: door,
      entries: entriesOf(stands, takenAway ? [] : unnamed, { before: room, next }),
    };
  });

/** Older rooms do not say: as if under none, so that whoever is in one gets another, once, where there are any. */
const underTermsOf = ({ underTerms = markOfTerms([]) }: Room): string => underTerms;

const admittedAndUnnamed = ({ door, terms }: AsItStands, room: Room): readonly Seat[] =>
  door.seats.filter(
    (seat) => room.seats[seat.pseudonym]?.state === 'admitted' && !isNamed(terms, door, seat),
  );

function isNamed(terms: readonly Terms[], door: Door, seat: Seat): boolean {
  try {
    assertNamed(terms, seat, heardIn(door));
    return true;
  } catch (refused) {
    if (refused instanceof Refusal) return false;
    throw refused;
  }
}

/** The case's log says what was decided; here are the leaf hashes of its entries. */
function entriesOf(
  { standings }: AsItStands,
  unnamed: readonly Seat[],
  { before, next }: { readonly before: Room; readonly next: Room },
): readonly StepEntry[] {
  const caseEntries = standings.flatMap(({ gate, leafHash }) => (gate === 'permission' ? [leafHash] : []));
  const authority = { kind: 'rule', ref: 'permission' } as const;
  const ofRoom: StepEntry = (acting, { epoch }) =>
    next.phase === 'closed'
      ? roomClosed.entry({ ...acting, authority, details: { epoch, hoursOver: false } })
      : roomRenewed.entry({ ...acting, authority, details: { epoch, caseEntries } });
  const ofSeats = unnamed.map(
    (seat): StepEntry =>
      (acting, { epoch }) =>
        seatKeptApart.entry({
          ...acting,
          authority: { kind: 'rule', ref: 'named-persons-only' },
          subject: subjectSeat(seat),
          details: { epoch, caseEntries },
        }),
  );
  return next.phase === before.phase && next.phase === 'paused' ? ofSeats : [...ofSeats, ofRoom];
}
