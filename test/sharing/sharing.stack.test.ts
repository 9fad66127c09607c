import { beforeAll, expect, test } from 'vitest';
import { localOf } from '../../functions/shared/values/zones.ts';
import { fullConsent } from '../support/consent-and-plan.ts';
import { witnessOf } from '../support/booking.ts';
import { send, type Answer } from '../support/http.ts';
import { expectDone, newCase, takeCase } from '../support/interview.ts';
import { newOffice, oneMoreOfficer, type Office, type Signed } from '../support/office.ts';
import { entriesOf } from '../support/session-log.ts';
import { deployedStack } from '../support/stack.ts';

/** The deployed capability: its rights reach as far as each verb needs, from what was told to that she was told of it. */

const stack = deployedStack();
let office: Office;
let second: Signed;
let caseId: string;
let party: string;

beforeAll(async () => {
  office = await newOffice(stack);
  second = await oneMoreOfficer(stack, 'prosecutor', 'TH');
  caseId = await newCase(stack, office, [second.personId]);
  await takeCase(stack, caseId, second.token);
  party = await witnessOf(stack.apiUrl, office.tokens.prosecutor, caseId);
}, 120_000);

const post = (token: string, verb: string, body: object): Promise<Answer> =>
  send(stack.apiUrl, 'POST', `/api/sharing/${caseId}/${party}/${verb}`, { token, body });
const done = async (token: string, verb: string, body: object) =>
  expectDone(await post(token, verb, body)).body.number as number;
const read = async (token: string) =>
  expectDone(await send(stack.apiUrl, 'GET', `/api/sharing/${caseId}/${party}`, { token })).body;
const tasks = async (token: string): Promise<string[]> =>
  expectDone(await send(stack.apiUrl, 'GET', '/api/sharing/tasks', { token })).body.tasks.map(
    ({ task }: { task: string }) => task,
  );
const witness = (verb: string, body: object) =>
  send(stack.apiUrl, 'POST', `/api/witnesses/${caseId}/${party}/${verb}`, {
    token: office.tokens['support-officer'],
    body,
  });

test('what she told goes to the authority that she named, comes back to her, and falls with her consent', async () => {
  const { 'support-officer': holder, prosecutor } = office.tokens;
  const information = await done(holder, 'information', { text: 'The driver has a scar.' });
  const { authorities } = await read(holder);
  const thai = authorities.find(({ state }: { state: string }) => state === 'TH');
  const sharing = { information, to: thai.agencyId, purpose: 'this-prosecution' };
  expect(await post(holder, 'shares', sharing)).toMatchObject({ status: 409, code: 'not-within-consent' });
  const named = authorities
    .filter(({ state }: { state: string }) => state === 'TH')
    .map(({ agencyId, name, state }: { agencyId: string; name: string; state: string }) => ({
      authority: name,
      state,
      purpose: 'this-prosecution',
      agency: agencyId,
    }));
  expectDone(await witness('consent', { ...fullConsent, sharing: named }));
  // Two Thai authorities are named; the one whose officer reads is the first prosecutor's.
  const shares = [];
  for (const { agency: to } of named) shares.push(await done(holder, 'shares', { ...sharing, to }));
  expect(await tasks(prosecutor)).toEqual(['receive']);
  const [share] = (await read(prosecutor)).shares;
  expect(shares).toContain(share.number);
  expect(share.text).toBeUndefined();
  await done(prosecutor, 'receipts', { share: share.number, limits: 'accepted' });
  expect((await read(prosecutor)).shares[0].text).toBe('The driver has a scar.');
  const use = await done(prosecutor, 'uses', { share: share.number, use: 'arrest' });
  expect(await tasks(prosecutor)).toEqual(['feedback']);
  const feedback = await done(prosecutor, 'feedback', {
    use,
    words: 'It helped.',
    mayBeTold: { is: 'now' },
  });
  expect(await tasks(holder)).toEqual(['tell']);
  // Where she is.
  const on = localOf('Asia/Yangon', new Date().toISOString()).local.slice(0, 10);
  await done(holder, 'told', {
    feedback,
    telling: { is: 'told', on, how: 'in-person', with: 'interpreter' },
  });
  expect(await tasks(holder)).toEqual([]);
  expectDone(await witness('withdrawal', {}));
  const after = (await read(prosecutor)).shares[0];
  expect([after.text, typeof after.fallen]).toEqual([undefined, 'string']);
});

test('scenario 16: a second prosecutor asks for a copy, is refused by rule for another case, and declined for another purpose', async () => {
  const { 'support-officer': holder } = office.tokens;
  const other = { purpose: 'another-case', why: 'We have a file on the same driver.' };
  expect(await post(second.token, 'asks', other)).toMatchObject({
    status: 201,
    body: { state: 'refused-by-rule' },
  });
  const asked = await post(second.token, 'asks', { purpose: 'compensation', why: 'For the civil claim.' });
  expect(asked).toMatchObject({ status: 201, body: { state: 'waits' } });
  expect(await tasks(holder)).toEqual(['answer']);
  expectDone(
    await post(holder, 'declined-asks', { ask: asked.body.number, reason: 'She does not want it.' }),
  );
  expect((await read(second.token)).asks.map(({ state }: { state: string }) => state)).toEqual([
    'refused-by-rule',
    'declined',
  ]);
  const actions = (await entriesOf(stack, caseId)).map(({ action }) => action);
  expect(actions.filter((action) => /^(information|feedback)\./.test(action))).toEqual([
    'information.kept',
    'information.shared',
    'information.shared',
    'information.received',
    'information.used',
    'feedback.given',
    'feedback.told',
    'information.asked-for',
    'information.asked-for',
    'information.declined',
  ]);
});
