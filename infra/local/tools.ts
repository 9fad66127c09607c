import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from './command.ts';
import { Obstacle } from './obstacle.ts';
import {
  findLiveKitOnPath,
  findPython,
  keptLiveKit,
  keptMiniStack,
  LIVEKIT_VERSION,
  liveKitProblem,
  MINISTACK_PACKAGES,
  MINISTACK_VERSION,
  pythonProblem,
  toolsFolder,
} from './prerequisites.mjs';
import { signalTo } from './processes.ts';

export type Tools = { miniStackPython: string; liveKitServer: string };

type Making = { signal: AbortSignal; say: (detail: string) => void };

/** Finds the two servers, installing what is not there yet. */
export async function prepareTools(making: Making): Promise<Tools> {
  mkdirSync(toolsFolder(), { recursive: true });
  removeUnfinished();
  const miniStackPython = await prepareMiniStack(making);
  const liveKitServer = await prepareLiveKit(making);
  making.say(`MiniStack ${MINISTACK_VERSION}, LiveKit ${liveKitServer.version}`);
  return { miniStackPython, liveKitServer: liveKitServer.command };
}

async function prepareMiniStack({ signal, say }: Making): Promise<string> {
  const kept = keptMiniStack();
  if (existsSync(kept)) return kept;
  const python = findPython();
  const problem = pythonProblem();
  if (problem !== undefined || !python) throw new Obstacle(problem ?? 'Python was not found.');
  say('installing the AWS emulator, about half a minute, once');
  await installTool(dirname(dirname(kept)), async (folder, logFile) => {
    const making = { purpose: 'Installing MiniStack', cwd: folder, logFile, signal };
    await run({ ...making, command: python.command, args: ['-m', 'venv', folder] });
    await run({
      ...making,
      command: join(folder, 'bin', 'python3'),
      args: ['-m', 'pip', 'install', '--disable-pip-version-check', ...MINISTACK_PACKAGES],
    });
  });
  return kept;
}

async function prepareLiveKit({ signal, say }: Making): Promise<{ command: string; version: string }> {
  const onPath = findLiveKitOnPath();
  if (onPath) return onPath;
  const kept = { command: keptLiveKit(), version: LIVEKIT_VERSION };
  if (existsSync(kept.command)) return kept;
  const problem = liveKitProblem();
  if (problem !== undefined) throw new Obstacle(problem);
  say('building the LiveKit server, about a minute and a half, once');
  await installTool(dirname(kept.command), async (folder, logFile) => {
    await run({
      purpose: 'Building the LiveKit server',
      command: 'go',
      args: ['install', `github.com/livekit/livekit-server/cmd/server@v${LIVEKIT_VERSION}`],
      cwd: folder,
      env: { ...process.env, GOBIN: folder, GOFLAGS: '' },
      logFile,
      signal,
    });
    renameSync(join(folder, 'server'), join(folder, 'livekit-server'));
  });
  return kept;
}

/**
 * Installs beside the final place and renames at the end, so that an interrupted install is never
 * taken for a finished one. If another run was faster, its result is as good as ours.
 */
async function installTool(
  final: string,
  install: (folder: string, logFile: string) => Promise<void>,
): Promise<void> {
  const unfinished = `${final}.unfinished-${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  const logFile = join(dirname(final), 'install.log');
  await install(unfinished, logFile);
  if (existsSync(final)) rmSync(unfinished, { recursive: true });
  else renameSync(unfinished, final);
}

/** Clears away what an install left behind whose process is gone. */
function removeUnfinished(): void {
  for (const entry of readdirSync(toolsFolder())) {
    const pid = /\.unfinished-(\d+)$/.exec(entry)?.[1];
    if (pid === undefined || signalTo(Number(pid), 0)) continue;
    rmSync(join(toolsFolder(), entry), { recursive: true, force: true });
  }
}
