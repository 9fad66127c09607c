import type * as z from 'zod';
import type { approvable } from '../../../../../functions/sessions/changing/contract.ts';
import { kinds } from '../../../../../functions/sessions/port/kinds.ts';
import type { AccountRole } from '../../../../../functions/shared/access/roles.ts';
import { epochMs } from '../../../../../functions/shared/values/instants.ts';
import type { SessionView } from '../session-view.ts';

/** Who books a session of a kind moves and cancels it too. The service decides; this only leaves out useless ways. */
export const mayChange = ({ kind }: Pick<SessionView, 'kind'>, role: AccountRole): boolean =>
  kinds[kind].bookedBy.includes(role);

/** Whoever may change a session may give it rooms; and her officer sees to where she sits. */
export const maySetRooms = (session: Pick<SessionView, 'kind' | 'roomState'>, role: AccountRole): boolean =>
  mayChange(session, role) || (role === 'support-officer' && session.roomState !== 'not-needed');

/** Minutes before the start from which a change needs the word of a second role. */
const frozenBefore = 30;

export const isFrozen = ({ start }: Pick<SessionView, 'start'>, now: number): boolean =>
  epochMs(start) - frozenBefore * 60_000 <= now;

/** A change that somebody agrees to before another makes it. */
export type Agreeable = z.infer<typeof approvable>['what'];

/** To what somebody of a role can agree, because it is made by others: nobody agrees to what they do themselves. */
export function agreeable(
  session: Pick<SessionView, 'kind' | 'status' | 'gates'>,
  role: AccountRole,
): readonly Agreeable[] {
  const { approvedBy, bookedBy } = kinds[session.kind];
  if (!approvedBy.includes(role)) return [];
  const byOthers = bookedBy.some((booker) => booker !== role);
  if (session.status === 'cancelled') return byOthers ? ['restoration'] : [];
  if (!isLive(session)) return [];
  return [
    ...(byOthers ? (['move', 'length'] as const) : []),
    'replacement',
    ...(kinds[session.kind].may.includes('interpreter') ? (['another-interpreter'] as const) : []),
    'rooms',
    ...(session.gates.some(({ gate }) => gate === 'attendingOfficer')
      ? (['attending-officer'] as const)
      : []),
  ];
}

export const isLive = ({ status }: Pick<SessionView, 'status'>): boolean =>
  status === 'booked' || status === 'ready';
