import type { ComponentType } from 'react';

/** A page as its folder declares it; all `route.ts` below pages/ together are the routes of the staff's site. */
export interface PageRoute {
  readonly path: string;
  /** Where the page was before; whoever kept that address still gets there. */
  readonly formerPath?: string;
  readonly load: () => Promise<{ readonly default: ComponentType }>;
}
