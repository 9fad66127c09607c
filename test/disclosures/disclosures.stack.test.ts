import { beforeAll, describe, expect, it } from 'vitest';
import { openDisclosure } from '../../functions/custody/port/disclosure.ts';
import type { Entry } from '../../functions/custody/port/entry.ts';
import { verifyExport } from '../../functions/custody/verify.ts';
import { witnessOf } from '../support/booking.ts';
import { send } from '../support/http.ts';
import { bangkokIn, expectDone, gateBodies, newCase } from '../support/interview.ts';
import { newOffice, type Office } from '../support/office.ts';
import { proposed } from '../support/proposal.ts';
import { deployedStack } from '../support/stack.ts';
import { takenLog } from '../support/taken-log.ts';

/** Disclosures by order, as deployed: that function's own rights to read what opens a field where each capability keeps it. */

const stack = deployedStack();
let office: Office;
let caseId: string;
let witness: string;
let log: readonly { readonly entry: Entry; readonly disclosable?: readonly string[] }[];
let prosecutor: string;

const ask = (by: keyof Office['tokens'], method: 'GET' | 'POST', path: string, body?: object) =>
  send(stack.apiUrl, method, path, { token: office.tokens[by], ...(body === undefined ? {} : { body }) });
const order = (index: number, fields: readonly string[]) =>
  ask('judge', 'POST', `/api/disclosures/${caseId}/orders`, {
    index,
    fields,
    to: prosecutor,
    basis: 'Criminal Procedure Code, s. 172',
    reason: 'It is needed for the hearing.',
  });
const read = (by: keyof Office['tokens'], orderId: string) =>
  ask(by, 'POST', `/api/disclosures/${caseId}/readings`, { orderId });
const placeOf = (action: string) => log.findIndex(({ entry }) => entry.action === action);

beforeAll(async () => {
  office = await newOffice(stack);
  caseId = await newCase(stack, office);
  witness = await witnessOf(stack.apiUrl, office.tokens.prosecutor, caseId);
  expectDone(
    await ask('support-officer', 'POST', `/api/witnesses/${caseId}/${witness}/consent`, gateBodies.consent),
  );
  const { to } = expectDone(await ask('judge', 'GET', `/api/disclosures/${caseId}`)).body as {
    to: readonly { role: string; pseudonym: string }[];
  };
  prosecutor = to.find(({ role }) => role === 'prosecutor')?.pseudonym ?? '';
  const officer = to.find(({ role }) => role === 'support-officer')?.pseudonym ?? '';
  const measures = { meet: false, seen: 'as-is', heard: 'as-is', sees: 'as-is', hears: 'as-is' };
  const wanted = { kind: 'pair', protected: witness, from: officer, measures };
  expectDone(
    await ask('prosecutor', 'POST', `/api/orders/${caseId}/applications`, {
      wanted,
      ground: 'She is afraid.',
    }),
  );
  log = expectDone(await ask('judge', 'GET', `/api/custody/case-logs/${caseId}/entries`)).body
    .entries as typeof log;
}, 120_000);

describe('a disclosure', () => {
  it('is ordered by a judge, and read by the one whom it names, from where it is kept', async () => {
    for (const [action, field] of [
      ['consent.given', 'recording'],
      ['order.asked-for', 'ground'],
    ] as const) {
      const index = placeOf(action);
      expect([action, log[index]?.disclosable]).toEqual([action, expect.arrayContaining([field])]);
      const { orderId } = expectDone(await order(index, [field])).body as { orderId: string };
      const { fields } = expectDone(await read('prosecutor', orderId)).body as {
        fields: readonly { name: string; value: string; disclosure: string }[];
      };
      const [opened] = fields;
      const digest = log[index]?.entry.sealed?.[field] ?? '';
      expect(openDisclosure(opened?.disclosure ?? '', digest)).toEqual({ name: field, value: opened?.value });
    }
  });

  it('is read by nobody else, and by nobody once it is lifted', async () => {
    const { orderId } = expectDone(await order(placeOf('consent.given'), ['method'])).body as {
      orderId: string;
    };
    for (const by of ['judge', 'support-officer'] as const)
      expect(await read(by, orderId)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect((await read('auditor', orderId)).body).toMatchObject({ code: 'not-your-role' });
    expectDone(
      await ask('judge', 'POST', `/api/disclosures/${caseId}/liftings`, { orderId, reason: 'Enough.' }),
    );
    expect(await read('prosecutor', orderId)).toMatchObject({ status: 404 });
    expect(await ask('judge', 'POST', `/api/disclosures/${caseId}/agreements`, { orderId })).toMatchObject({
      status: 409,
      body: { code: 'nothing-to-decide' },
    });
  });

  it('of the log of a session is read, and taken away, by that function’s own rights', async () => {
    const { ids } = office;
    const seats = { clerk: ids.clerk, supportOfficer: ids['support-officer'], interpreter: ids.interpreter };
    const booking = {
      caseId,
      kind: 'interview',
      local: bangkokIn(60 * 24 * 9),
      zone: 'Asia/Bangkok',
      minutes: 30,
      seats,
    };
    const body = proposed(booking, { booker: ids.prosecutor, witness });
    const { sessionId } = expectDone(await ask('prosecutor', 'POST', '/api/sessions', body)).body as {
      sessionId: string;
    };
    const path = `/api/interpreting/${sessionId}/assignment`;
    expectDone(await ask('clerk', 'POST', path, gateBodies.interpreter));
    const told = expectDone(await ask('judge', 'GET', `/api/custody/logs/${sessionId}/entries`)).body as {
      entries: typeof log;
    };
    const at = told.entries.find(({ entry }) => entry.action === 'interpreter.confirmed');
    expect(at?.disclosable).toEqual(['vetting']);
    const { orderId } = expectDone(
      await ask('judge', 'POST', `/api/disclosures/${caseId}/orders`, {
        sessionId,
        index: at?.entry.index,
        fields: ['vetting'],
        to: prosecutor,
        basis: 'Criminal Procedure Code, s. 172',
        reason: 'The defence doubts it.',
      }),
    ).body as { orderId: string };
    const taken = await ask('prosecutor', 'POST', `/api/disclosures/${caseId}/files`, { orderId });
    const disclosures = Buffer.from(expectDone(taken).body['file'] as string);
    const { file } = await takenLog(stack.apiUrl, `logs/${sessionId}`, office.tokens.prosecutor);
    expect(verifyExport(file, { disclosures }).disclosed).toMatchObject([
      {
        action: 'interpreter.confirmed',
        field: 'vetting',
        value: JSON.stringify(gateBodies.interpreter.vetting),
      },
    ]);
    expect(await ask('judge', 'POST', `/api/disclosures/${caseId}/files`, { orderId })).toMatchObject({
      status: 404,
    });
  });

  it('opens nothing that tells who somebody is', async () => {
    expect(await order(placeOf('case.opened'), ['reference'])).toMatchObject({
      status: 422,
      body: { code: 'does-not-fit' },
    });
  });
});
