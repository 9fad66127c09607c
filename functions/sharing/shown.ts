import type * as z from 'zod';
import { mayKnowField } from '../cases/port/who-may-know-a-field.ts';
import type { Standing } from '../cases/port/standing.ts';
import type { AccountRole } from '../shared/access/roles.ts';
import { parseInstant, type Instant } from '../shared/values/instants.ts';
import type { readSharing as contract } from './contract.ts';
import {
  dayOf,
  fallenSince,
  feedbackDue,
  hasReceived,
  lastTelling,
  stateOfAsk,
  stepAt,
  stepsOf,
} from './rules.ts';
import type { StepOf, StoredStep } from './store.ts';

/** Steps as whoever reads may see them. Pure. */

export interface Reader {
  readonly personId: string;
  readonly role: AccountRole;
  readonly isHolder: boolean;
  /** A support officer of the case, of the agency of the one who holds contact. */
  readonly ofTheHolder: boolean;
}

interface AsItStands {
  readonly reader: Reader;
  readonly consent: Standing | undefined;
  readonly now: Instant;
}

type Shown = z.input<typeof contract.answer>;
type ShownUse = Shown['shares'][number]['uses'][number];

const head = ({ number, recordedAt, role, pseudonym }: StoredStep) => ({
  number,
  at: parseInstant(recordedAt),
  by: { role, pseudonym },
});

export const shownInformation = (step: StepOf<'information'>) => ({ ...head(step), text: step.text });

export const shownAsk = (steps: readonly StoredStep[], step: StepOf<'ask'>) => ({
  ...head(step),
  purpose: step.purpose,
  why: step.why,
  state: stateOfAsk(steps, step),
  ...reasonOf(stepsOf(steps, 'declined').find(({ ask }) => ask === step.number)),
});

const reasonOf = (declined: StepOf<'declined'> | undefined) =>
  declined?.reason === undefined ? {} : { reason: declined.reason };

export function shownShare(
  steps: readonly StoredStep[],
  share: StepOf<'share'>,
  { reader, consent, now }: AsItStands,
) {
  const { purpose, number, information } = share;
  const fallen = fallenSince(consent, share, now);
  const received = hasReceived(steps, number, reader.personId);
  const knower = {
    role: reader.role,
    isHolder: reader.ofTheHolder,
    knowsPlace: false,
    receives: received && fallen === undefined,
  };
  const text = stepAt(steps, 'information', information)?.text;
  return {
    ...head(share),
    purpose,
    ...(reader.ofTheHolder ? { information } : {}),
    ...(fallen === undefined ? {} : { fallen }),
    ...(!reader.ofTheHolder && text !== undefined && mayKnowField('information', knower) ? { text } : {}),
    mayReceive: !reader.ofTheHolder && !received && fallen === undefined,
    mayUse: !reader.ofTheHolder && received,
    receipts: stepsOf(steps, 'receipt')
      .filter((each) => each.share === number)
      .map((each) => ({ at: parseInstant(each.recordedAt), by: head(each).by })),
    uses: stepsOf(steps, 'use')
      .filter((each) => each.share === number)
      .map((use) => shownUse(steps, use, reader, now)),
  };
}

function shownUse(steps: readonly StoredStep[], use: StepOf<'use'>, reader: Reader, now: Instant): ShownUse {
  const feedback = stepsOf(steps, 'feedback').filter((each) => each.use === use.number);
  const dueAt = feedbackDue(use);
  return {
    ...head(use),
    use: use.use,
    dueAt,
    late: feedback.length === 0 && dueAt <= now,
    feedback: feedback.map((each) => ({
      ...head(each),
      words: each.words,
      mayBeTold: each.notYet === undefined ? { is: 'now' } : { is: 'not-yet', ...each.notYet },
      ...tellingOf(lastTelling(steps, each), reader),
    })),
  };
}

/** What the person said to it, and why they were not told yet, stays with the agency that holds contact. */
function tellingOf(step: ReturnType<typeof lastTelling>, { ofTheHolder }: Reader) {
  if (step === undefined) return {};
  if (step.kind === 'not-told-yet')
    return {
      telling: {
        on: dayOf(parseInstant(step.recordedAt)),
        is: 'not-yet' as const,
        ...(ofTheHolder ? { reason: step.reason } : {}),
      },
    };
  const { on, how, with: beside, said } = step;
  const kept = said === undefined ? {} : { said };
  return {
    telling: {
      on,
      is: 'told' as const,
      ...(ofTheHolder ? { how, with: beside, ...kept } : {}),
    },
  };
}
