import { heardIn } from '../../sessions/port/door.ts';
import type { Context } from '../../shared/http/call.ts';
import { logEvent } from '../../shared/log.ts';
import { instantOf } from '../../shared/values/instants.ts';
import type { MediaServer } from '../media/media-server.ts';
import { uncertain } from '../room.ts';
import type { StepEntry } from '../snapshot.ts';
import { stepOfNobody } from '../step-of-nobody.ts';
import { presenceGap } from './actions.ts';
import { gapsIn, type Gap } from './gaps.ts';
import { readRooms } from './read-rooms.ts';
import { putEntered } from './store.ts';

/** What is a gap, as it is marked where it was entered. */
const marked = ({ connection }: Gap) => ({ what: 'gap' as const, span: { connection } });

/**
 * Whoever is heard is back after more than the grace time: the gap is entered once, and whoever runs the session is asked to see that it
 * is them and to remind them of an oath that they gave.
 */
export async function enterGaps(
  context: Context,
  media: () => Promise<MediaServer>,
  sessionId: string,
): Promise<void> {
  if ((await gapsOf(context, sessionId)).length === 0) return;
  const isEntered = await stepOfNobody(context, media, sessionId, async ({ door, room, head }, now) => {
    const gaps = (await gapsOf(context, sessionId)).slice(0, 12);
    if (gaps.length === 0) return undefined;
    const heard = door.seats.filter(({ pseudonym }) => heardIn(door).includes(pseudonym));
    const of = ({ whose }: Gap) => heard.find(({ seat, pseudonym }) => `${seat} ${pseudonym}` === whose);
    const theirs = gaps.filter((gap) => of(gap) !== undefined);
    const told = theirs.reduce((rest, gap) => {
      const { seat, pseudonym } = of(gap) ?? {};
      return uncertain(rest, {
        kind: 'gap',
        at: instantOf(gap.to),
        ...(seat === undefined || pseudonym === undefined ? {} : { seat, pseudonym }),
      });
    }, room);
    return {
      room: told,
      entries: head?.sealed === true ? [] : theirs.map(entryOf),
      // Of somebody who is not heard it is nothing, once and for all.
      changes: gaps.map((gap) => putEntered(gap.roomName, marked(gap), now)),
    };
  });
  if (isEntered) logEvent('presence.gap', { gaps: 1 });
}

async function gapsOf({ store }: Pick<Context, 'store'>, sessionId: string): Promise<readonly Gap[]> {
  const rooms = await readRooms(store, sessionId);
  return gapsIn(rooms).filter(
    (gap) => rooms.find(({ roomName }) => roomName === gap.roomName)?.isEntered(marked(gap)) !== true,
  );
}

const entryOf =
  ({ whose, from, to }: Gap): StepEntry =>
  (acting) =>
    presenceGap.entry({
      ...acting,
      authority: { kind: 'rule', ref: 'whoever is heard had no line' },
      subject: { kind: 'seat', ref: whose },
      details: { from: instantOf(from), to: instantOf(to) },
    });
