import { parseWork, unbrokenAt, workKey } from '../../rooms/port/at-work.ts';
import type { Handler } from '../../shared/http/call.ts';
import { doesNotFit, Refusal } from '../../shared/refusals.ts';
import { pseudonym } from '../../shared/values/ids.ts';
import { actNamed } from '../act.ts';
import { handOverAsked, tookOver } from '../actions.ts';
import { enterAct, seatedAs } from '../enter-act.ts';
import type * as contract from './contract.ts';

/**
 * One who interprets hands over to another, and both say so: one asks, the other takes. Nobody is left to interpret who did not
 * say that they do. The sides do not mix: whoever interprets for the accused takes over nothing of whoever is heard.
 */

/** @throws {Refusal} `does-not-fit` for themselves, for nobody who interprets, and for one of the other side */
export const askHandOver: Handler<typeof contract.askHandOver> = (call) =>
  enterAct(call, ({ door, me, screened }) => {
    const { to } = call.body;
    seatedAs(door, to, ['interpreter'], '/to');
    if (to === me.pseudonym || screened.has(to) !== screened.has(me.pseudonym))
      throw doesNotFit('/to', 'Name another who interprets beside you.');
    return {
      act: { kind: 'hand-over', from: me.pseudonym, to },
      entry: (acting) => handOverAsked.entry({ ...acting, details: { to } }),
    };
  });

/** @throws {Refusal} `not-found` for what was not asked of them; `nothing-to-decide` where it is taken, or somebody asked anew */
export const takeOver: Handler<typeof contract.takeOver> = (call) =>
  enterAct(call, ({ acts, me, found, door }) => {
    const asked = actNamed(acts, 'hand-over', call.params.act);
    if (asked === undefined || asked.to !== me.pseudonym) throw new Refusal('not-found');
    const { id: on, from } = asked;
    const later = acts.filter(({ number }) => number > asked.number);
    const isOver = later.some(
      (each) =>
        each.kind === 'languages' ||
        (each.kind === 'taken-over' && each.on === on) ||
        (each.kind === 'hand-over' && each.from === from),
    );
    if (isOver) throw new Refusal('nothing-to-decide');
    const worked = parseWork(found(workKey(door.sessionId)))[from];
    const minutes =
      worked === undefined ? {} : { minutes: Math.floor(unbrokenAt(worked, call.now) / 60_000) };
    return {
      act: { kind: 'taken-over', on, from, to: me.pseudonym, ...minutes },
      entry: (acting) =>
        tookOver.entry({ ...acting, details: { on, from: pseudonym.parse(from), ...minutes } }),
    };
  });
