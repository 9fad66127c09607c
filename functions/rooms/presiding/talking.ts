import { memberKey, parseMember } from '../../cases/port/membership.ts';
import { Refusal } from '../../shared/refusals.ts';
import { newId } from '../../shared/values/ids.ts';
import { assertLive, type Seat } from '../../sessions/port/door.ts';
import { asItStands } from '../as-it-stands.ts';
import type { RoomHandler } from '../handler.ts';
import { authorityOf, type StepEntry } from '../snapshot.ts';
import { step } from '../step.ts';
import { talkBegun, talkEnded } from './actions.ts';
import type * as contract from './contract.ts';
import { talkedApart, talkingApart } from './course.ts';
import { mayTalkApart } from './may-talk-apart.ts';

/** Counsel and client, or judges, talk in a room of their own; who asks for it is in the hearing as before. */
export const talkApart: RoomHandler<typeof contract.talkApart> = (call, media) => {
  const { store, randomBytes } = call.context;
  return step(call, media, async ({ door: stored, room, me }) => {
    assertLive(stored);
    const [{ door }, client] = await Promise.all([
      asItStands(store, stored, call.now),
      clientOf(store, stored.caseId, me),
    ]);
    const others = call.body.people.map((who) => door.seats.find(({ pseudonym }) => pseudonym === who));
    const may = others.every((other) => other !== undefined && mayTalkApart(door, room, me, other, client));
    if (!may) throw new Refusal('kept-apart');
    const people = others.flatMap((other) => (other === undefined ? [] : [other.pseudonym]));
    const next = talkingApart(room, newId(randomBytes), me.pseudonym, people);
    const entry: StepEntry = (acting, { epoch }) =>
      talkBegun.entry({ ...acting, authority: authorityOf(call.actor), details: { people, epoch } });
    return { room: next, stands: door, entries: [entry] };
  });
};

/** Whom counsel defends, as the case has it. */
async function clientOf(
  store: Parameters<typeof asItStands>[0],
  caseId: string,
  { seat, personId }: Seat,
): Promise<string | undefined> {
  if (seat !== 'defence-counsel' || personId === undefined) return undefined;
  const [item] = await store.get([memberKey(caseId, personId)]);
  return parseMember(item).for;
}

export const endTalk: RoomHandler<typeof contract.endTalk> = (call, media) =>
  step(call, media, ({ room, me }) => {
    const { consultation: consultationId } = call.body;
    const people = room.consultations?.[consultationId]?.people ?? [];
    const next = talkedApart(room, consultationId, me.pseudonym);
    const entry: StepEntry = (acting) =>
      talkEnded.entry({ ...acting, authority: authorityOf(call.actor), details: { people } });
    return { room: next, entries: next === room ? [] : [entry] };
  });
