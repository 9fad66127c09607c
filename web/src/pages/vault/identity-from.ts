import type { BodyIn } from '../../../../functions/shared/http/contract.ts';
import type { documentKinds, keepIdentity } from '../../../../functions/witnesses/vault/contract.ts';
import { answersOf, type Unsaid } from '../../api/check-body.ts';
import { rowsOf } from '../../parts/rows.tsx';

/** One in each line; empty ones are none. */
const linesOf = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Spaces and dashes that people write into a number, so that it can be read. */
const bare = (phone: string): string => phone.replaceAll(/[\s().-]/g, '');

/** What the form says; what was not answered is not there. */
export function identityFrom(values: FormData): Unsaid<BodyIn<typeof keepIdentity>> {
  const { text, all } = answersOf(values);
  return {
    name: text('name'),
    otherNames: linesOf(text('otherNames')),
    born: text('born'),
    nationality: text('nationality'),
    documents: rowsOf(values, 'documents', ['kind', 'number', 'country'], (at) => ({
      kind: text(`${at}.kind`) as (typeof documentKinds)[number] | undefined,
      number: text(`${at}.number`),
      country: text(`${at}.country`),
    })),
    reach: {
      ways: all('reach.ways'),
      phones: linesOf(text('reach.phones')).map(bare),
      mail: text('reach.mail'),
      address: text('reach.address'),
      safely: text('reach.safely'),
    },
    note: text('note'),
  };
}
