import { parsePerson, personKey, type Person } from '../directory/port/actor.ts';
import type { Handler } from '../shared/http/call.ts';
import { doesNotFit, Refusal } from '../shared/refusals.ts';
import { headKey } from '../custody/port/append.ts';
import { enterInCaseLog } from './port/case-log.ts';
import { assertCaseOpen, moveCase } from './port/case-state.ts';
import { assertOwnCourt } from './port/own-court.ts';
import { readFileOfAll } from './life/leave.ts';
import { assertOneSide } from './life/sides.ts';
import { counselAdmitted } from './actions.ts';
import type { admitCounsel as contract } from './contract.ts';
import {
  addMembers,
  comesBack,
  everyoneIn,
  freePseudonym,
  parsePseudonyms,
  pseudonymsKey,
  type CaseFile,
  type Member,
} from './port/membership.ts';
import { putLine } from './store.ts';

/** The court admits counsel: they become a member of the case, bound to the one whom they represent. */
export const admitCounsel: Handler<typeof contract> = ({ actor, params, body, now, context, commit }) =>
  commit(async () => {
    const { caseId } = params;
    const { store, randomBytes } = context;
    const [{ file, items, agencyOf }, [taken, head, personItem]] = await Promise.all([
      readFileOfAll(store, caseId, actor),
      store.get([pseudonymsKey(caseId), headKey(caseId), personKey(body.personId)]),
    ]);
    assertOwnCourt(actor, file.case);
    assertCaseOpen(file.case);
    const person = personItem === undefined ? undefined : parsePerson(personItem);
    const comes = assertMayRepresent(person, body.for, file);
    const { role, label } = comes;
    const everyone = everyoneIn(items);
    assertOneSide(comes, everyone, agencyOf);
    const before = everyone.find(({ personId }) => personId === body.personId);
    const pseudonyms = parsePseudonyms(taken);
    const pseudonym = before?.pseudonym ?? freePseudonym(role, pseudonyms.taken, randomBytes);
    const member: Member = { caseId, personId: body.personId, role, pseudonym, label, for: body.for };
    const log = enterInCaseLog({ caseId, head, by: file.self, now, randomBytes }, (by) =>
      counselAdmitted.entry({
        ...by,
        authority: { kind: 'role', ref: actor.role },
        subject: { kind: 'case', ref: caseId },
        details: { counsel: `${role} ${pseudonym}`, for: body.for },
      }),
    );
    return {
      changes: [
        moveCase(file.case),
        ...(before === undefined
          ? addMembers([member], pseudonyms)
          : [comesBack(before, { label, for: body.for })]),
        putLine(file.case, member.personId),
        ...log.changes,
      ],
      answer: { pseudonym },
    };
  });

/**
 * @throws {Refusal} `person-not-suitable` for whoever is unknown, disabled or no counsel; `does-not-fit` where they are in
 * the case already, or would represent somebody whom counsel of that kind does not
 */
export function assertMayRepresent(
  person: Person | undefined,
  whom: string,
  { members, parties, witnesses }: Pick<CaseFile, 'members' | 'parties' | 'witnesses'>,
): Person {
  const represents = {
    'defence-counsel': parties.filter(({ role }) => role === 'accused'),
    'victim-counsel': witnesses,
  };
  if (person === undefined || person.disabled === true || !(person.role in represents))
    throw new Refusal('person-not-suitable');
  if (members.some(({ personId }) => personId === person.personId))
    throw doesNotFit('/personId', 'This counsel is in the case already.');
  const clients = represents[person.role as keyof typeof represents];
  if (!clients.some(({ pseudonym }) => pseudonym === whom))
    throw doesNotFit('/for', 'Defence counsel represents an accused, counsel of a victim whoever is heard.');
  return person;
}
