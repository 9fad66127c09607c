import { beforeAll, describe, expect, it } from 'vitest';
import type { DeployedStack } from '../../../infra/local/deployed-stack.ts';
import { addPerson } from '../../../infra/people.ts';
import { accountsOf, tokenOf } from '../../../infra/local/demo-client.ts';
import { parsePerson, personKey } from '../../../functions/directory/port/actor.ts';
import { newId } from '../../../functions/shared/values/ids.ts';
import { randomBytes } from 'node:crypto';
import { witnessOf } from '../../support/booking.ts';
import { send, type Answer } from '../../support/http.ts';
import { bangkokIn, expectDone, invite, newCase, takeCase } from '../../support/interview.ts';
import { newOffice, storeOf, type Office, type OfficeRole } from '../../support/office.ts';
import { proposed } from '../../support/proposal.ts';
import { deployedStack } from '../../support/stack.ts';

/** The deployed functions, with their own rights and the store's own transactions. */

let stack: DeployedStack;
let office: Office;
let caseId: string;
let witness: string;
beforeAll(async () => {
  stack = deployedStack();
  office = await newOffice(stack);
  caseId = await newCase(stack, office);
  witness = await witnessOf(stack.apiUrl, office.tokens.prosecutor, caseId);
});

const life = (by: OfficeRole, verb: string, body: object): Promise<Answer> =>
  send(stack.apiUrl, 'POST', `/api/cases/${caseId}/${verb}`, { token: office.tokens[by], body });
const book = (inHours: number): Promise<Answer> => {
  const { ids, tokens } = office;
  const brief = {
    caseId,
    kind: 'interview',
    local: bangkokIn(inHours * 60),
    zone: 'Asia/Bangkok',
    minutes: 30,
    seats: { clerk: ids.clerk, supportOfficer: ids['support-officer'], interpreter: ids.interpreter },
  };
  const body = proposed(brief, { booker: ids.prosecutor, witness });
  return send(stack.apiUrl, 'POST', '/api/sessions', { token: tokens.prosecutor, body });
};
const cancel = (sessionId: string) =>
  send(stack.apiUrl, 'POST', `/api/sessions/${sessionId}/cancellation`, {
    token: office.tokens.prosecutor,
    body: { reason: 'other' },
  });
const fileFor = (token: string) => send(stack.apiUrl, 'GET', `/api/cases/${caseId}`, { token });
const booked = async (): Promise<{ sessionId: string; status: string }[]> => {
  const path = `/api/sessions?caseId=${caseId}`;
  const { body } = await send(stack.apiUrl, 'GET', path, { token: office.tokens.clerk });
  return (body.sessions as { sessionId: string; status: string }[]).filter(
    ({ status }) => status !== 'cancelled',
  );
};

describe('a case on the stack', () => {
  it('closed and booked at the same moments is never both', async () => {
    for (let time = 0; time < 4; time += 1) {
      const answers = await Promise.all([
        book(48 + time * 24),
        life('prosecutor', 'closing', { reason: 'decided' }),
        book(60 + time * 24),
      ]);
      expect(answers.map(({ status }) => status)).not.toContain(500);
      const closed = answers[1]?.status === 201;
      const toCome = await booked();
      if (closed) {
        expect(toCome).toEqual([]);
        expectDone(await life('clerk', 'reopening', { reason: 'ended-in-error' }));
      }
      for (const { sessionId } of toCome) expectDone(await cancel(sessionId));
    }
  });

  it('is held for an appeal, closed by the court, and opened again', async () => {
    expectDone(
      await life('clerk', 'appeal', { reason: 'appeal-lodged', note: 'The file is with the court' }),
    );
    expect((await book(50)).code).toBe('case-closed');
    expect((await life('prosecutor', 'reopening', { reason: 'retrial' })).code).toBe('not-your-role');
    expectDone(await life('judge', 'closing', { reason: 'appeal-decided' }));
    expectDone(await life('prosecutor', 'reopening', { reason: 'retrial' }));
    expect((await fileFor(office.tokens.prosecutor)).body.state).toBe('open');
  });

  it('that called a session off still hears, by link and PIN alone, who was to be heard', async () => {
    const sessionId = expectDone(await book(30)).body.sessionId as string;
    const given = await invite({ ...office, api: stack.apiUrl, caseId, witness, sessionId }, 'witness');
    expectDone(await cancel(sessionId));
    const byLink = (verb: string) => send(stack.apiUrl, 'POST', `/api/rooms/${verb}`, { body: given });
    expect(await byLink('redemptions')).toMatchObject({ status: 410, code: 'only-withdrawal' });
    expect(expectDone(await byLink('withdrawals')).body).toEqual({ gate: 'refused' });
    const { body } = await fileFor(office.tokens['support-officer']);
    expect(body.witnesses[0].stands).toContainEqual(
      expect.objectContaining({ gate: 'consent', state: 'refused' }),
    );
  });

  it('has a party no more, who was named in error', async () => {
    const named = expectDone(await life('clerk', 'parties', { role: 'observer', label: 'Observer' }));
    const party = named.body.pseudonym as string;
    expectDone(await life('judge', `parties/${party}/leaving`, { reason: 'named-in-error' }));
    expect((await fileFor(office.tokens.prosecutor)).body.former).toMatchObject([{ pseudonym: party }]);
  });

  it('takes a colleague in, who leaves, and whose agency lets it go', async () => {
    const { agencyId } = await agencyOf(office.ids['support-officer']);
    const email = `${newId(randomBytes)}@example.org`;
    const password = `Saksi-${newId(randomBytes)}-7`;
    const personId = await addPerson(
      { store: storeOf(stack), accounts: accountsOf(stack), userPoolId: stack.outputs.UserPoolId },
      { agencyId, role: 'support-officer', label: 'Another officer', zone: 'Asia/Yangon', language: 'en' },
      { email, password },
    );
    const token = await tokenOf(stack, email, password);
    expect((await fileFor(token)).status).toBe(404);
    const came = expectDone(await life('support-officer', 'members', { personId }));
    expect((await fileFor(token)).status).toBe(200);
    const leaving = { member: came.body.pseudonym as string, reason: 'other-duties' };
    expectDone(await life('support-officer', 'leaving', leaving));
    expect((await fileFor(token)).status).toBe(404);
    const own = await send(stack.apiUrl, 'GET', '/api/cases', { token });
    expect(own.body).toEqual({ cases: [] });
    const kept = await life('support-officer', 'release', { reason: 'other' });
    expect(kept).toMatchObject({ status: 409, code: 'still-needed' });
    expect(kept.body.facts.witnesses).toEqual([witness]);
    const second = await newOffice(stack);
    const handed = { personId: second.ids['support-officer'] };
    expectDone(await life('prosecutor', 'members', handed));
    expect((await fileFor(second.tokens['support-officer'])).code).toBe('case-not-taken');
    await takeCase(stack, caseId, second.tokens['support-officer']);
    const path = `/api/cases/${caseId}/witnesses/${witness}/holder`;
    expectDone(
      await send(stack.apiUrl, 'POST', path, {
        token: office.tokens['support-officer'],
        body: { to: handed.personId },
      }),
    );
    const released = expectDone(await life('support-officer', 'release', { reason: 'mandate-ended' }));
    expect(released.body.left).toHaveLength(3);
    for (const role of ['support-officer', 'attending-officer', 'central-authority'] as const)
      expect((await fileFor(office.tokens[role])).status).toBe(404);
  });
});

async function agencyOf(personId: string): Promise<{ agencyId: string }> {
  const [item] = await storeOf(stack).get([personKey(personId)]);
  return parsePerson(item);
}
