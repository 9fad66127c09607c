import type { PageRoute } from '../page-route.ts';

export default {
  path: '/sessions/:sessionId/log',
  formerPath: '/sessions/:sessionId/record',
  load: () => import('./page.tsx'),
} satisfies PageRoute;
