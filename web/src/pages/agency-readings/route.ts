import type { PageRoute } from '../page-route.ts';

export default {
  path: '/agencies/:agencyId/readings',
  load: () => import('./page.tsx'),
} satisfies PageRoute;
