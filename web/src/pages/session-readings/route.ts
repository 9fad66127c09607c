import type { PageRoute } from '../page-route.ts';

export default {
  path: '/sessions/:sessionId/readings',
  load: () => import('./page.tsx'),
} satisfies PageRoute;
