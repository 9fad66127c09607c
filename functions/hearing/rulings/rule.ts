import type { DeclaredEntry } from '../../custody/port/action.ts';
import type { Handler } from '../../shared/http/call.ts';
import { Refusal } from '../../shared/refusals.ts';
import type { Pseudonym } from '../../shared/values/ids.ts';
import { actNamed, type Act } from '../act.ts';
import { answerRuled, objectionRuled, renditionRuled } from '../actions.ts';
import { enterAct, wordOf, type Acting } from '../enter-act.ts';
import { presidingIn } from '../../rooms/port/in-room.ts';
import type { Hearing } from '../enter.ts';
import type { rulings, RuledOn } from '../acts/contract.ts';
import type * as contract from './contract.ts';

/**
 * What the judge who presides rules: themselves, or by the clerk on their word while they are in the room. Once ruled it stands,
 * but for what was reserved, and for what the clerk entered: that the judge puts right.
 */

interface RuleCall<Of extends RuledOn> extends Pick<
  Parameters<typeof enterAct>[0],
  'now' | 'context' | 'commit' | 'actor'
> {
  readonly params: { readonly sessionId: string; readonly act: string };
  readonly body: { readonly ruling: (typeof rulings)[Of][number] };
}

interface Ruled<Of extends RuledOn> {
  readonly on: string;
  readonly ruling: (typeof rulings)[Of][number];
  readonly onWordOf?: Pseudonym;
}

const rule = <Of extends RuledOn>(
  call: RuleCall<Of>,
  of: Of,
  entryOf: (acting: Acting, details: Ruled<Of>) => DeclaredEntry,
) =>
  enterAct(call, (hearing) => {
    const on = call.params.act;
    const word = wordOf(hearing);
    // Where nobody presides, nobody rules: an interview has no judge, and a clerk alone is none.
    if (presidingIn(hearing) === undefined) throw new Refusal('not-your-role');
    assertToRule(hearing, of, on);
    const details = { on, ruling: call.body.ruling, ...word };
    return { act: { kind: 'ruling', ...details }, entry: (acting) => entryOf(acting, details) };
  });

/** @throws {Refusal} `not-found` for what is not there today; `nothing-to-decide` for what is ruled on */
function assertToRule({ acts, me }: Pick<Hearing, 'acts' | 'me'>, of: RuledOn, on: string): void {
  if (actNamed(acts, of, on) === undefined) throw new Refusal('not-found');
  const last = acts.findLast(
    (each): each is Extract<Act, { kind: 'ruling' }> => each.kind === 'ruling' && each.on === on,
  );
  const stands =
    last !== undefined && last.ruling !== 'reserved' && (last.by.seat === 'judge' || me.seat !== 'judge');
  if (stands) throw new Refusal('nothing-to-decide');
}

export const ruleOnObjection: Handler<typeof contract.ruleOnObjection> = (call) =>
  rule(call, 'objection', (acting, details) => objectionRuled.entry({ ...acting, details }));

export const ruleOnChallenge: Handler<typeof contract.ruleOnChallenge> = (call) =>
  rule(call, 'challenge', (acting, details) => renditionRuled.entry({ ...acting, details }));

export const ruleOnStop: Handler<typeof contract.ruleOnStop> = (call) =>
  rule(call, 'stop', (acting, details) => answerRuled.entry({ ...acting, details }));
