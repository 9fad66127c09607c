import type { Handler } from '../shared/http/call.ts';
import { Refusal } from '../shared/refusals.ts';
import { newId } from '../shared/values/ids.ts';
import { roomAdded } from './actions.ts';
import { parsePerson, personKey } from './port/actor.ts';
import { entered, type AgencyChange } from './port/agency-log.ts';
import { newRoom, roomVersionKey } from './port/working-time-store.ts';
import type * as contract from './contract.ts';

/** @throws {Refusal} `not-your-role` for a protected site's room, unless the caller works at one */
export const addRoomToAgency: Handler<typeof contract.addRoom> = ({
  actor: staff,
  body,
  now,
  context,
  commit,
}) =>
  commit(async () => {
    const [self] = await context.store.get([personKey(staff.personId)]);
    const { agencyId, agencyName, atProtectedSite } = parsePerson(self);
    if (body.atProtectedSite && atProtectedSite !== true) throw new Refusal('not-your-role');
    const roomId = newId(context.randomBytes);
    const details = { version: 1, vetted: body.vetted, atProtectedSite: body.atProtectedSite };
    const change: AgencyChange = {
      agencyId,
      actor: staff,
      subject: { kind: 'room', ref: roomId },
      entry: (by, digest) => roomAdded.entry({ ...by, details, sealed: { room: digest } }),
      sealed: { name: 'room', value: body },
      history: roomVersionKey(roomId, 1),
    };
    const { zone, ...room } = body;
    return {
      changes: [
        ...newRoom({ roomId, agencyId, agencyName, ...room }, zone),
        ...(await entered(change, now, context)),
      ],
      answer: { roomId },
    };
  });
