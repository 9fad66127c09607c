import { expect, it } from 'vitest';
import { inSeries } from '../../../../web/src/pages/case/one/in-series.ts';

it('shows a series as one, where its first session stands, and a session of none alone', () => {
  const row = (name: string, series?: string) => ({ name, ...(series === undefined ? {} : { series }) });
  const rows = [row('a', 'one'), row('b'), row('c', 'two'), row('d', 'one'), row('e')];
  const shown = inSeries(rows).map(({ series, sessions }) => [series, sessions.map(({ name }) => name)]);
  expect(shown).toEqual([
    ['one', ['a', 'd']],
    [undefined, ['b']],
    // Of this one no other is there to be seen.
    [undefined, ['c']],
    [undefined, ['e']],
  ]);
});
