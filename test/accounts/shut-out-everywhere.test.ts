import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { readStaff, personKey, type Person } from '../../functions/directory/port/actor.ts';
import { staffRoles } from '../../functions/shared/access/roles.ts';
import { subjectOf } from '../../functions/directory/store.ts';
import { newId } from '../../functions/shared/values/ids.ts';
import { everyRoute, idsOf, nowhere, requestTo } from '../support/every-route.ts';
import { newKey } from '../support/http.ts';
import { actorOf, ask, contextOver } from '../support/in-process.ts';
import { now } from '../support/prepared-case.ts';
import { wholeApi } from '../support/whole-api.ts';
import { accountsApp } from '../../functions/accounts/routes.ts';
import { accountsOffice, enterWithAccount, type AccountsOffice } from './office.ts';

/**
 * Whoever an administrator shut out is asked to sign in at every route, whatever they were and with a token that is still
 * good: who asks is read here from the directory by the subject of the sign-in, as on the stack.
 */

let office: AccountsOffice;
/** Of people who are not there, for what a request names. */
const ids = idsOf(
  Object.fromEntries([...staffRoles, 'interpreter'].map((role) => [role, { personId: newId(randomBytes) }])),
);
const subjects = new Map<string, string>();

beforeAll(async () => {
  office = await accountsOffice();
  for (const role of staffRoles) {
    const person = await enterWithAccount(office.store, office.pool, role, office.court);
    subjects.set(role, await subject(person));
    const app = accountsApp(contextOver(office.store, now), office.pool);
    const path = `/api/accounts/people/${person.personId}/disabling`;
    const { status } = await ask(app, actorOf(office.administrator), 'POST', path, { version: 1 });
    if (status !== 200) throw new Error(`${role} was not shut out.`);
  }
});

async function subject({ personId }: Person): Promise<string> {
  return subjectOf((await office.store.get([personKey(personId)]))[0]) ?? '';
}

describe.each(staffRoles)('%s who was shut out', (role) => {
  it.each(everyRoute.filter(([, { route }]) => route.who !== 'anyone'))(
    'is asked to sign in: %s',
    async (_, found) => {
      const app = wholeApi(office.store, now, undefined, {
        authenticate: () => readStaff(office.store, subjects.get(role) ?? ''),
      });
      const { method, path, body } = requestTo(found, { ids, witness: 'W-4K7Q' }, nowhere());
      const response = await app.request(path, {
        method,
        headers: { 'content-type': 'application/json', 'idempotency-key': newKey() },
        ...(method === 'POST' ? { body: JSON.stringify(body) } : {}),
      });
      expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([
        401,
        'sign-in-needed',
      ]);
    },
  );
});
