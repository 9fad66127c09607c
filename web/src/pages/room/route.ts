import type { PageRoute } from '../page-route.ts';

export default { path: '/sessions/:sessionId/room', load: () => import('./page.tsx') } satisfies PageRoute;
