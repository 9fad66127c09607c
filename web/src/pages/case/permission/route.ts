import { alsoWords } from '../../../words/words.ts';
import type { PageRoute } from '../../page-route.ts';

export default {
  path: '/cases/:caseId/permission/:party',
  load: async () =>
    (
      await Promise.all([
        import('./page.tsx'),
        alsoWords('request'),
        alsoWords('sharing'),
        alsoWords('witness'),
      ])
    )[0],
} satisfies PageRoute;
