/**
 * `npm run -s verify -- FILE --key KEY`: checks an exported log on this machine, with no network.
 * Exit status: 0 intact · 1 failed · 2 used wrongly · 3 consistent, origin not checked (no key was given).
 */
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parseVerifierKey } from './note.ts';
import { escaped } from './verify-disclosures.ts';
import {
  NOT_PROVED,
  NOT_PROVED_OF_A_PART,
  type Report,
  type VerifyOptions,
  VERIFIER,
  verifyExport,
} from './verify.ts';

const USAGE = `Usage: npm run -s verify -- FILE [--key KEY] [--expect-size N] [--receipt FILE] [--disclosures FILE]
  FILE           the downloaded log
  --key KEY      the signer's key (name+id+key), or a file that holds it; from somewhere else than FILE
  --expect-size  number of entries the log must have
  --receipt      a signed checkpoint of this log that you were given earlier; FILE must hold all it covers
  --disclosures  a disclosures file of this log: what its sealed fields say, each printed if it is right`;

/** How we were called makes no sense; the message says what to change. */
class UsageError extends Error {}

interface Asked extends VerifyOptions {
  readonly file: string;
}

function readArguments(args: readonly string[]): Asked {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      key: { type: 'string' },
      'expect-size': { type: 'string' },
      receipt: { type: 'string' },
      disclosures: { type: 'string' },
    },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UsageError('Give exactly one file.');
  const size = values['expect-size'];
  if (size !== undefined && !/^(0|[1-9]\d{0,14})$/.test(size))
    throw new UsageError('--expect-size takes a number.');
  return {
    file,
    key: values.key === undefined ? undefined : parseVerifierKey(textOrFile(values.key)),
    expectSize: size === undefined ? undefined : Number(size),
    receipt: values.receipt === undefined ? undefined : readFileSync(values.receipt, 'utf8'),
    disclosures: values.disclosures === undefined ? undefined : readFileSync(values.disclosures),
  };
}

/** A key never has the form of a path that exists, so there is no doubt which of the two is meant. */
function textOrFile(given: string): string {
  return existsSync(given) ? readFileSync(given, 'utf8').trim() : given;
}

const SENTENCE: Readonly<Record<Report['verdict'], string>> = {
  intact: 'intact',
  consistent: 'consistent; origin not checked',
  failed: 'FAILED',
};
const EXIT: Readonly<Record<Report['verdict'], number>> = { intact: 0, failed: 1, consistent: 3 };
const MAX_SHOWN = 20;

const partSaid = ({ part, shown, size }: Report): readonly string[] =>
  part === undefined
    ? []
    : [
        `part      of ${part.role} ${part.pseudonym}: ${shown} of ${size} entries shown, the others only as hashes`,
      ];

/** Never as it came: what somebody sealed is not to move the cursor of whoever checks it, nor turn a line round. */
const disclosedSaid = ({ disclosed }: Report): readonly string[] =>
  disclosed.length === 0
    ? []
    : [
        'Disclosed:',
        ...disclosed.map(
          ({ index, action, field, value }) =>
            `    entry ${index} (${action}), ${field}: "${escaped(value)}"`,
        ),
      ];

function render(file: string, report: Report): string {
  const lines = [
    `file      ${file}`,
    `sha-256   ${report.fileSha256}`,
    `log       ${report.logId ?? 'not readable'}`,
    `origin    ${report.origin ?? 'not readable'}`,
    `key       ${report.key ?? 'not readable'}`,
    `entries   ${report.size}`,
    ...partSaid(report),
    `root      ${report.root}`,
    '',
    ...report.checks.flatMap(({ name, verdict, found }) => [
      `[${verdict}] ${name}`,
      ...found.slice(0, MAX_SHOWN).map((what) => `    ${what}`),
      ...(found.length > MAX_SHOWN ? [`    … and ${found.length - MAX_SHOWN} more`] : []),
    ]),
    '',
    ...disclosedSaid(report),
    report.notes.length === 0 ? 'Oddities: none' : `Oddities: ${report.notes.length}`,
    ...report.notes.map((what) => `    ${what}`),
    'Not proved by this file:',
    ...[...NOT_PROVED, ...(report.part === undefined ? [] : [NOT_PROVED_OF_A_PART])].map(
      (what) => `    ${what}`,
    ),
    '',
    `checked by ${VERIFIER}, Node ${process.versions.node}`,
    `verdict: ${SENTENCE[report.verdict]}`,
  ];
  return `${lines.join('\n')}\n`;
}

function run(args: readonly string[]): number {
  let asked: Asked;
  let bytes: Uint8Array;
  try {
    asked = readArguments(args);
    bytes = readFileSync(asked.file);
  } catch (fault) {
    process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n${USAGE}\n`);
    return 2;
  }
  const report = verifyExport(bytes, asked);
  process.stdout.write(render(asked.file, report));
  return EXIT[report.verdict];
}

process.exitCode = run(process.argv.slice(2));
