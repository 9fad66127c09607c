import { beforeAll, expect, test } from 'vitest';
import { personPartition } from '../../functions/cases/port/standing-decision.ts';
import { witnessOf } from '../support/booking.ts';
import { send } from '../support/http.ts';
import { newCase } from '../support/interview.ts';
import { newOffice, storeOf, type Office } from '../support/office.ts';
import { deedsOf } from '../support/session-log.ts';
import { deployedStack } from '../support/stack.ts';

/** The vault as it is deployed: its two tables, and the rights of the one function that can name them. */
const stack = deployedStack();
let office: Office;
let caseId: string;
let party: string;

beforeAll(async () => {
  office = await newOffice(stack);
  caseId = await newCase(stack, office);
  party = await witnessOf(stack.apiUrl, office.tokens.prosecutor, caseId);
});

const her = {
  name: 'ခင် မေ ဦး',
  otherNames: ['Khin May Oo'],
  born: '1998-04-12',
  documents: [],
  reach: { ways: ['phone'], phones: ['+959123456789'] },
};
const post = (by: keyof Office['tokens'], verb: string, body: object) =>
  send(stack.apiUrl, 'POST', `/api/witnesses/${caseId}/${party}/identity${verb}`, {
    token: office.tokens[by],
    body,
  });

test('who somebody is: kept, asked for, agreed to by another agency, read, and erased for good', async () => {
  expect(await post('support-officer', '', her)).toMatchObject({ status: 201, body: { version: 1 } });
  const asked = await post('judge', '/unmaskings', {
    ground: 'order-of-court',
    reason: 'The court must know who speaks.',
    minutes: 15,
  });
  expect(asked).toMatchObject({ status: 201 });
  const { unmaskingId } = asked.body as { readonly unmaskingId: string };
  expect(await post('judge', '/readings', { unmaskingId })).toMatchObject({
    status: 403,
    code: 'identity-sealed',
  });
  const agreed = await post('support-officer', '/unmaskings/decision', { unmaskingId, decision: 'agree' });
  expect(agreed).toMatchObject({ status: 201 });
  expect(await post('judge', '/readings', { unmaskingId })).toMatchObject({
    status: 201,
    body: { identity: her, readings: 1 },
  });
  const store = storeOf(stack);
  const at = personPartition(caseId, party);
  const kept = (await Promise.all(['vault', 'vaultkeys'].map((table) => store.query(table, at)))).flat();
  expect(kept.map(({ sk }) => sk)).toEqual(['identity', 'data-key']);
  expect(JSON.stringify(kept)).not.toContain(her.name);
  const vault = await send(stack.apiUrl, 'GET', `/api/witnesses/${caseId}/${party}/identity`, {
    token: office.tokens.auditor,
  });
  expect(vault.body).toMatchObject({
    state: 'kept',
    unmaskings: [{ unmaskingId, state: 'open', readings: 1 }],
  });
  expect(await post('support-officer', '/erasure', { ground: 'their-wish' })).toMatchObject({ status: 201 });
  expect(await post('judge', '/readings', { unmaskingId })).toMatchObject({
    status: 409,
    code: 'identity-erased',
  });
  const left = await Promise.all(['vault', 'vaultkeys'].map((table) => store.query(table, at)));
  expect(left.flat()).toEqual([]);
  const actions = (await deedsOf(stack, caseId)).map(({ action }) => action);
  expect(actions.slice(-5)).toEqual([
    'identity.kept',
    'unmasking.asked',
    'unmasking.agreed',
    'identity.read',
    'identity.erased',
  ]);
});
