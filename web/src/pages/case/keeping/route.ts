import { alsoWords } from '../../../words/words.ts';
import type { PageRoute } from '../../page-route.ts';

export default {
  path: '/cases/:caseId/people/:party',
  load: async () =>
    (
      await Promise.all([
        import('./page.tsx'),
        alsoWords('witness'),
        alsoWords('request'),
        alsoWords('sharing'),
      ])
    )[0],
} satisfies PageRoute;
