import type { PageRoute } from '../../page-route.ts';

export default { path: '/cases/new', load: () => import('./page.tsx') } satisfies PageRoute;
