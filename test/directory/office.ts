import type { Person } from '../../functions/directory/port/actor.ts';
import { directoryApp } from '../../functions/directory/routes.ts';
import { actorOf, ask, contextOver, enterPerson, type Told } from '../support/in-process.ts';
import { entriesIn } from '../support/log-entries.ts';
import { memoryStore } from '../support/memory-store.ts';
import { now } from '../support/prepared-case.ts';

/** A court that keeps an interpreter’s calendar, and three officers of a shelter, over a store in memory. */
export async function directoryOffice() {
  const store = memoryStore();
  const clerk = await enterPerson(store, 'clerk');
  const interpreter = await enterPerson(store, 'interpreter');
  /** At a protected site in Myanmar, a colleague there, and one of the same agency who is not. */
  const supporter = await enterPerson(store, 'support-officer', { atProtectedSite: true });
  const { agencyId } = supporter;
  const beside = await enterPerson(store, 'support-officer', { agencyId, atProtectedSite: true });
  const outside = await enterPerson(store, 'support-officer', { agencyId });
  const request = (by: Person, method: 'GET' | 'POST', path: string, body?: object): Promise<Told> =>
    ask(directoryApp(contextOver(store, now)), actorOf(by), method, `/api/directory/${path}`, body);
  return {
    store,
    clerk,
    interpreter,
    supporter,
    beside,
    outside,
    request,
    read: async (by: Person, path: string) => (await request(by, 'GET', path)).body,
    logOf: ({ agencyId: logId }: Person) => entriesIn(store, logId),
    /** The code with which something is refused that writes nothing. */
    async refusalOf(asked: () => Promise<Told>): Promise<unknown> {
      const before = [...store.items];
      const { body } = await asked();
      return JSON.stringify(before) === JSON.stringify([...store.items])
        ? body.code
        : 'something was written';
    },
  };
}

export type DirectoryOffice = Awaited<ReturnType<typeof directoryOffice>>;
