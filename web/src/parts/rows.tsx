import { use, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { KeptValuesContext } from './kept-values.ts';

/**
 * The same fields several times over, one below the other; as many as somebody asks for. The names of the fields begin with
 * `name.0.`, `name.1.`, …; rows in which nothing was typed are left out by `rowsOf`.
 */
export function Rows({
  name,
  max,
  initial = 1,
  children,
}: {
  readonly name: string;
  readonly max: number;
  /** How many there are at first. */
  readonly initial?: number;
  readonly children: (at: string) => ReactNode;
}) {
  const { t } = useTranslation('witness');
  const kept = use(KeptValuesContext);
  const [count, setCount] = useState(() => Math.max(1, initial, rowsKept(name, [...(kept?.keys() ?? [])])));
  return (
    <>
      {Array.from({ length: count }, (_, index) => (
        // The row is that place in the list; nothing else names it.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index} className="form-row">
          {children(`${name}.${index}`)}
        </div>
      ))}
      {count < max && (
        <Button quiet small onClick={() => setCount(count + 1)}>
          {t('common.another')}
        </Button>
      )}
    </>
  );
}

/** How many rows were left when somebody typed last. */
const rowsKept = (name: string, fields: readonly string[]): number =>
  Math.max(
    0,
    ...fields.map((field) =>
      field.startsWith(`${name}.`) ? Number(field.slice(name.length + 1).split('.')[0]) + 1 : 0,
    ),
  );

/** Those rows in which something was typed, in their order, as `read` makes of each; it is given the beginning of the names. */
export function rowsOf<Row>(
  values: FormData,
  name: string,
  typed: readonly string[],
  read: (at: string) => Row,
): readonly Row[] {
  const places = new Set(
    [...values.keys()].flatMap((field) =>
      field.startsWith(`${name}.`) ? [field.slice(name.length + 1).split('.')[0] ?? ''] : [],
    ),
  );
  return [...places]
    .map((place) => `${name}.${place}`)
    .filter((at) => typed.some((field) => String(values.get(`${at}.${field}`) ?? '').trim() !== ''))
    .map(read);
}
