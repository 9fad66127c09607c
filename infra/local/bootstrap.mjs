/**
 * The one file that runs on the machine's own Node. It checks what must be there, installs the
 * packages (with them comes the Node that everything else runs on), and hands over to
 * infra/local/<what>.ts. `node infra/local/bootstrap.mjs start|test|dev|prerequisites [arguments]`
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureNode, installPackages, nodePath, packagesMatch, packagesProblem } from './packages.mjs';
import { nodeProblem, problems } from './prerequisites.mjs';

const NODE_MAJOR = 24;
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const [what = '', ...rest] = process.argv.slice(2);

function giveUp(sentences) {
  for (const sentence of sentences) process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

async function preparePackages() {
  const linked = packagesProblem(root);
  if (linked !== undefined) giveUp([linked]);
  if (!packagesMatch(root)) {
    const missing = problems();
    if (missing.length > 0) giveUp(missing);
    const began = Date.now();
    process.stdout.write('Installing the npm packages; the first time this takes about a minute …\n');
    const install = await installPackages(root);
    if (!install.ok)
      giveUp([install.output.trim(), 'npm could not install the packages: see its words above.']);
    process.stdout.write(`Installed the npm packages in ${((Date.now() - began) / 1000).toFixed(1)} s.\n`);
  }
  if (!(await ensureNode(root, NODE_MAJOR))) {
    giveUp([
      `The npm package "node" did not bring Node ${NODE_MAJOR} with it: delete the folder node_modules and run the command again.`,
    ]);
  }
}

/**
 * Ctrl-C reaches every process of the terminal at once and npm forwards it once more, so signals are
 * passed on and the child decides when all is stopped. The channel tells the child if we are killed;
 * if npm above us is killed we notice by our parent changing.
 */
function handOver(script) {
  const path = `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`;
  const child = spawn(nodePath(root), [script, ...rest], {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, PATH: path },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event) {
    setInterval(() => process.ppid !== parent && child.connected && child.disconnect(), 1000).unref();
  }
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
}

const tooOld = nodeProblem();
if (tooOld) giveUp([tooOld]);
if (what === 'prerequisites') {
  const missing = problems();
  if (missing.length > 0) giveUp(missing);
  process.stdout.write('Everything saksi needs to begin with is here.\n');
} else {
  const script = join(root, 'infra', 'local', `${what}.ts`);
  if (!['start', 'test', 'dev'].includes(what) || !existsSync(script)) {
    giveUp([`"${what}" is not one of: start, test, dev, prerequisites.`]);
  }
  await preparePackages();
  handOver(script);
}
