/**
 * What has to be on the machine before saksi can install the rest itself.
 *
 * Plain JavaScript, because it runs on whatever Node (20 or newer) the machine has. Every `…Problem`
 * function answers `undefined` when all is well, else one sentence that says what to do.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

export const MINISTACK_VERSION = '1.5.33';
/** MiniStack leaves `cryptography` to those who want keys made and signatures signed. */
export const MINISTACK_PACKAGES = [`ministack==${MINISTACK_VERSION}`, 'cryptography==50.0.2'];
export const LIVEKIT_VERSION = '1.13.5';

/** Tools are kept outside the clone, so that a second clone starts fast. */
export function toolsFolder(env = process.env) {
  return join(env.XDG_CACHE_HOME || join(env.HOME || homedir(), '.cache'), 'saksi', 'tools');
}

/** The interpreter inside the kept virtual environment; it survives the folder's rename, a script's first line does not. */
export function keptMiniStack(env = process.env) {
  return join(toolsFolder(env), `ministack-${MINISTACK_VERSION}-signing`, 'bin', 'python3');
}

export function keptLiveKit(env = process.env) {
  return join(toolsFolder(env), `livekit-${LIVEKIT_VERSION}`, 'livekit-server');
}

export function nodeProblem(version = process.versions.node) {
  if (atLeast(version, '20.0.0')) return undefined;
  return `saksi needs Node 20 or newer to begin with and this is Node ${version}: install a newer Node and run the command again.`;
}

/** The first Python on PATH that is new enough; `python` too, since some systems have no `python3`. */
export function findPython(env = process.env) {
  for (const command of ['python3', 'python']) {
    const version = versionOf(env, command, ['--version']);
    if (version && atLeast(version, '3.11.0')) return { command, version };
  }
  return undefined;
}

export function pythonProblem(env = process.env) {
  if (existsSync(keptMiniStack(env))) return undefined;
  const python = findPython(env);
  if (!python) {
    return 'saksi needs Python 3.11 or newer for the local AWS emulator and found none on PATH: install Python 3 and run the command again.';
  }
  if (answer(env, python.command, ['-c', 'import venv, ensurepip']) === undefined) {
    return "Python's venv module is missing: install it (on Debian and Ubuntu: apt-get install python3-venv) and run the command again.";
  }
  return undefined;
}

/** A server on PATH is taken when it is the version we know, or a later one of the same major version. */
export function findLiveKitOnPath(env = process.env) {
  const version = versionOf(env, 'livekit-server', ['--version']);
  if (!version || !version.startsWith('1.') || !atLeast(version, LIVEKIT_VERSION)) return undefined;
  return { command: 'livekit-server', version };
}

export function liveKitProblem(env = process.env) {
  if (existsSync(keptLiveKit(env)) || findLiveKitOnPath(env)) return undefined;
  const go = versionOf(env, 'go', ['version']);
  if (go && atLeast(go, '1.26.0')) return undefined;
  const found = go ? `Go ${go} is too old` : 'Go was not found';
  return `saksi needs the LiveKit server to carry video and ${found}: install Go 1.26 or newer, or put livekit-server ${LIVEKIT_VERSION} or a later 1.x on PATH, and run the command again.`;
}

/** Every problem at once, so that nobody mends one thing only to meet the next. */
export function problems(env = process.env) {
  return [nodeProblem(), pythonProblem(env), liveKitProblem(env)].filter((problem) => problem !== undefined);
}

function versionOf(env, command, args) {
  return answer(env, command, args)?.match(/\d+\.\d+(\.\d+)?/)?.[0];
}

function answer(env, command, args) {
  const run = spawnSync(command, args, { env, encoding: 'utf8', timeout: 20_000 });
  return run.status === 0 ? `${run.stdout}${run.stderr}` : undefined;
}

function atLeast(version, wanted) {
  const have = version.split('.').map(Number);
  for (const [index, part] of wanted.split('.').map(Number).entries()) {
    const here = have[index] ?? 0;
    if (here !== part) return here > part;
  }
  return true;
}
