import { alsoWords } from '../../words/words.ts';
import type { PageRoute } from '../page-route.ts';

export default {
  path: '/sessions/:sessionId',
  load: async () =>
    (
      await Promise.all([
        import('./page.tsx'),
        alsoWords('scheduling'),
        alsoWords('witness'),
        alsoWords('request'),
        alsoWords('interpreting'),
        alsoWords('preparation'),
        alsoWords('sharing'),
      ])
    )[0],
} satisfies PageRoute;
