import type { Handler } from '../shared/http/call.ts';
import { countryCode } from '../shared/values/countries.ts';
import { pseudonym } from '../shared/values/ids.ts';
import { parseInstant } from '../shared/values/instants.ts';
import { isGuestSeat } from '../shared/access/roles.ts';
import { isIn, presidingIn } from '../rooms/port/in-room.ts';
import type { readHearing as contract } from './contract.ts';
import { enterHearing, type Hearing } from './enter.ts';
import { asSeenBy, seesWhoWaits } from './for-whom.ts';
import { statesOf } from './given/texts.ts';
import { litFor, waiting } from './languages/light.ts';
import { hearingPartition, lightStart, parseLight } from './store.ts';

/** What was said and ruled today, for one seat. Whoever comes by invitation and is not in the room is shown nothing of what goes on. */
export const readHearing: Handler<typeof contract> = async ({
  actor,
  params: { sessionId },
  now,
  context: { store },
}) => {
  const [hearing, lit] = await Promise.all([
    enterHearing(store, sessionId, actor, now),
    store.query('hearing', hearingPartition(sessionId), { prefix: lightStart }),
  ]);
  const { acts, reader, me, room, door } = hearing;
  if (isGuestSeat(me.seat) && !isIn(room, me.pseudonym)) return { acts: [] };
  const wait = waiting(
    lit.flatMap((item) => parseLight(item) ?? []),
    now,
  );
  const presiding = presidingIn(hearing);
  const seated = (...seats: readonly string[]) =>
    door.seats.flatMap(({ seat, pseudonym: name }) => (seats.includes(seat) ? [pseudonym.parse(name)] : []));
  const enters = me.seat === 'clerk' || me.seat === 'attending-officer' || presides(hearing);
  return {
    acts: acts.flatMap((act) => asSeenBy(act, reader, hearing) ?? []),
    ...(wait === undefined
      ? {}
      : {
          wait: {
            until: parseInstant(new Date(Date.parse(wait.since) + litFor).toISOString()),
            ...(seesWhoWaits(reader, hearing) ? { by: pseudonym.parse(wait.pseudonym) } : {}),
          },
        }),
    ...(presiding === undefined || isGuestSeat(me.seat)
      ? {}
      : { presiding: pseudonym.parse(presiding.pseudonym) }),
    ...(presiding !== undefined && (me.seat === 'clerk' || presides(hearing))
      ? { mayRule: true as const }
      : {}),
    ...(enters ? { heard: seated('witness', 'expert', 'accused') } : {}),
    ...(enters || (me.seat === 'interpreter' && !hearing.screened.has(me.pseudonym))
      ? { interpreters: seated('interpreter') }
      : {}),
    ...(enters && hearing.file !== undefined
      ? { states: statesOf(hearing.file).map((each) => countryCode.parse(each)) }
      : {}),
  };
};

const presides = ({ me }: Hearing): boolean => me.seat === 'judge' && me.presides === true;
