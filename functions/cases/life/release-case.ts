import type { Handler } from '../../shared/http/call.ts';
import { caseLetGo } from '../actions.ts';
import { assertTaken } from '../port/membership.ts';
import type { releaseCase as contract } from './contract.ts';
import { ofCase } from './end-case.ts';
import { leave } from './leave.ts';

/** An agency lets a case go: none of its people is of it any more, and whoever runs it knows them by name no more. */
export const releaseCase: Handler<typeof contract> = (call) =>
  leave(call, ({ file: { case: opened, members, self }, agencyOf }) => {
    assertTaken(self);
    const { agencyId } = call.actor;
    const leaving = members.filter(({ personId }) => agencyOf.get(personId) === agencyId);
    // A case of before agencies took cases was taken by all of its members'.
    const taken = opened.takenBy ?? [...new Set(agencyOf.values())];
    const names = leaving.map(({ role, pseudonym }) => `${role} ${pseudonym}`);
    return {
      leaving,
      set: { takenBy: taken.filter((each) => each !== agencyId) },
      entry: (by) =>
        caseLetGo.entry({
          ...by,
          ...ofCase(call),
          details: { agency: agencyId, members: names, reason: call.body.reason },
        }),
      answer: { left: leaving.map(({ pseudonym }) => pseudonym) },
    };
  });
