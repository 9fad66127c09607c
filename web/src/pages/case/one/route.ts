import type { PageRoute } from '../../page-route.ts';

export default { path: '/cases/:caseId', load: () => import('./page.tsx') } satisfies PageRoute;
