import type { PageRoute } from '../page-route.ts';

export default {
  path: '/cases/:caseId/readings',
  load: () => import('./page.tsx'),
} satisfies PageRoute;
