import { alsoWords } from '../../../words/words.ts';
import type { PageRoute } from '../../page-route.ts';

export default {
  path: '/people',
  load: async () =>
    (
      await Promise.all([
        import('./page.tsx'),
        alsoWords('keeping'),
        alsoWords('interpreting'),
        alsoWords('witness'),
      ])
    )[0],
} satisfies PageRoute;
