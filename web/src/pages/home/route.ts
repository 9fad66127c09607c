import { alsoWords } from '../../words/words.ts';
import type { PageRoute } from '../page-route.ts';

export default {
  path: '/',
  load: async () =>
    (
      await Promise.all([
        import('./page.tsx'),
        alsoWords('preparation'),
        alsoWords('sharing'),
        alsoWords('interpreting'),
        alsoWords('request'),
      ])
    )[0],
} satisfies PageRoute;
