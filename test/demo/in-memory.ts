import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { putAgency } from '../../functions/directory/store.ts';
import type { AnswerOf, BodyIn, Route } from '../../functions/shared/http/contract.ts';
import { newId } from '../../functions/shared/values/ids.ts';
import type { Cast } from '../../infra/local/demo-cases.ts';
import { Refused, type Caller, type Sent } from '../../infra/local/demo-client.ts';
import { agencies, demoAccounts, everybody, keepers, type DemoAgency } from '../../infra/local/demo-staff.ts';
import { actorOf, ask, enterPerson } from '../support/in-process.ts';
import { mediaInMemory } from '../support/media-in-memory.ts';
import { memoryStore, type MemoryStore } from '../support/memory-store.ts';
import { wholeApi } from '../support/whole-api.ts';

/** The people of the demonstration in this process, at a moment of the test's choice. */
export async function demoInMemory(now: Date): Promise<Cast & { readonly store: MemoryStore }> {
  const store = memoryStore();
  const app = wholeApi(store, now, mediaInMemory(new Set()));
  const agencyIds = Object.fromEntries(Object.keys(agencies).map((name) => [name, newId(randomBytes)]));
  for (const [name, agency] of Object.entries(agencies)) {
    const keptBy = (keepers[name as DemoAgency] ?? []).map((keeper) => agencyIds[keeper] ?? '');
    await store.write(putAgency({ agencyId: agencyIds[name] ?? '', ...agency, keptBy }));
  }
  const people = await Promise.all(
    Object.entries(everybody).map(async ([name, { agency, role, ...person }]) => {
      const { name: agencyName, country } = agencies[agency];
      const more = { ...person, agencyId: agencyIds[agency] ?? '', agencyName, country };
      return [name, await enterPerson(store, role, more)] as const;
    }),
  );
  const callers = demoAccounts.map((name): [string, Caller] => {
    const person = people.find(([each]) => each === name)?.[1];
    if (person === undefined) throw new Error(`Nobody is ${name}.`);
    const call = async <R extends Route>(
      route: R,
      { params = {}, query = {}, body }: Sent<BodyIn<R>> = {},
    ): Promise<AnswerOf<R>> => {
      const path = route.path.replace(/:(\w+)/g, (_, each: string) => params[each] ?? '');
      const asked = new URLSearchParams(query).toString();
      const told = await ask(app, actorOf(person), route.method, `${path}?${asked}`, body);
      if (told.status >= 300) throw new Refused(route, told.status, told.body);
      return z.parse<R['answer']>(route.answer, told.body);
    };
    return [name, call];
  });
  return {
    store,
    as: Object.fromEntries(callers) as Cast['as'],
    ids: Object.fromEntries(people.map(([name, { personId }]) => [name, personId])) as Cast['ids'],
  };
}
