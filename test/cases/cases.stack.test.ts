import { beforeAll, describe, expect, it } from 'vitest';
import { mostAtOpening } from '../../functions/cases/contract.ts';
import { headKey, parseHead } from '../../functions/custody/port/append.ts';
import type { DeployedStack } from '../../infra/local/deployed-stack.ts';
import { newKey, send } from '../support/http.ts';
import { newCase, takeCase } from '../support/interview.ts';
import { newOffice, storeOf, type Office } from '../support/office.ts';
import { deployedStack } from '../support/stack.ts';

let stack: DeployedStack;
let office: Office;
let caseId: string;
beforeAll(async () => {
  stack = deployedStack();
  office = await newOffice(stack);
  caseId = await newCase(stack, office);
});

const as = (who: keyof Office['tokens'], path: string) =>
  send(stack.apiUrl, 'GET', path, { token: office.tokens[who] });

const opening = (change: object = {}) => ({
  reference: 'T 2/2026',
  requestingState: 'TH',
  hostState: 'MM',
  members: [office.ids.clerk, office.ids['support-officer']],
  witnesses: [{ protected: true, holder: office.ids['support-officer'], zone: 'Asia/Rangoon', mayKnow: [] }],
  ...change,
});

describe('a case', () => {
  it('is in the list of each member, and of nobody else', async () => {
    const row = { caseId, reference: 'T 1/2026', requestingState: 'TH', hostState: 'MM' };
    expect((await as('auditor', '/api/cases')).body.cases).toContainEqual({
      ...row,
      taken: true,
      state: 'open',
    });
    const stranger = await newOffice(stack);
    const others = await send(stack.apiUrl, 'GET', '/api/cases', { token: stranger.tokens.prosecutor });
    expect(others.body).toEqual({ cases: [] });
  });

  it('shows her zone to her holder and to whom the order lists, and to nobody else', async () => {
    const zones = await Promise.all(
      (
        [
          'prosecutor',
          'clerk',
          'auditor',
          'central-authority',
          'support-officer',
          'attending-officer',
        ] as const
      ).map(async (who) => (await as(who, `/api/cases/${caseId}`)).body.witnesses[0].zone),
    );
    expect(zones).toEqual([undefined, undefined, undefined, undefined, 'Asia/Yangon', 'Asia/Yangon']);
  });

  it('shows its members by role, each under a pseudonym of its own', async () => {
    const { members } = (await as('clerk', `/api/cases/${caseId}`)).body;
    expect(members.map(({ role }: { role: string }) => role)).toEqual([
      'prosecutor',
      'clerk',
      'support-officer',
      'attending-officer',
      'central-authority',
      'auditor',
      'judge',
    ]);
  });

  it('has a log of its own from its first moment', async () => {
    const [head] = await storeOf(stack).get([headKey(caseId)]);
    // It was opened, somebody is to be heard, and the host State's agency took it.
    expect(parseHead(head)).toMatchObject({ caseId, frontier: { size: 3 } });
  });
});

describe('opening', () => {
  const open = (body: unknown, key = newKey()) =>
    send(stack.apiUrl, 'POST', '/api/cases', { token: office.tokens.prosecutor, body, key });

  it('twice with one key opens one case', async () => {
    const key = newKey();
    const [one, two] = await Promise.all([open(opening(), key), open(opening(), key)]);
    expect(one.status).toBe(201);
    expect(two.body).toEqual(one.body);
  });

  it('keeps the modern name of a zone', async () => {
    const { body } = await open(opening());
    await takeCase(stack, body.caseId as string, office.tokens['support-officer']);
    expect((await as('support-officer', `/api/cases/${body.caseId}`)).body.witnesses[0].zone).toBe(
      'Asia/Yangon',
    );
  });

  it('with somebody unsuitable is refused and opens nothing', async () => {
    const before = (await as('prosecutor', '/api/cases')).body;
    const refused = await open(opening({ members: [office.ids.interpreter, office.ids['support-officer']] }));
    expect([refused.status, refused.code, refused.body.facts]).toEqual([
      422,
      'person-not-suitable',
      { field: 'members' },
    ]);
    expect((await as('prosecutor', '/api/cases')).body).toEqual(before);
  });

  /** Who can be named when a case is opened. */
  const named = ['clerk', 'support-officer', 'attending-officer', 'central-authority', 'auditor'] as const;

  it('with every seat of thirty members still fits one transaction', async () => {
    const more = await Promise.all(Array.from({ length: 5 }, async () => (await newOffice(stack)).ids));
    const members = [office.ids, ...more].flatMap((ids) => named.map((role) => ids[role])).slice(0, 30);
    const [witness] = opening().witnesses;
    const witnesses = Array.from({ length: mostAtOpening }, () => witness);
    const opened = await open(opening({ members, witnesses }));
    expect([members.length, opened.status]).toEqual([30, 201]);
  });
});
