import { parseStanding, standingKey } from '../cases/port/standing.ts';
import { standingDecision } from '../cases/port/standing-decision.ts';
import { patiently } from '../shared/http/patiently.ts';
import { readByKey } from '../shared/store/read-by-key.ts';
import { wishOf, wishWaived } from '../witnesses/port/wish.ts';
import type { waiveOwnWish as contract } from './contract.ts';
import type { RoomHandler } from './handler.ts';
import { readSnapshot } from './snapshot.ts';
import { waivesFor } from './speaks-for.ts';

/**
 * Whoever wished for a woman as interpreter, or for a supporter, is content with whoever is there, and says so themselves, from their own page; for a
 * child the guardian does. The same decision as the officer who holds contact enters for them.
 */
export const waiveOwnWish: RoomHandler<typeof contract> = async (call) => {
  const { actor, params, context, now } = call;
  const { door, me } = await readSnapshot(context.store, params.sessionId, actor);
  const { caseId } = door;
  const { party } = await waivesFor(context.store, door, me, now);
  return standingDecision(
    patiently({ ...call, params: { caseId, party } }),
    wishOf,
    async (more) => ({ found: await readByKey(context.store, more) }),
    ({ found }) => {
      const by = { recordedBy: me.pseudonym, role: me.seat, pseudonym: me.pseudonym };
      const stood = parseStanding(found(standingKey(caseId, party, 'consent')));
      const said = { by: me.seat === 'guardian' ? 'guardian' : 'themselves', how: 'on-their-page' } as const;
      return wishWaived(by, party, stood, call.body.waived, said);
    },
  );
};
