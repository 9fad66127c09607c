import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findPython, toolsFolder } from '../../infra/local/prerequisites.mjs';

/** A reader of calendar files that shares no line with the ones in JavaScript. */
const ICALENDAR = 'icalendar==7.3.0';

/**
 * The Python that has certain packages, in a folder of its own beside the kept tools; made at the first use and renamed at
 * the end, so that a half-made one is never taken for whole. Where two make it at once, the result of the faster is as good.
 * @param name of the folder, another one for other packages
 * @param packages what `pip install` is told
 * @throws Error with a sentence where there is no Python
 */
export function pythonWith(name: string, packages: readonly string[]): string {
  const final = join(toolsFolder(), name);
  const interpreter = (folder: string) => join(folder, 'bin', 'python3');
  if (existsSync(interpreter(final))) return interpreter(final);
  const python = findPython();
  if (python === undefined)
    throw new Error('These tests need Python 3.11 or newer: install it and run them again.');
  mkdirSync(toolsFolder(), { recursive: true });
  const unfinished = `${final}.unfinished-${process.pid}`;
  execFileSync(python.command, ['-m', 'venv', unfinished]);
  const install = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...packages];
  execFileSync(interpreter(unfinished), install);
  try {
    renameSync(unfinished, final);
  } catch (error) {
    if (!existsSync(interpreter(final))) throw error;
    rmSync(unfinished, { recursive: true });
  }
  return interpreter(final);
}

/** Runs a program that reads JSON from its input and prints JSON. */
export function askPython(program: string, input: unknown): unknown {
  const output = execFileSync(pythonWith(ICALENDAR.replace('==', '-'), [ICALENDAR]), ['-c', program], {
    input: JSON.stringify(input),
    encoding: 'utf8',
    env: { ...process.env, PYTHONIOENCODING: 'utf-8', PYTHONUTF8: '1' },
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(output);
}
