import { sessionsApp } from '../../functions/sessions/routes.ts';
import type { Reservation } from '../../functions/sessions/port/week-pages.ts';
import { jitteredPause } from '../../functions/shared/store/commit.ts';
import type { Store } from '../../functions/shared/store/store.ts';
import { enterPerson, contextOver, type Told } from '../support/in-process.ts';
import { calendarIdOf, setDuty, takenOn } from '../support/calendars.ts';
import { prepareCase, now } from '../support/prepared-case.ts';
import { bookWith } from '../support/session-verbs.ts';

export interface Raced {
  readonly told: readonly Told[];
  readonly standing: { readonly clerk: readonly Reservation[]; readonly interpreter: readonly Reservation[] };
  readonly changeover: number;
  readonly dayMinutes: number;
}

/**
 * So many clients, each a prosecutor with a case of her own, who book the same clerk and interpreter at the same moment.
 * @param slots how many starts, a quarter of an hour apart, they spread over
 */
export async function race(
  store: Store,
  { clients, slots }: { readonly clients: number; readonly slots: number },
): Promise<Raced> {
  const [changeover, dayMinutes] = [15, 240];
  const roles = ['clerk', 'support-officer', 'attending-officer', 'central-authority', 'auditor'] as const;
  const entered = await Promise.all(roles.map((role) => enterPerson(store, role)));
  const shared = Object.fromEntries(entered.map((person) => [person.role, person]));
  const interpreter = await enterPerson(store, 'interpreter', { zone: 'Asia/Bangkok', country: 'TH' });
  await setDuty(store, interpreter, { changeover, dayMinutes });
  const preparedCases = await Promise.all(
    Array.from({ length: clients }, () => prepareCase(store, { ...shared, interpreter })),
  );
  const app = sessionsApp({ ...contextOver(store, now), pause: jitteredPause(Math.random) });
  const told = await Promise.all(
    preparedCases.map((prepared, client) => {
      const minute = 9 * 60 + ((client * 7) % slots) * 15;
      const two = (value: number) => String(value).padStart(2, '0');
      const local = `2027-03-09T${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
      return bookWith(prepared, local, { minutes: 45 }, { app });
    }),
  );
  const [clerk, interpreting] = await Promise.all([
    takenOn(store, calendarIdOf(shared['clerk'] as (typeof entered)[number])),
    takenOn(store, calendarIdOf(interpreter)),
  ]);
  return { told, standing: { clerk, interpreter: interpreting }, changeover, dayMinutes };
}
