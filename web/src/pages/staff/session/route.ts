import type { PageRoute } from '../../page-route.ts';

export default { path: '/sessions/:sessionId', load: () => import('./page.tsx') } satisfies PageRoute;
