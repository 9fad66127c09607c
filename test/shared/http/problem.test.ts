import { describe, expect, test } from 'vitest';
import { problemResponse } from '../../../functions/shared/http/problem.ts';
import { Refusal, refusals, type BareCode } from '../../../functions/shared/refusals.ts';
import { assertProblem } from '../../support/problem.ts';

/** All of them; the headers are the same without the facts that some have. */
const codes = Object.keys(refusals) as BareCode[];
const responseTo = (code: BareCode) => problemResponse(new Refusal(code), 'req-1');

describe('what a client reads of a refusal before its words', () => {
  /** Seconds after which to ask again; a page that waits needs no person for it. */
  const waits: Partial<Record<BareCode, string>> = {
    busy: '2',
    'media-unreachable': '2',
    'asked-too-often': '60',
    'too-many-tries': '900',
  };

  test.each(codes)('%s', (code) => {
    const { status, headers } = responseTo(code);
    expect(status).toBe(refusals[code].status);
    expect(headers.get('content-type')).toBe('application/problem+json');
    expect(headers.get('retry-after')).toBe(waits[code] ?? null);
  });

  test('that a sign-in is too old, by the one code of them all', () => {
    const asking = codes.filter((code) => responseTo(code).headers.has('www-authenticate'));
    expect(asking).toEqual(['sign-in-again']);
    expect(responseTo('sign-in-again').headers.get('www-authenticate')).toBe(
      'Bearer error="insufficient_user_authentication"',
    );
  });

  test('how long to wait, where the refusal itself says how long', () => {
    const { headers } = problemResponse(new Refusal('too-many-searches', { seconds: 41 }), 'req-1');
    expect(headers.get('retry-after')).toBe('41');
  });
});

test('facts and fields are told where there are some, and no empty ones', async () => {
  const bare: unknown = await responseTo('busy').json();
  assertProblem(bare);
  expect(bare).not.toHaveProperty('facts');
  expect(bare).not.toHaveProperty('errors');
  const errors = [{ pointer: '/decidedOn', message: 'Too late.' }];
  const told: unknown = await problemResponse(
    new Refusal('time-not-possible', { lastDay: '2027-03-01' }, errors),
    'req-2',
  ).json();
  expect(told).toMatchObject({ facts: { lastDay: '2027-03-01' }, errors, request: 'req-2' });
});
