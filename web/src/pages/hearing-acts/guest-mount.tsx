import { lazy, Suspense } from 'react';
import { insist } from '../../parts/insist.ts';
import type { GuestActsProps } from './guest-part.ts';

const Acts = lazy(() => insist(() => import('./guest-acts.tsx')));

/** What a guest does and is shown of the hearing, beside the room; it comes after the room, which waits for nothing. */
export const GuestActs = (props: GuestActsProps) => (
  <Suspense fallback={null}>
    <Acts {...props} />
  </Suspense>
);
