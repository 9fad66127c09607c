import type { Handler } from '../../shared/http/call.ts';
import { Refusal } from '../../shared/refusals.ts';
import { memberLeft } from '../actions.ts';
import { assertTaken } from '../port/membership.ts';
import { isOwnCourt } from '../port/own-court.ts';
import type { leaveCase as contract } from './contract.ts';
import { ofCase } from './end-case.ts';
import { leave } from './leave.ts';
import { mayTakeOut } from './leaving.ts';

/** One member leaves, or is taken out. */
export const leaveCase: Handler<typeof contract> = (call) =>
  leave(call, ({ file: { case: opened, self, members }, agencyOf }) => {
    const member = members.find(({ pseudonym }) => pseudonym === call.body.member);
    if (member === undefined) throw new Refusal('person-not-suitable');
    if (member.personId !== self.personId) assertTaken(self);
    const placed = (of: typeof member) => ({ member: of, agencyId: agencyOf.get(of.personId) });
    const taker = { ...placed(self), ownCourt: isOwnCourt(call.actor, opened) };
    if (!mayTakeOut(taker, placed(member))) throw new Refusal('not-your-role');
    return {
      leaving: [member],
      entry: (by) =>
        memberLeft.entry({
          ...by,
          ...ofCase(call),
          details: { member: `${member.role} ${member.pseudonym}`, reason: call.body.reason },
        }),
      answer: { left: true },
    };
  });
