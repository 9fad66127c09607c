/**
 * Sees that node_modules holds what package-lock.json says, and that the Node 24 in it can be run.
 *
 * npm writes its own record of what it installed (node_modules/.package-lock.json) as the last thing
 * an install does, so comparing the two files also notices an install that was interrupted.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const nodePath = (root) => join(root, 'node_modules', 'node', 'bin', 'node');

/** A sentence when installing here would empty the folder of another clone, which npm does before anything else; else undefined. */
export function packagesProblem(root) {
  const folder = join(root, 'node_modules');
  if (!lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) return undefined;
  return `${folder} is a symbolic link, and installing packages would empty the folder that it leads to: remove the link and run the command again, which gives this clone packages of its own.`;
}

/** True when every package of the lockfile that this machine can use is installed in the version and with the content named there. */
export function packagesMatch(root) {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = readPackages(join(root, 'package-lock.json'));
  const installed = readPackages(record);
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const here = installed[path];
    if (!here) return entry.optional === true;
    return here.version === entry.version && (!entry.integrity || here.integrity === entry.integrity);
  });
}

export function installPackages(root) {
  return run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], root);
}

/**
 * The `node` package fetches its binary in an install script, which newer npm versions leave out
 * unless it was allowed (package.json allows it) and `ignore-scripts` always leaves out.
 */
export async function ensureNode(root, major) {
  if (runsAs(root, major)) return true;
  await run('node', ['installArchSpecificPackage'], join(root, 'node_modules', 'node'));
  return runsAs(root, major);
}

function runsAs(root, major) {
  const { status, stdout } = spawnSync(nodePath(root), ['--version'], { encoding: 'utf8' });
  return status === 0 && stdout.startsWith(`v${major}.`);
}

function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}

/** Its output is kept back and shown only when it fails: a fresh install should be quiet. */
function run(command, args, cwd) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (chunk) => (output += chunk);
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => resolve({ ok: false, output: error.message }));
    child.on('close', (code) => resolve({ ok: code === 0, output }));
  });
}
