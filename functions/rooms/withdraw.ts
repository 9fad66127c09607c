import { standingDecision } from '../cases/port/standing-decision.ts';
import { patiently } from '../shared/http/patiently.ts';
import { readByKey } from '../shared/store/read-by-key.ts';
import { withdrawalBy, withdrawnConsent } from '../witnesses/port/withdrawal.ts';
import type { withdraw as contract } from './contract.ts';
import { heardAs } from './for-whom.ts';
import { readSnapshot } from './snapshot.ts';
import type { RoomHandler } from './handler.ts';

/**
 * They withdraw themselves, from their own page, without anybody's help: whatever the room, the door or the hour is. The same
 * decision as an officer enters for them; a child's guardian says it for the child.
 */
export const withdraw: RoomHandler<typeof contract> = async (call) => {
  const { actor, params, context } = call;
  const { door, me } = await readSnapshot(context.store, params.sessionId, actor);
  const { caseId } = door;
  const party = await heardAs(context.store, caseId, me, call.now);
  return standingDecision(
    patiently({ ...call, params: { caseId, party } }),
    withdrawnConsent,
    async (more) => ({ found: await readByKey(context.store, more) }),
    () => withdrawalBy({ recordedBy: me.pseudonym, role: me.seat, pseudonym: me.pseudonym }, party),
  );
};
