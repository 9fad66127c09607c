import { witnessOf } from '../cases/port/membership.ts';
import { lastDayOf } from '../cases/port/standing.ts';
import { sealAll } from '../custody/port/disclosure.ts';
import { assertLanguagesAllowed } from '../requests/port/terms.ts';
import { heardIn } from '../sessions/port/door.ts';
import { termsIn } from '../sessions/port/standing.ts';
import type { Handler } from '../shared/http/call.ts';
import { Refusal } from '../shared/refusals.ts';
import { interpreterConfirmed } from './actions.ts';
import { checkFit, checkHeard, checkLanguages } from './assignment.ts';
import { briefingFor, hashOfBriefing } from './briefing.ts';
import type * as contract from './contract.ts';
import { declaredIn } from './declared-in.ts';
import { howUsed } from './oath.ts';
import { assertOath } from './take-oath.ts';
import { teamDecision } from './team-decision.ts';

/**
 * Confirms a booked interpreter, with what they said on paper where they have no account. The languages would tell where she
 * comes from, so they are sealed.
 */
export const confirmInterpreter: Handler<typeof contract.confirmInterpreter> = (call) => {
  const { pseudonym, onPaper = {}, ...given } = call.body;
  const { now, context } = call;
  const day = now.toISOString().slice(0, 10);
  return teamDecision(call, pseudonym, async (read) => {
    const { door, one, standings } = read;
    checkLanguages(given, one.person);
    assertLanguagesAllowed(termsIn(door, standings), given.between);
    checkFit(given, one.person, { day, lastDay: lastDayOf(door.end) });
    checkHeard(
      given,
      heardIn(door).map((each) => witnessOf(read.file, each)),
    );
    if (one.declared === 'declared') throw new Refusal('conflict-declared', { seat: 'interpreter' });
    if (one.declared === undefined && onPaper.noConflict !== true) throw new Refusal('declaration-needed');
    if (onPaper.oath !== undefined) assertOath(onPaper.oath, read.file.case, day, '/onPaper/oath');
    const declares =
      onPaper.noConflict === true ? await declaredIn(call, read, { conflict: 'none' }, true) : undefined;
    const { between, dialect = '', vetting, mode, direction, part } = given;
    const { digests, disclosures } = sealAll(
      {
        between: between.join(' '),
        dialect,
        vetting: JSON.stringify(vetting),
        oath: onPaper.oath === undefined ? '' : JSON.stringify(onPaper.oath),
      },
      context.randomBytes,
    );
    const taken = [
      ...(onPaper.noConflict === true ? (['declaration'] as const) : []),
      ...(onPaper.oath === undefined ? [] : (['oath'] as const)),
      ...(onPaper.briefed === true ? (['briefing'] as const) : []),
    ];
    return {
      said: {
        assignment: given,
        disclosures,
        ...(onPaper.oath === undefined ? {} : { oath: onPaper.oath }),
        ...(onPaper.briefed === true ? { briefed: hashOfBriefing(briefingFor(door, given)) } : {}),
        ...(taken.length === 0 ? {} : { onPaper: true }),
      },
      ...(declares === undefined ? {} : { declared: 'none' as const, changes: declares.changes }),
      entry: (by, gate) =>
        interpreterConfirmed.entry({
          ...by,
          details: {
            gate,
            mode,
            direction,
            part,
            onPaper: taken,
            ...(onPaper.oath === undefined ? {} : howUsed(onPaper.oath)),
          },
          sealed: digests,
        }),
    };
  });
};
