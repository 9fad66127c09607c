import type { Door } from '../../functions/sessions/port/door.ts';
import { gateNames } from '../../functions/sessions/port/gates.ts';

/** Every gate that there is, open. */
export const allOpen = Object.fromEntries(gateNames.map((gate) => [gate, 'open'])) as Door['gates'];
