import { alsoWords } from '../../../words/words.ts';
import type { PageRoute } from '../../page-route.ts';

export default {
  path: '/cases/:caseId',
  load: async () =>
    (
      await Promise.all([
        import('./page.tsx'),
        alsoWords('request'),
        alsoWords('life'),
        alsoWords('sharing'),
        alsoWords('scheduling'),
      ])
    )[0],
} satisfies PageRoute;
