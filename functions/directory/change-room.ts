import type { Handler } from '../shared/http/call.ts';
import { Refusal } from '../shared/refusals.ts';
import { roomChanged } from './actions.ts';
import { entered, type AgencyChange } from './port/agency-log.ts';
import { putRoom, roomVersionKey } from './port/working-time-store.ts';
import type * as contract from './contract.ts';
import { keptRoom } from './port/keeping.ts';

/** @throws {Refusal} `not-found`, `changed-meanwhile` */
export const changeKeptRoom: Handler<typeof contract.changeRoom> = ({
  actor,
  params,
  body,
  now,
  context,
  commit,
}) =>
  commit(async () => {
    const { room, agencyId, subject } = await keptRoom(context.store, actor, params.roomId);
    const { version: before, ...standing } = room;
    const { version, ...given } = body;
    if (version !== before) throw new Refusal('changed-meanwhile');
    const details = { version: before + 1, vetted: given.vetted };
    const change: AgencyChange = {
      agencyId,
      actor,
      subject,
      entry: (by, digest) => roomChanged.entry({ ...by, details, sealed: { room: digest } }),
      sealed: { name: 'room', value: given },
      history: roomVersionKey(room.roomId, before + 1),
    };
    return {
      changes: [putRoom({ ...standing, ...given }, before), ...(await entered(change, now, context))],
      answer: { version: before + 1 },
    };
  });
