import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import { run } from './command.ts';
import { Obstacle } from './obstacle.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const DEBIAN_PACKAGES = ['chromium', 'fontconfig', 'fonts-noto-core', 'fonts-noto-cjk'];

/** A language of each script that pages and documents use; without a font for it a picture shows boxes. */
const SCRIPTS = { th: 'Thai', my: 'Burmese', km: 'Khmer', lo: 'Lao', vi: 'Vietnamese', 'zh-cn': 'Chinese' };

type Making = { folder: string; signal: AbortSignal; say: (detail: string) => void };

/** The browser that journeys run in: found, else installed by Debian's package manager, else downloaded by Playwright. */
export async function prepareChromium(making: Making): Promise<string> {
  const found = findChromium();
  if (found !== undefined && missingScripts().length === 0) {
    making.say(found);
    return found;
  }
  if (isRootOnDebian()) await installFromDebian(making);
  else if (found === undefined) await download(making);
  const path = findChromium();
  if (path === undefined)
    throw new Obstacle(
      'No Chromium could be found or installed: install Chromium or Chrome and run the tests again.',
    );
  const missing = missingScripts();
  making.say(
    missing.length === 0 ? path : `${path} (no font for ${missing.join(', ')}: pictures will show boxes)`,
  );
  return path;
}

function findChromium(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...MAC, chromium.executablePath()].find(isExecutable);
}

async function installFromDebian({ folder, signal, say }: Making): Promise<void> {
  say('installing Chromium and fonts with apt-get');
  const apt = {
    purpose: 'Installing Chromium',
    command: 'apt-get',
    cwd: folder,
    logFile: join(folder, 'logs', 'apt.log'),
    signal,
  };
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run({ ...apt, env, args: ['update', '-q'] });
  await run({ ...apt, env, args: ['install', '-q', '-y', '--no-install-recommends', ...DEBIAN_PACKAGES] });
}

async function download({ folder, signal, say }: Making): Promise<void> {
  say('downloading Chromium, about 150 MB');
  await run({
    purpose: 'Downloading Chromium',
    command: 'playwright-core',
    args: ['install', 'chromium'],
    cwd: folder,
    logFile: join(folder, 'logs', 'chromium.log'),
    signal,
  });
}

/** Names of the scripts for which fontconfig knows no font; empty where there is no fontconfig to ask. */
function missingScripts(): string[] {
  if (process.platform !== 'linux') return [];
  const known = (language: string) => {
    const { stdout } = spawnSync('fc-list', [`:lang=${language}`, 'family'], { encoding: 'utf8' });
    return (stdout ?? '').trim() !== '';
  };
  return Object.entries(SCRIPTS).flatMap(([language, name]) => (known(language) ? [] : [name]));
}

function isRootOnDebian(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version');
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
