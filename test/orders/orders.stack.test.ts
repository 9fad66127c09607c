import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { nothingOrdered, keptWhollyApart } from '../../functions/orders/port/measures.ts';
import { newId } from '../../functions/shared/values/ids.ts';
import { accountsOf, tokenOf } from '../../infra/local/demo-client.ts';
import { addAgency, addPerson } from '../../infra/people.ts';
import { atDoor, courtHearing, type CourtHearing } from '../support/court-hearing.ts';
import { newKey, send } from '../support/http.ts';
import { expectDone, room, view } from '../support/interview.ts';
import { storeOf } from '../support/office.ts';
import { entriesOf } from '../support/session-log.ts';
import { deployedStack } from '../support/stack.ts';

/** A court orders who may be in the room, on the deployed functions: asked for, the defence heard, and kept by the pass. */

const stack = deployedStack();
let hearing: CourtHearing;
/** The token of the accused's counsel. */
let counsel: string;
let observer: { readonly cookie: string };

beforeAll(async () => {
  hearing = await courtHearing(stack);
  counsel = await counselOf(hearing);
  observer = await atDoor(hearing, 'observer');
}, 120_000);

/** Counsel with an account of their own, whom the clerk admits for the accused. */
async function counselOf({ api, tokens, caseId, accused }: CourtHearing): Promise<string> {
  const office = {
    store: storeOf(stack),
    accounts: accountsOf(stack),
    userPoolId: stack.outputs.UserPoolId,
  };
  const account = { email: `${newId(randomBytes)}@example.org`, password: `Saksi-${newId(randomBytes)}-7` };
  const agencyId = await addAgency(office, { name: 'Bar of a test', country: 'TH' });
  const person = { agencyId, label: 'Counsel', zone: 'Asia/Bangkok', language: 'en' } as const;
  const personId = await addPerson(office, { ...person, role: 'defence-counsel' }, account);
  const body = { personId, for: accused };
  expectDone(await send(api, 'POST', `/api/cases/${caseId}/counsel`, { token: tokens.clerk, body }));
  return tokenOf(stack, account.email, account.password);
}

const post = (token: string, verb: string, body: object, key = newKey()) =>
  send(hearing.api, 'POST', `/api/orders/${hearing.caseId}/${verb}`, { token, body, key });
const read = async (token: string) =>
  expectDone(await send(hearing.api, 'GET', `/api/orders/${hearing.caseId}`, { token })).body;
const between = (from: string) => ({ kind: 'pair', protected: hearing.witness, from });
const unheard = { was: 'not-heard', reason: 'She comes tomorrow.' };
const decide = (ruling: object, step: number) =>
  post(hearing.tokens.judge, 'decisions', { ruling, read: step, reasons: 'Said in court.' });
const admit = (seat: string) => room(hearing, { token: hearing.tokens.clerk }, 'admissions', { seat });
const myState = async (who: { readonly cookie: string }) => (await view(hearing, who)).body.myState as string;

describe('an order of the court', () => {
  it('is asked for, the defence is heard, and a judge makes it; nobody else can', async () => {
    const { tokens, accused } = hearing;
    const wanted = { ...between(accused), measures: nothingOrdered };
    const asked = { wanted: { ...wanted, measures: keptWhollyApart }, ground: 'She is afraid.' };
    expectDone(await post(tokens['support-officer'], 'applications', asked));
    const statement = { about: between(accused), statement: 'The accused has a right to be present.' };
    expectDone(await post(counsel, 'statements', statement));
    const ruling = { decision: 'order', wanted, defence: { was: 'heard' } };
    expect(await post(tokens.prosecutor, 'decisions', { ruling, read: 2, reasons: 'x' })).toMatchObject({
      status: 403,
    });
    expectDone(await decide(ruling, 2));
    expect((await read(counsel)).matters).toMatchObject([{ kept: nothingOrdered, read: 3 }]);
    const entries = await entriesOf(stack, hearing.caseId);
    expect(entries.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['order.asked-for', 'order.defence-stated', 'order.made']),
    );
  });

  it('lets in whom only the default kept out', async () => {
    const who = await atDoor(hearing, 'accused');
    expectDone(await admit('accused'));
    expectDone(await room(hearing, who, 'passes'));
  });

  it('refuses the next pass, puts out whoever is in the room, and once lifted lets them in again', async () => {
    expectDone(await admit('observer'));
    expectDone(await room(hearing, observer, 'passes'));
    const wanted = { ...between(hearing.observer), measures: { ...nothingOrdered, seen: 'not' } };
    expectDone(await decide({ decision: 'order', wanted, defence: unheard }, 0));
    // At once, whatever has followed by then.
    expect(await room(hearing, observer, 'passes')).toMatchObject({
      status: 409,
      body: { code: 'kept-apart' },
    });
    await expect.poll(() => myState(observer), { timeout: 20_000 }).toBe('away');
    expect((await view(hearing, observer)).body).toMatchObject({ keptApart: true });
    const log = await entriesOf(stack, hearing.sessionId);
    expect(log.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['apart.moved', 'seat.kept-apart']),
    );
    const lift = { decision: 'lift', about: between(hearing.observer), defence: unheard };
    expectDone(await decide(lift, 1));
    observer = await atDoor(hearing, 'observer');
    expectDone(await admit('observer'));
    expectDone(await room(hearing, observer, 'passes'));
  });

  it('in camera keeps observers out', async () => {
    const wanted = { kind: 'in-camera', sessionId: hearing.sessionId };
    expectDone(await decide({ decision: 'order', wanted, defence: unheard }, 0));
    expect(await room(hearing, observer, 'passes')).toMatchObject({
      status: 409,
      body: { code: 'in-camera' },
    });
    await expect.poll(() => myState(observer), { timeout: 20_000 }).toBe('away');
  });
});

describe('a summons', () => {
  it('compels a witness: an order of the court stands in the place of consent, and never of a victim’s', async () => {
    const { api, caseId, tokens, ids } = hearing;
    const body = { protected: true, holder: ids['support-officer'], zone: 'Asia/Yangon', mayKnow: [] };
    const named = await send(api, 'POST', `/api/cases/${caseId}/witnesses`, {
      token: tokens.prosecutor,
      body,
    });
    const party = expectDone(named).body.pseudonym as string;
    const decision = { is: 'ordered', basis: 'Criminal Procedure Code, s. 106', wishes: 'Would rather not.' };
    const order = () =>
      post(tokens.judge, `testimony/${party}`, { decision, read: 0, reasons: 'Alone there.' });
    expect(await order()).toMatchObject({ status: 409, body: { code: 'not-compelled' } });
    const path = `/api/cases/${caseId}/witnesses/${party}/description`;
    const as = { capacity: 'witness', languages: [{ language: 'my' }] };
    expectDone(await send(api, 'POST', path, { token: tokens['support-officer'], body: as }));
    expect(expectDone(await order()).body).toEqual({ gate: 'open' });
    const { testimony } = await read(tokens.judge);
    expect(testimony).toMatchObject([{ party, byOrder: true, wishes: decision.wishes }]);
  });
});
