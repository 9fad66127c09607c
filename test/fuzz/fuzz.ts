/**
 * `npm run fuzz [-- --seed N --examples N --as ROLE]`: asks the whole API of a fresh stack what its document allows and
 * what it does not, as everybody in turn: of each operation somebody who may, then each role, a prosecutor of another case,
 * and nobody. The seed is printed; with the same one the same is asked. On the ports of `npm test`.
 */
import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { testInstance } from '../../infra/local/instance.ts';
import { conclude } from '../../infra/local/main.ts';
import { Obstacle } from '../../infra/local/obstacle.ts';
import { Progress } from '../../infra/local/progress.ts';
import { Shutdown } from '../../infra/local/shutdown.ts';
import { bringUp } from '../../infra/local/stack.ts';
import { castRoles } from '../support/every-route.ts';
import { newGround } from './ground.ts';
import { fuzz } from './schemathesis.ts';
import type { Asker } from './settings.ts';

const everybody: readonly Asker[] = ['whoever may', ...castRoles, 'stranger', 'nobody'];

const progress = new Progress();
const shutdown = new Shutdown();

await conclude(shutdown, async () => {
  const { seed, examples, askers } = asked();
  const instance = testInstance();
  const { stack } = await bringUp({ instance, progress, shutdown }, { fresh: true });
  progress.say(`The seed is ${seed}: --seed ${seed} asks the same again.`);
  const found: Asker[] = [];
  for (const asker of askers) {
    // Each finds the ground as it was: who came before may have ended the session.
    const ground = await newGround(stack);
    const outcome = await progress.step(`As ${asker}`, async (say) => {
      const { signal } = shutdown;
      const told = await fuzz(ground, {
        asker,
        seed,
        examples,
        bounds: 'and beyond',
        folder: join(instance.folder, 'logs'),
        signal,
      });
      say(
        `${told.operations} operations, ${told.cases} cases, ${told.clean ? 'nothing found' : 'see below'}`,
      );
      return told;
    });
    if (outcome.clean) continue;
    found.push(asker);
    progress.say(outcome.words);
  }
  if (found.length > 0)
    throw new Obstacle(`Something was found as ${found.join(', ')}, with the seed ${seed}.`);
});

function asked() {
  const { values } = parseArgs({
    options: { seed: { type: 'string' }, examples: { type: 'string' }, as: { type: 'string' } },
  });
  const number = (name: 'seed' | 'examples', otherwise: number): number => {
    const given = values[name];
    if (given === undefined) return otherwise;
    if (!/^\d{1,9}$/.test(given)) throw new Obstacle(`--${name} is "${given}": give a whole number.`);
    return Number(given);
  };
  const askers = everybody.filter((asker) => values.as === undefined || asker === values.as);
  if (askers.length === 0) throw new Obstacle(`--as is "${values.as}": give one of ${everybody.join(', ')}.`);
  return { seed: number('seed', randomInt(1_000_000)), examples: number('examples', 25), askers };
}
