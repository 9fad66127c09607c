import { asStaff } from '../shared/access/as-staff.ts';
import type { BodyOf, ParamsOf } from '../shared/http/contract.ts';
import type { Call } from '../shared/http/mount.ts';
import { Refusal } from '../shared/refusals.ts';
import { entered } from './agency-log.ts';
import { putRoom, roomVersionKey } from './port/working-time-store.ts';
import type * as contract from './contract.ts';
import { keptRoom } from './port/keeping.ts';

type Route = typeof contract.changeRoom;

/** @throws {Refusal} `not-found`, `changed-meanwhile` */
export const changeKeptRoom = ({
  actor,
  params,
  body,
  now,
  context,
  commit,
}: Call<ParamsOf<Route>, BodyOf<Route>>) =>
  commit(async () => {
    const { room, agencyId, subject } = await keptRoom(context.store, actor, params.roomId);
    const { version: before, ...standing } = room;
    const { version, ...given } = body;
    if (version !== before) throw new Refusal('changed-meanwhile');
    const change = {
      agencyId,
      actor: asStaff(actor),
      action: 'room.changed',
      subject,
      details: { version: before + 1, vetted: given.vetted },
      sealed: { name: 'room', value: given },
      history: roomVersionKey(room.roomId, before + 1),
    };
    return {
      changes: [putRoom({ ...standing, ...given }, before), ...(await entered(change, now, context))],
      answer: { version: before + 1 },
    };
  });
