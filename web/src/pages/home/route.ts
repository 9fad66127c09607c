import type { PageRoute } from '../page-route.ts';

export default { path: '/', load: () => import('./page.tsx') } satisfies PageRoute;
