/** `npm run dev`: the pages with hot reload on a port of their own, against the local stack, which is started if it is not up. */
import { join } from 'node:path';
import { createServer, type Plugin, type ProxyOptions } from 'vite';
import { type DeployedStack, readDeployedStack } from './deployed-stack.ts';
import { startInstance } from './instance.ts';
import { conclude, followFortnight, openDemo } from './main.ts';
import { introduce } from './introduce.ts';
import { Obstacle } from './obstacle.ts';
import { Progress } from './progress.ts';
import { isRunning } from './running.ts';
import { Shutdown } from './shutdown.ts';
import { bringUp, stackFile } from './stack.ts';
import { webConfig } from './web.ts';

/** The one other address to which the local stack's sign-in page returns (infra/constructs/staff-sign-in.ts). */
const PORT = 5173;

const progress = new Progress();
const shutdown = new Shutdown();
const instance = startInstance();

async function dev(): Promise<void> {
  const up = await stackToWorkOn();
  const server = await createServer({
    configFile: join(instance.root, 'web', 'vite.config.ts'),
    server: { host: 'localhost', port: PORT, strictPort: true, proxy: { '/api': toApi(up.stack) } },
    plugins: [servesConfig(up.stack)],
  });
  shutdown.onEnd(() => server.close());
  await server.listen().catch((error: unknown) => {
    const words = error instanceof Error ? error.message : String(error);
    throw new Obstacle(
      `The development server did not start: ${words}. If port ${PORT} is taken, stop the program that has it.`,
    );
  });
  progress.say(`\nThe pages with hot reload: http://localhost:${PORT}/\n`);
  const broken = await Promise.race([up.broken, shutdown.asked()]);
  if (broken) throw new Obstacle(`${broken.name} stopped by itself: see ${broken.logFile}`);
}

/** The stack of a running `npm start`, or one of our own. */
async function stackToWorkOn() {
  if (isRunning(instance)) {
    progress.say('Using the stack that is already running.');
    return { stack: readDeployedStack(stackFile(instance)), broken: new Promise<never>(() => {}) };
  }
  progress.say('Starting saksi');
  const up = await bringUp({ instance, progress, shutdown }, { fresh: false });
  const demo = await openDemo(progress, up.stack);
  progress.say(introduce(up.stack, demo.summary, progress.elapsed));
  void followFortnight(progress, demo, shutdown);
  return up;
}

/** The API judges where a request comes from; to it the development server has to look like the site. */
function toApi(stack: DeployedStack): ProxyOptions {
  const site = new URL(stack.siteUrl);
  return {
    target: stack.emulatorUrl,
    headers: { host: site.host, origin: site.origin },
  };
}

function servesConfig(stack: DeployedStack): Plugin {
  return {
    name: 'saksi-config',
    configureServer: (server) => {
      server.middlewares.use('/config.json', (_request, response) => {
        response.setHeader('Content-Type', 'application/json');
        response.end(JSON.stringify(webConfig(stack)));
      });
    },
  };
}

await conclude(shutdown, dev);
