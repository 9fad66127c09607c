import { globSync, readFileSync } from 'node:fs';
import { Instrumenter } from '@stryker-mutator/instrumenter';

/** One place that can be broken in one way. Lines and columns count from 0. */
export interface Place {
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
  /** What stands there, and what would stand in its place, as one line each. */
  readonly code: string;
  readonly instead: string;
}
interface Position {
  readonly line: number;
  readonly column: number;
}

/** Texts are of closed lists nearly everywhere, so that the compiler notices another one. */
export const excludedMutations = ['StringLiteral'];

/** What is no rule and no handler: declarations and tables, which have tests of their own kind. */
const noRules =
  /(?:^|\/)(?:contract|role|lambda|worker|routes|actions|config)\.ts$|zone-table\.ts|zone-places|date-words\.ts|\/holidays\/../;

/** What speaks to the cloud or to the media server is tried on the stack. */
const clients =
  /@aws-sdk\/|@livekit\/rtc-node|aws-jwt-verify|\b(?:RoomServiceClient|AccessToken|WebhookReceiver|enterRoom|fork)\b/;
const isClient = (content: string): boolean =>
  content.split('\n').some((line) => clients.test(line) && /^(?:import (?!type)|\} from)/.test(line));

/** Whole bodies are noticed by anything that runs them, and hold all the smaller places besides. */
const mostLines = 3;

const silent = () => {};
const logger = {
  isTraceEnabled: () => false,
  isDebugEnabled: () => false,
  isInfoEnabled: () => false,
  isWarnEnabled: () => false,
  isErrorEnabled: () => false,
  isFatalEnabled: () => false,
  trace: silent,
  debug: silent,
  info: silent,
  warn: silent,
  error: silent,
  fatal: silent,
};

/** Every place of a capability that can be broken, in the order of its files. */
export async function placesOf(root: string, capability: string): Promise<Place[]> {
  const names = globSync(`functions/${capability}/**/*.ts`, { cwd: root }).filter(
    (name) => !noRules.test(name),
  );
  const files = names
    .toSorted()
    .map((name) => ({ name, content: readFileSync(`${root}/${name}`, 'utf8'), mutate: true }))
    .filter(({ content }) => !isClient(content));
  const options = { excludedMutations, ignorers: [], plugins: null, noHeader: true };
  const { mutants } = await new Instrumenter(logger).instrument(files, options);
  const contentOf = new Map(files.map(({ name, content }) => [name, content]));
  return mutants
    .filter(
      ({ status, location: { start, end } }) => status !== 'Ignored' && end.line - start.line < mostLines,
    )
    .map(({ fileName, location: { start, end }, replacement }) => ({
      file: fileName,
      start,
      end,
      code: oneLine(between(contentOf.get(fileName) ?? '', start, end)),
      instead: oneLine(replacement ?? ''),
    }));
}

function between(content: string, start: Position, end: Position): string {
  const lines = content.split('\n').slice(start.line, end.line + 1);
  const last = lines.length - 1;
  return lines
    .map((line, at) => line.slice(at === 0 ? start.column : 0, at === last ? end.column : undefined))
    .join('\n');
}

export const oneLine = (code: string): string => code.replaceAll(/\s+/g, ' ').trim();

/** What tells one place from all others, wherever its file lies on the machine. */
export function nameOf({ file, start, end, instead }: Omit<Place, 'code'>): string {
  const path = file.replaceAll('\\', '/').replace(/^.*\/(?=functions\/)/, '');
  return [path, start.line, start.column, end.line, end.column, instead].join(' ');
}

/** As Stryker takes what it is to break: lines from 1, columns from 0. */
export const rangeOf = ({ file, start, end }: Place): string =>
  `${file}:${start.line + 1}:${start.column}-${end.line + 1}:${end.column}`;
