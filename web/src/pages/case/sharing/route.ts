import { alsoWords } from '../../../words/words.ts';
import type { PageRoute } from '../../page-route.ts';

export default {
  path: '/cases/:caseId/people/:party/sharing',
  load: async () =>
    (await Promise.all([import('./page.tsx'), alsoWords('sharing'), alsoWords('witness')]))[0],
} satisfies PageRoute;
