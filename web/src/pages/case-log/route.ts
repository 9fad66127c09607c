import type { PageRoute } from '../page-route.ts';

export default {
  path: '/cases/:caseId/log',
  load: () => import('./page.tsx'),
} satisfies PageRoute;
