import { personPartition } from '../../cases/port/standing-decision.ts';
import type { Handler } from '../../shared/http/call.ts';
import { readSeries } from '../../shared/store/numbered-series.ts';
import { parseInstant } from '../../shared/values/instants.ts';
import { shown } from '../law/read-law.ts';
import { statesOf } from '../store.ts';
import { lightOfAll, type Line } from './checklist.ts';
import type { readRequest as route } from './contract.ts';
import { checklistNow, enterRequest, pairOf, requestNow, requestSteps, type Request } from './request.ts';

/** The request as it stands: by the law of the day on which it was sent, or of today while it was not. */
export const readRequest: Handler<typeof route> = async ({
  actor,
  params,
  query,
  now,
  context: { store },
}) => {
  const [entered, steps] = await Promise.all([
    enterRequest(store, params, actor),
    readSeries(store, requestSteps, personPartition(params.caseId, params.party)),
  ]);
  const of = statesOf(entered);
  const request = requestNow(steps, of.hostState);
  const { sent } = request;
  const on = sent?.sentOn ?? now.toISOString().slice(0, 10);
  const { basis, bases, lines } = checklistNow(pairOf(entered, on), request, query.basis);
  return {
    ...of,
    ...(basis === undefined ? {} : { basis }),
    bases: [...bases],
    light: lightOfAll(lines),
    checklist: lines.map((line) => lineShown(line, request)),
    ...(sent === undefined
      ? {}
      : {
          sent: {
            basis: sent.basis,
            sentOn: sent.sentOn,
            reference: sent.reference,
            at: parseInstant(sent.recordedAt),
          },
        }),
    mayMark: entered.maySend,
  };
};

function lineShown({ item: { id, of, level }, statement, demanded, light }: Line, { marks }: Request) {
  const { state, reference, datedOn, pseudonym, recordedAt } = marks.get(id) ?? {};
  const line = { id, of, level, statement: shown(statement), demanded, light };
  if (state === undefined || state === 'missing' || reference === undefined || datedOn === undefined)
    return line;
  return {
    ...line,
    mark: { state, reference, datedOn, by: pseudonym ?? '', at: parseInstant(recordedAt ?? '') },
  };
}
