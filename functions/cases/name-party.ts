import type { Handler } from '../shared/http/call.ts';
import { doesNotFit, Refusal } from '../shared/refusals.ts';
import { queryAll } from '../shared/store/query-all.ts';
import { headKey } from '../custody/port/append.ts';
import { commitment, SALT_BYTES } from '../custody/port/disclosure.ts';
import { reopenings } from '../witnesses/port/reopening.ts';
import { enterAllInCaseLog } from './port/case-log.ts';
import { capacityOn } from './port/capacity.ts';
import { dayWhere } from './port/day-where.ts';
import { checkCaseOpen } from './port/case-state.ts';
import { assertOwnCourt } from './port/own-court.ts';
import { partyNamed } from './actions.ts';
import { mostParties, mostPartiesEver, type nameParty as contract } from './contract.ts';
import {
  filePartition,
  freePseudonym,
  parseFile,
  parsePseudonyms,
  pseudonymsKey,
  takePseudonym,
  type CaseFile,
} from './port/membership.ts';
import { comesWithWitness, type Party } from './port/parties.ts';
import { putParty } from './store.ts';

/**
 * The case has one more party: under a pseudonym, and with a label that is no name. A new accused is a new danger to whoever is
 * heard: their risk plans are to be looked at again, in this transaction.
 * @throws {Refusal} those of `assertOwnCourt` and `assertFits`; `not-your-role` for whoever is another in the case
 */
export const nameParty: Handler<typeof contract> = ({ actor, params, body, now, context, commit }) =>
  commit(async () => {
    const { caseId } = params;
    const { store, randomBytes } = context;
    const [items, [taken, head]] = await Promise.all([
      queryAll(store, 'cases', filePartition(caseId)),
      store.get([pseudonymsKey(caseId), headKey(caseId)]),
    ]);
    const file = parseFile(items, actor.personId);
    if (file.self.role !== actor.role) throw new Refusal('not-your-role');
    assertOwnCourt(actor, file.case);
    assertFits(body, file, now);
    const pseudonyms = parsePseudonyms(taken);
    const pseudonym = freePseudonym(body.role, pseudonyms.taken, randomBytes);
    const party: Party = { caseId, pseudonym, ...body };
    const label = commitment('label', body.label, randomBytes(SALT_BYTES));
    const reopened =
      body.role === 'accused'
        ? await reopenings(store, file.standings, { trigger: 'new-accused', now, randomBytes, by: actor })
        : [];
    const log = enterAllInCaseLog({ caseId, head, by: file.self, now, randomBytes }, [
      (by) =>
        partyNamed.entry({
          ...by,
          authority: { kind: 'role', ref: actor.role },
          subject: { kind: 'party', ref: pseudonym },
          details: { role: body.role, for: body.for, inState: body.inState },
          sealed: { label: label.digest },
        }),
      ...reopened.map(({ entry }) => entry),
    ]);
    return {
      changes: [
        checkCaseOpen(file.case),
        putParty(party, label),
        takePseudonym([pseudonym], pseudonyms),
        ...reopened.flatMap(({ changes }, at) => changes(log.entered[at + 1]?.leafHash ?? '')),
        ...log.changes,
      ],
      answer: { pseudonym },
    };
  });

/**
 * @throws {Refusal} `does-not-fit` for a guardian or support person of nobody who is heard in the case, for a guardian of
 * somebody who is no child, for anybody else who
 * is said to be somebody's, for an expert of no State, and for more parties than a case has
 */
export function assertFits(
  { role, for: whose, inState }: Pick<Party, 'role' | 'for' | 'inState'>,
  { witnesses, parties, formerParties }: Pick<CaseFile, 'witnesses' | 'parties' | 'formerParties'>,
  now: Date,
): void {
  const refuse = (pointer: string, message: string) => {
    throw doesNotFit(pointer, message);
  };
  const ward = witnesses.find(({ pseudonym }) => pseudonym === whose);
  if (comesWithWitness(role) && ward === undefined)
    refuse('/for', 'Say who is heard that this person comes with, by pseudonym.');
  // Nobody speaks for somebody who is grown up.
  if (role === 'guardian' && ward !== undefined && capacityOn(ward, dayWhere(ward, now)) !== 'child')
    refuse('/for', 'Only a child has a guardian: whoever holds contact says until when it is one.');
  if (!comesWithWitness(role) && whose !== undefined)
    refuse('/for', 'Only a guardian or a support person is somebody’s: leave this out.');
  if (role === 'expert' && inState === undefined)
    refuse('/inState', 'Say from which State the expert is heard: it may have to permit that.');
  if (role !== 'expert' && inState !== undefined) refuse('/inState', 'Only of an expert: leave this out.');
  if (parties.length >= mostParties)
    refuse('', `A case has no more than ${mostParties} parties: open another.`);
  if (parties.length + formerParties.length >= mostPartiesEver)
    refuse('', `In a case no more than ${mostPartiesEver} parties come and go: open another.`);
}
