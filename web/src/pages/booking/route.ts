import { alsoWords } from '../../words/words.ts';
import type { PageRoute } from '../page-route.ts';

export default {
  path: '/cases/:caseId/book',
  load: async () =>
    (await Promise.all([import('./page.tsx'), alsoWords('scheduling'), alsoWords('door')]))[0],
} satisfies PageRoute;
