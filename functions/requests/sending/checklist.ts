import type { CountryCode } from '../../shared/values/countries.ts';
import { Refusal } from '../../shared/refusals.ts';
import { checklistFor } from '../law/checklist-for.ts';
import type { ChecklistItem } from '../law/checklist/item.ts';
import { legalBases, type LegalBasis } from '../law/contract.ts';
import { instrumentsFor } from '../law/instruments-for.ts';
import { statementOf, type Statement } from '../law/law-for.ts';

/**
 * What a request has of what it needs, and whether it can be sent. What is demanded is red until somebody says on what
 * paper it stands; it is green only where the demand itself was read whole, since a tick on hearsay settles nothing.
 */

/** What somebody said of an item: it is there, or it is not needed; and the paper that says so. */
export interface Mark {
  readonly item: string;
  readonly state: 'done' | 'not-needed' | 'missing';
}

export const lights = ['red', 'amber', 'green', 'open'] as const;
export type Light = (typeof lights)[number];

export interface Line {
  readonly item: ChecklistItem;
  readonly statement: Statement;
  /** Whether a request is not sent without it. */
  readonly demanded: boolean;
  /** `open`: not demanded, and nobody has said anything of it. */
  readonly light: Light;
}

export interface Pair {
  readonly requesting: CountryCode;
  readonly host: CountryCode;
  /** The day that picks the law, `YYYY-MM-DD`. */
  readonly on: string;
}

/** What a request of the one State to the other can stand on, in the order in which they come. */
export const basesFor = ({ requesting, host, on }: Pair): readonly LegalBasis[] => [
  ...new Set(instrumentsFor(requesting, host, on).map(({ basis }) => basis)),
];

const isBasis = (of: string): boolean => (legalBases as readonly string[]).includes(of);

/** Line by line, for a request on that basis: another instrument’s list does not concern it. */
export const linesFor = (pair: Pair, basis: LegalBasis, marks: ReadonlyMap<string, Mark>): readonly Line[] =>
  checklistFor(pair.requesting, pair.host, pair.on)
    .filter(({ of }) => !isBasis(of) || of === basis)
    .map((item) => {
      const statement = statementOf(item.entry);
      const demanded = item.afterwards !== true && (item.level === 'R' || item.level === 'N');
      return { item, statement, demanded, light: lightOf(demanded, statement, marks.get(item.id)) };
    });

function lightOf(demanded: boolean, { standing }: Statement, mark: Mark | undefined): Light {
  if (mark === undefined || mark.state === 'missing') return demanded ? 'red' : 'open';
  return mark.state === 'done' && standing === 'sure' ? 'green' : 'amber';
}

/** Of the whole: red while anything is; green only where something is demanded, and all that is is green. */
export function lightOfAll(lines: readonly Line[]): Exclude<Light, 'open'> {
  const demanded = lines.filter((line) => line.demanded);
  if (demanded.some(({ light }) => light === 'red')) return 'red';
  return demanded.length > 0 && demanded.every(({ light }) => light === 'green') ? 'green' : 'amber';
}

/** @throws {Refusal} `request-incomplete`, with the items that are missing, in the words in which they were noted */
export function assertMayBeSent(lines: readonly Line[]): void {
  const missing = lines
    .filter(({ light }) => light === 'red')
    .map(({ item: { id, entry } }) => ({
      item: id,
      ...(entry.value === undefined ? {} : { wants: entry.value }),
    }));
  if (missing.length > 0) throw new Refusal('request-incomplete', { missing });
}
