import { headKey } from '../../custody/port/append.ts';
import { parsePerson, personKey, type Person } from '../../directory/port/actor.ts';
import type { Handler } from '../../shared/http/call.ts';
import { doesNotFit, Refusal } from '../../shared/refusals.ts';
import { memberCame } from '../actions.ts';
import { mayBeNamed } from '../case.ts';
import { hasTaken } from '../port/by-name.ts';
import { enterInCaseLog } from '../port/case-log.ts';
import { assertCaseOpen, moveCase } from '../port/case-state.ts';
import {
  addMembers,
  comesBack,
  everyoneIn,
  freePseudonym,
  parsePseudonyms,
  pseudonymsKey,
  type Member,
} from '../port/membership.ts';
import { putLine } from '../store.ts';
import type { bringColleague as contract } from './contract.ts';
import { ofCase } from './end-case.ts';
import { readFileOfAll } from './leave.ts';
import { assertOneSide } from './sides.ts';

/** Members and those who were, in one case. */
const mostEver = 100;

/**
 * A colleague comes, or comes back under the pseudonym that they had. That somebody is a member says nothing of their agency:
 * whoever is of another one is known by name, and reads and does anything, once that has taken the case.
 */
export const bringColleague: Handler<typeof contract> = (call) =>
  call.commit(async () => {
    const { actor, params, body, now, context } = call;
    const { caseId } = params;
    const { store, randomBytes } = context;
    const [{ items, file, agencyOf }, [personItem, taken, head]] = await Promise.all([
      readFileOfAll(store, caseId, actor),
      store.get([personKey(body.personId), pseudonymsKey(caseId), headKey(caseId)]),
    ]);
    assertCaseOpen(file.case);
    const person = personItem === undefined ? undefined : parsePerson(personItem);
    const everyone = everyoneIn(items);
    const before = everyone.find(({ personId }) => personId === body.personId);
    const comes = assertMayCome(person, before, actor);
    const { role, label } = comes;
    assertOneSide(comes, everyone, agencyOf);
    if (everyone.length >= mostEver && before === undefined)
      throw doesNotFit('', `A case has no more than ${mostEver} members: open another.`);
    const pseudonyms = parsePseudonyms(taken);
    const pseudonym = before?.pseudonym ?? freePseudonym(role, pseudonyms.taken, randomBytes);
    const untaken = hasTaken(file.case, comes.agencyId) ? {} : { untaken: true as const };
    const member: Member = { caseId, personId: body.personId, role, pseudonym, label, ...untaken };
    const log = enterInCaseLog({ caseId, head, by: file.self, now, randomBytes }, (by) =>
      memberCame.entry({
        ...by,
        ...ofCase(call),
        details: { member: `${role} ${pseudonym}`, again: before !== undefined },
      }),
    );
    return {
      changes: [
        // So that nobody comes while the case ends, or while their side does.
        moveCase(file.case),
        ...(before === undefined
          ? addMembers([member], pseudonyms)
          : [comesBack(before, { label, ...untaken })]),
        putLine(file.case, member.personId),
        ...log.changes,
      ],
      answer: { pseudonym },
    };
  });

/**
 * @throws {Refusal} `person-not-suitable` for whoever is unknown, disabled, of another agency (the prosecutor may name them), or
 * who comes by the court's word or a booking; `does-not-fit` where they are in the case, or were in another role
 */
function assertMayCome(
  person: Person | undefined,
  before: Member | undefined,
  actor: { readonly role: string; readonly agencyId: string },
): Person {
  const own = person?.agencyId === actor.agencyId || actor.role === 'prosecutor';
  const mayCome =
    person !== undefined &&
    (mayBeNamed(person.role) || (before !== undefined && person.role === 'interpreter'));
  if (person === undefined || person.disabled === true || !own || !mayCome)
    throw new Refusal('person-not-suitable');
  const refuse = (message: string) => doesNotFit('/personId', message);
  if (before !== undefined && before.left === undefined) throw refuse('They are in the case already.');
  if (before !== undefined && before.role !== person.role)
    throw refuse('They were in this case in another role, and can come back in that alone.');
  return person;
}
