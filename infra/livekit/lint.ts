/**
 * `npm run -s lint:livekit -- FILE`: names each dangerous setting of a LiveKit configuration and why.
 * Exit status: 0 none · 1 some · 2 the file cannot be read as one.
 */
import { readFileSync } from 'node:fs';
import { dangersOf } from './dangers.ts';
import { readLiveKitSettings } from './settings.ts';

const USAGE = 'Usage: npm run -s lint:livekit -- FILE\n  FILE  the configuration of a LiveKit server (YAML)';

/** What flags and environment of the server say is not in the file, and goes before it. */
const BESIDE =
  'Not judged: what the server is told by flags or environment (--dev, LIVEKIT_KEYS, LIVEKIT_CONFIG).';

function lint(args: readonly string[]): number {
  const [file, ...more] = args;
  if (file === undefined || more.length > 0) throw new Error(USAGE);
  const dangers = dangersOf(readLiveKitSettings(readFileSync(file, 'utf8')));
  for (const { setting, why } of dangers) process.stdout.write(`${setting}\n  ${why}\n`);
  const count = dangers.length === 0 ? 'No dangerous setting.' : `Dangerous settings: ${dangers.length}.`;
  process.stdout.write(`${count}\n${BESIDE}\n`);
  return dangers.length === 0 ? 0 : 1;
}

try {
  process.exitCode = lint(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
