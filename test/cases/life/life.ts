import { casesApp } from '../../../functions/cases/routes.ts';
import type { Person } from '../../../functions/directory/port/actor.ts';
import type { Store } from '../../../functions/shared/store/store.ts';
import { actorOf, ask, contextOver, type Told } from '../../support/in-process.ts';
import { now, type PreparedCase } from '../../support/prepared-case.ts';

/** What the people of a prepared case do with the case itself, in few words. */
export const lifeOf = (prepared: PreparedCase) => {
  const app = (store: Store, at: Date) => casesApp(contextOver(store, at));
  return (
    by: Person,
    verb: string,
    body: object,
    { store = prepared.store, at = now }: { readonly store?: Store; readonly at?: Date } = {},
  ): Promise<Told> => ask(app(store, at), actorOf(by), 'POST', `/api/cases/${prepared.caseId}/${verb}`, body);
};

/** What is refused, and that nothing changed by it. */
export const codeOf = ({ status, body }: Told) => [status, body.code];
