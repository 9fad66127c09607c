import type { Role } from '../shared/access/roles.ts';
import { openPoints, type Door } from '../sessions/port/door.ts';
import { chasedGates, gates, type GateChase, type GateName } from '../sessions/port/gates.ts';
import { chaseKinds, type ChaseKind } from './notice-kinds.ts';
import type { Recipient } from './recipients.ts';

/** What is chased when it is missing, and whom one chases for it. */
interface Chase {
  readonly isMissing: (door: Door) => boolean;
  /** The seats that see to it; the first that there is. A visit, say, has no clerk. */
  readonly seats: readonly Role[];
}

/** Whoever's turn it is; and where they have no seat, those who arrange the session. */
const chaseOf = ({ gate }: { readonly gate: GateName }): Chase => ({
  isMissing: (door) => openPoints(door).some((point) => point.gate === gate && point.state !== 'open'),
  seats: [gates[gate].turn, 'clerk', 'prosecutor', 'support-officer'],
});

const chases: Readonly<Record<ChaseKind, Chase>> = {
  ...(Object.fromEntries(chasedGates.map((each) => [each.chase, chaseOf(each)])) as Record<GateChase, Chase>),
  // Most often it is hers that is missing, and her officer knows where she can come.
  'room-missing': {
    isMissing: ({ rooms }) => rooms === 'missing',
    seats: ['support-officer', 'clerk', 'prosecutor'],
  },
};

/** What a session still lacks that somebody has to arrange. */
export const missingIn = (door: Door): readonly ChaseKind[] =>
  chaseKinds.filter((kind) => chases[kind].isMissing(door));

/** Who sees to something that is missing. */
export const chasedIn = (kind: ChaseKind, recipients: readonly Recipient[]): Recipient | undefined =>
  chases[kind].seats.flatMap((seat) => recipients.filter((each) => each.seat === seat))[0];
