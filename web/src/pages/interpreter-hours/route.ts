import type { PageRoute } from '../page-route.ts';

export default {
  path: '/people/hours',
  load: () => import('./page.tsx'),
} satisfies PageRoute;
