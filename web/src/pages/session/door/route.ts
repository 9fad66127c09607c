import { alsoWords } from '../../../words/words.ts';
import type { PageRoute } from '../../page-route.ts';

export default {
  path: '/sessions/:sessionId/door',
  load: async () => (await Promise.all([import('./page.tsx'), alsoWords('door')]))[0],
} satisfies PageRoute;
