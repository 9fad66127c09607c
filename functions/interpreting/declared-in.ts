import { enterInCaseLog } from '../cases/port/case-log.ts';
import { moveCase } from '../cases/port/case-state.ts';
import { putConflict } from '../cases/port/must-not-interpret.ts';
import { personPartition } from '../cases/port/standing-decision.ts';
import { headKey } from '../custody/port/append.ts';
import { sealAll } from '../custody/port/disclosure.ts';
import type { Staff } from '../shared/access/roles.ts';
import type { Call } from '../shared/http/call.ts';
import { putNext } from '../shared/store/numbered-series.ts';
import type { Change } from '../shared/store/store.ts';
import { interpreterDeclared } from './actions.ts';
import type { Declaration } from './contract.ts';
import { declarations, readDeclared } from './store.ts';
import type { Read } from './team-decision.ts';

/**
 * An interpreter’s word on a conflict, for the case: kept, and entered in the case’s log. Why is sealed there, and nowhere else but
 * in what opens it. That they must not interpret moves the case on: whoever is given a seat meanwhile is looked at anew.
 * @returns the changes, and the leaf hash of the entry in base64
 */
export async function declaredIn(
  { actor, now, context }: Pick<Call, 'now' | 'context'> & { readonly actor: Staff },
  { door: { caseId }, booked, self, file }: Pick<Read, 'door' | 'booked' | 'self' | 'file'>,
  declaration: Declaration,
  onPaper: boolean,
): Promise<{ readonly changes: readonly Change[]; readonly leafHash: string }> {
  const { store, randomBytes } = context;
  const { pseudonym } = booked;
  const [[head], before] = await Promise.all([
    store.get([headKey(caseId)]),
    readDeclared(store, caseId, pseudonym),
  ]);
  const { conflict, kinds = [], reason = '' } = declaration;
  const sealed = conflict === 'none' ? undefined : sealAll({ kinds: kinds.join(' '), reason }, randomBytes);
  const log = enterInCaseLog({ caseId, head, by: self, now, randomBytes }, (by) =>
    interpreterDeclared.entry({
      ...by,
      authority: { kind: 'role', ref: self.role },
      subject: { kind: 'interpreter', ref: pseudonym },
      details: { conflict, onPaper },
      ...(sealed === undefined ? {} : { sealed: sealed.digests }),
    }),
  );
  const step = {
    declaration: { conflict },
    onPaper,
    leafHash: log.leafHash,
    disclosures: sealed?.disclosures ?? {},
    recordedAt: now.toISOString(),
    recordedBy: actor.personId,
  };
  const { leafHash } = log;
  const { personId } = booked;
  const mustNot = [
    putConflict(caseId, file.conflicts, { personId, pseudonym, leafHash }),
    moveCase(file.case),
  ];
  return {
    changes: [
      putNext(declarations, personPartition(caseId, pseudonym), before, step),
      ...(conflict === 'declared' ? mustNot : []),
      ...log.changes,
    ],
    leafHash,
  };
}
