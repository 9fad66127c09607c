import { alsoWords } from '../../../words/words.ts';
import type { PageRoute } from '../../page-route.ts';

export default {
  path: '/cases/:caseId/disclosures',
  load: async () => (await Promise.all([import('./page.tsx'), alsoWords('orders')]))[0],
} satisfies PageRoute;
