import type * as z from 'zod';
import { subjectPartition } from '../sessions/port/gate-decision.ts';
import { enterSession } from '../sessions/port/enter-session.ts';
import { personPartition } from '../cases/port/standing-decision.ts';
import { parseStanding, standingKey, type Standing } from '../cases/port/standing.ts';
import { mayKnowLanguages } from '../cases/port/who-may-know-a-field.ts';
import type { Handler } from '../shared/http/call.ts';
import { Refusal } from '../shared/refusals.ts';
import { readSeries } from '../shared/store/numbered-series.ts';
import { parseInstant } from '../shared/values/instants.ts';
import type * as contract from './contract.ts';
import { noLinkFor } from './other-way/no-link.ts';
import { allowsQuestions, questionsAt } from './other-way/questions.ts';
import type { Paper, PermissionDecision } from './permission/contract.ts';
import { stateOf, waysFirst } from './permission/decision.ts';
import {
  assertMayEnterPaper,
  assertOfEitherState,
  assertOfHostState,
  ofState,
  permissionNow,
  standingBefore,
  type PermissionNow,
} from './permission/steps.ts';
import { requestNow, requestSteps } from './sending/request.ts';
import {
  decisionsOnSession,
  enterWithAuthorities,
  questions,
  statesOf,
  steps,
  tellings,
  type Authorities,
} from './store.ts';

/** The decision that stands, what waits, and what was before, for members of the case. */
export const readPermission: Handler<typeof contract.readPermission> = async ({
  actor,
  params,
  now: at,
  context: { store },
}) => {
  const own = standingKey(params.caseId, params.party, 'permission');
  const partition = personPartition(params.caseId, params.party);
  const [entered, taken, requested, told, asked] = await Promise.all([
    enterWithAuthorities(store, params, actor, [own]),
    readSeries(store, steps, partition),
    readSeries(store, requestSteps, partition),
    readSeries(store, tellings, partition),
    readSeries(store, questions, partition),
  ]);
  const { sent } = requestNow(requested, statesOf(entered).hostState);
  const now = permissionNow(ofState(taken, statesOf(entered).hostState));
  // Whoever crossed a border and came back has no permission by that: what fell stays fallen.
  const fell =
    now.decision !== undefined &&
    !standsAs(parseStanding(entered.found(own))?.state, stateOf(now.decision, now.tried));
  const enters = mayEnter(entered);
  // Beside those who may know them anyway, whoever enters the decision: two officers of a paper compare what both read.
  const seesLanguages = enters !== 'nothing' || mayKnowLanguages(actor, [entered.witness]);
  const recorded = (number: number) => parseInstant(taken[number - 1]?.recordedAt ?? '');
  const show = (given: Decided, since: number) => shownTo(seesLanguages, given, recorded(since));
  const { waiting } = now;
  const noLink = fell ? undefined : noLinkFor(actor, entered, taken, told, at);
  const { decision, since, paper, tried = [] }: PermissionNow = fell ? {} : now;
  return {
    ...(decision === undefined || since === undefined
      ? {}
      : {
          permission: {
            ...show({ decision, paper }, since),
            tried: [...tried],
            waysFirst: [...waysFirst(decision, tried)],
          },
        }),
    ...(sent === undefined ? {} : { sentOn: sent.sentOn }),
    ...(waiting === undefined
      ? {}
      : {
          waiting: {
            ...show(waiting, waiting.entry),
            entry: waiting.entry,
            mine: waiting.by === actor.personId,
          },
        }),
    mayEnter: enters,
    ...(noLink === undefined ? {} : { noLink }),
    questions: [...questionsAt(asked, at, seesLanguages)],
    mayEnterQuestions: [...mayEnterQuestions(entered, decision)],
    mayReport: may(() => assertOfEitherState(actor, statesOf(entered))),
    before: standingBefore(taken, since)
      .toReversed()
      .map((each) => show(each, each.since)),
  };
};

/** What opened while ways were not yet tried in their order stands on, until it is decided anew. */
const standsAs = (stood: Standing['state'] | undefined, state: Standing['state']): boolean =>
  stood === state || (stood === 'open' && state === 'missing');

interface Decided {
  readonly decision: PermissionDecision;
  readonly paper?: Paper | undefined;
}

function shownTo(
  seesLanguages: boolean,
  { decision, paper }: Decided,
  recordedAt: ReturnType<typeof parseInstant>,
) {
  const hides = !seesLanguages && decision.decision === 'granted' && decision.languages.length > 0;
  return {
    decision: hides ? withoutLanguages(decision) : decision,
    languagesHidden: hides,
    ...(paper === undefined ? {} : { paper }),
    recordedAt,
  } satisfies z.input<typeof contract.readPermission.answer.shape.before>[number];
}

/** That there is such a condition is no secret; which languages they are would tell where the witness comes from. */
const withoutLanguages = (given: PermissionDecision): PermissionDecision =>
  given.decision !== 'granted'
    ? given
    : { ...given, languages: [], conditions: given.conditions.filter((each) => each !== 'languages') };

function may(assert: () => void): boolean {
  try {
    assert();
    return true;
  } catch (fault) {
    if (fault instanceof Refusal) return false;
    throw fault;
  }
}

function mayEnter(entered: Authorities): 'decision' | 'paper' | 'nothing' {
  const { own, authorities } = entered;
  const of = statesOf(entered);
  if (may(() => assertOfHostState(own, of))) return 'decision';
  return may(() => assertMayEnterPaper(own, of, authorities)) ? 'paper' : 'nothing';
}

/** Those who ask send them, and say that they came back; that they were answered, either State says. */
function mayEnterQuestions(entered: Authorities, decision: PermissionDecision | undefined) {
  const of = statesOf(entered);
  const asks = entered.own.role === 'central-authority' && entered.own.country === of.requestingState;
  return [
    ...(asks && allowsQuestions(decision) ? (['sent'] as const) : []),
    ...(may(() => assertOfEitherState(entered.own, of)) ? (['answered'] as const) : []),
    ...(asks ? (['returned'] as const) : []),
  ];
}

/** The same as it was taken on one session. */
export const readPermissionOfSession: Handler<typeof contract.readPermissionOfSession> = async ({
  actor,
  params: { sessionId },
  context: { store },
}) => {
  const [, taken] = await Promise.all([
    enterSession(store, sessionId, actor),
    readSeries(store, decisionsOnSession, subjectPartition({ kind: 'session', sessionId })),
  ]);
  const last = taken.at(-1);
  if (last === undefined) return {};
  return { permission: { ...last.permission, recordedAt: parseInstant(last.recordedAt) } };
};
