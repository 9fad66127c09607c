/** `npm start`: brings saksi up on this machine, says where it is, and stays until it is asked to stop. */
import { startInstance } from './instance.ts';
import { introduce } from './introduce.ts';
import { conclude, followFortnight, openDemo } from './main.ts';
import { Obstacle } from './obstacle.ts';
import { Progress } from './progress.ts';
import { Shutdown } from './shutdown.ts';
import { bringUp } from './stack.ts';

const progress = new Progress();
const shutdown = new Shutdown();

async function start(args: string[]): Promise<void> {
  const unknown = args.find((argument) => argument !== '--reset');
  if (unknown !== undefined)
    throw new Obstacle(`npm start knows only one argument, --reset, and not "${unknown}".`);
  const instance = startInstance();
  progress.say('Starting saksi');
  // Without the "--" before it, npm keeps the argument and passes it on as a setting.
  const fresh = args.includes('--reset') || process.env['npm_config_reset'] === 'true';
  const up = await bringUp({ instance, progress, shutdown }, { fresh });
  const demo = await openDemo(progress, up.stack);
  progress.say(introduce(up.stack, demo.summary, progress.elapsed));
  void followFortnight(progress, demo, shutdown);
  const broken = await Promise.race([up.broken, shutdown.asked()]);
  if (broken) throw new Obstacle(`${broken.name} stopped by itself: see ${broken.logFile}`);
}

await conclude(shutdown, () => start(process.argv.slice(2)));
