import { lazy, Suspense } from 'react';
import { insist } from '../../parts/insist.ts';
import type { ShownToGuestProps } from './shown-to-guest.tsx';

const Shown = lazy(() => insist(() => import('./shown-to-guest.tsx')));

/** What is shown to a guest, above the room; it comes after the room, which waits for nothing. */
export const ShownToGuest = (props: ShownToGuestProps) => (
  <Suspense fallback={null}>
    <Shown {...props} />
  </Suspense>
);
