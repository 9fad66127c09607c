import type * as z from 'zod';
import type { EnteredHeard } from '../../cases/port/enter-party.ts';
import { knowerOf, mayKnowField } from '../../cases/port/who-may-know-a-field.ts';
import type { Staff } from '../../shared/access/roles.ts';
import { instantOf, parseInstant } from '../../shared/values/instants.ts';
import type { readPermission } from '../contract.ts';
import type { Taken } from '../permission/steps.ts';
import { statesOf, type TellingStep } from '../store.ts';
import { closedBy, sayableOf, tellingDue, wasTold } from './closed.ts';

type Shown = z.input<typeof readPermission.answer>['noLink'];

/**
 * That there is no live link, and whether whoever was to be heard was told: how, and how they took it, whoever holds contact alone
 * reads. Of an expert, with whom nobody does, nothing.
 */
export function noLinkFor(
  actor: Staff,
  entered: Pick<EnteredHeard, 'case' | 'witness'>,
  taken: readonly (Taken & { readonly recordedAt: string })[],
  tellings: readonly TellingStep[],
  now: Date,
): Shown {
  const { witness } = entered;
  const closed = closedBy(taken, statesOf(entered).hostState);
  const since = taken.find(({ number }) => number === closed?.number)?.recordedAt;
  if (closed === undefined || since === undefined || witness.holder === '') return undefined;
  const step = wasTold(tellings, closed);
  const dueAt = tellingDue(since);
  const { how, with: beside, language, took } = step ?? {};
  const reads = mayKnowField('taskNote', knowerOf(actor, witness));
  return {
    decision: closed.number,
    dueAt,
    late: step === undefined && dueAt <= instantOf(now.getTime()),
    mine: witness.holder === actor.personId,
    ...(closed.decision.decision === 'refused' ? { why: sayableOf(closed.decision.ground) } : {}),
    ...(step === undefined
      ? {}
      : {
          told: {
            on: step.on,
            at: parseInstant(step.recordedAt),
            pseudonym: step.pseudonym,
            ...(reads ? { more: { how, with: beside, language, took } } : {}),
          },
        }),
  } as Shown;
}
