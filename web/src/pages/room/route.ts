import { alsoWords } from '../../words/words.ts';
import type { PageRoute } from '../page-route.ts';

export default {
  path: '/sessions/:sessionId/room',
  load: async () =>
    (
      await Promise.all([
        import('./page.tsx'),
        alsoWords('desk'),
        alsoWords('acts'),
        alsoWords('exhibits'),
        alsoWords('witness'),
      ])
    )[0],
} satisfies PageRoute;
