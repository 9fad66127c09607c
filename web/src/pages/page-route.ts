import type { ComponentType } from 'react';

/** A page as its folder declares it; all `route.ts` below pages/ together are the routes of the staff's site. */
export interface PageRoute {
  readonly path: string;
  readonly load: () => Promise<{ readonly default: ComponentType }>;
}
