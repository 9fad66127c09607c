import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeProblem } from '../../../infra/local/prerequisites.mjs';

const bootstrap = join(import.meta.dirname, '..', '..', '..', 'infra', 'local', 'bootstrap.mjs');

let machine: string;

beforeEach(() => {
  machine = mkdtempSync(join(tmpdir(), 'saksi-machine-'));
  symlinkSync(process.execPath, join(machine, 'node'));
});

afterEach(() => rmSync(machine, { recursive: true }));

/** Puts a command on the machine's PATH that answers every question with `says` and this exit code. */
function command(name: string, says: string, code = 0): void {
  const file = join(machine, name);
  writeFileSync(file, `#!/bin/sh\necho "${says}"\nexit ${code}\n`);
  chmodSync(file, 0o755);
}

/** Asks the bootstrap what is missing on that machine: its PATH is the one folder, and no tools are kept. */
function ask(): { status: number | null; says: string } {
  const env = { PATH: machine, HOME: machine, XDG_CACHE_HOME: join(machine, 'cache') };
  const run = spawnSync(process.execPath, [bootstrap, 'prerequisites'], { env, encoding: 'utf8' });
  return { status: run.status, says: run.stdout + run.stderr };
}

describe('what must be on the machine', () => {
  it('is content with a new enough Python and Go', () => {
    command('python3', 'Python 3.11.0');
    command('go', 'go version go1.26.0 linux/amd64');
    expect(ask()).toEqual({ status: 0, says: 'Everything saksi needs to begin with is here.\n' });
  });

  it('takes a LiveKit server of the known version, or a later 1.x, instead of Go', () => {
    command('python3', 'Python 3.13.1');
    for (const version of ['1.13.5', '1.20.0']) {
      command('livekit-server', `livekit-server version ${version}`);
      expect(ask().status).toBe(0);
    }
    for (const version of ['1.13.4', '1.9.9', '2.0.0']) {
      command('livekit-server', `livekit-server version ${version}`);
      expect(ask().says).toContain('put livekit-server 1.13.5 or a later 1.x on PATH');
    }
  });

  it('says one sentence for each thing that is missing, all at once', () => {
    const { status, says } = ask();
    expect(status).toBe(1);
    expect(says.trimEnd().split('\n')).toEqual([
      expect.stringContaining(
        'needs Python 3.11 or newer for the local AWS emulator and found none on PATH: install',
      ),
      expect.stringContaining('Go was not found: install Go 1.26 or newer'),
    ]);
  });

  it('takes no old Python and no old Go', () => {
    command('python3', 'Python 3.10.14');
    command('go', 'go version go1.25.9 linux/amd64');
    const { says } = ask();
    expect(says).toContain('needs Python 3.11');
    expect(says).toContain('Go 1.25.9 is too old');
  });

  it('names the package that brings the venv module where Python comes without it', () => {
    const file = join(machine, 'python3');
    writeFileSync(file, '#!/bin/sh\n[ "$1" = --version ] && echo "Python 3.11.2" && exit 0\nexit 1\n');
    chmodSync(file, 0o755);
    command('go', 'go version go1.27.0 linux/amd64');
    const { status, says } = ask();
    expect(status).toBe(1);
    expect(says).toMatch(/venv module is missing.*python3-venv/);
  });

  it('refuses an old Node by its version', () => {
    expect(nodeProblem('18.20.4')).toMatch(/needs Node 20 or newer .* this is Node 18\.20\.4: install/);
    expect(nodeProblem('20.0.0')).toBeUndefined();
    expect(nodeProblem('26.1.0')).toBeUndefined();
  });
});
