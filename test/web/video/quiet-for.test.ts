import { expect, it } from 'vitest';
import { quietFor } from '../../../web/src/video/quiet-for.ts';

it('is quiet since bytes came last, and a track that was made anew brought some too', () => {
  const first = quietFor(undefined, 100, 1_000);
  expect(quietFor(first, 100, 4_000)).toEqual({ bytes: 100, since: 1_000 });
  expect(quietFor(first, 140, 4_000)).toEqual({ bytes: 140, since: 4_000 });
  expect(quietFor(first, 20, 4_000)).toEqual({ bytes: 20, since: 4_000 });
});
