import { beforeEach, describe, expect, test } from 'vitest';
import { requestsApp } from '../../../functions/requests/routes.ts';
import { bookedCase } from '../../support/booked-case.ts';
import { actorOf, ask, contextOver } from '../../support/in-process.ts';
import type { MemoryStore } from '../../support/memory-store.ts';
import { now, type PreparedCase } from '../../support/prepared-case.ts';

/** The road by which the pages read the law data. */

let store: MemoryStore;
let prepared: PreparedCase;
beforeEach(async () => {
  ({ store, prepared } = await bookedCase());
});

const read = (query: string, role: keyof PreparedCase['people'] = 'prosecutor') =>
  ask(
    requestsApp(contextOver(store, now)),
    actorOf(prepared.people[role]),
    'GET',
    `/api/requests/law?${query}`,
  );

describe('the law of a pair of States', () => {
  test('is told with its questions, and each source by its name', async () => {
    const { status, body } = await read('requesting=TH&host=CN&receivedOn=2026-11-28&hearingDay=2027-03-01');
    expect(status).toBe(200);
    const { law, questions, instruments, checklist } = body as Record<string, { [name: string]: unknown }[]>;
    expect(law?.find(({ field }) => field === 'consent')).toMatchObject({
      standing: 'sure',
      statements: [
        { value: 'written', mark: 'V', sources: [{ id: 'S5', language: 'zh' }], checkedBy: 'draft' },
      ],
    });
    expect(instruments?.map(({ basis }) => basis)[0]).toBe('bilateral-treaty');
    expect(questions?.length).toBeGreaterThan(10);
    expect(checklist?.map(({ id }) => id)).toContain('CN-37');
  });

  test('is not taken for a session of that name, and is no secret of a case', async () => {
    expect((await read('requesting=TH&host=VN&receivedOn=2026-11-28', 'clerk')).status).toBe(200);
    expect((await read('requesting=TH&host=VN&receivedOn=2026-11-28', 'support-officer')).status).toBe(403);
  });

  test.each([
    ['a State that is not in our list', 'requesting=TH&host=XX&receivedOn=2026-11-28'],
    ['a day that does not exist', 'requesting=TH&host=VN&receivedOn=2026-02-30'],
    ['no day', 'requesting=TH&host=VN'],
    ['what is not asked for', 'requesting=TH&host=VN&receivedOn=2026-11-28&more=1'],
  ])('with %s is refused', async (_, query) => {
    expect(await read(query)).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
  });
});
