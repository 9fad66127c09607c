import type { PageRoute } from '../../page-route.ts';

export default {
  path: '/cases/:caseId/client',
  load: () => import('./page.tsx'),
} satisfies PageRoute;
