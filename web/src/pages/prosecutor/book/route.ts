import type { PageRoute } from '../../page-route.ts';

export default { path: '/cases/:caseId/book', load: () => import('./page.tsx') } satisfies PageRoute;
