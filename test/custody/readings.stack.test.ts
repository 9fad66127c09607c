import { writeSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { send } from '../support/http.ts';
import { newCase } from '../support/interview.ts';
import { newOffice, type Office } from '../support/office.ts';
import { deployedStack } from '../support/stack.ts';

/** Readings as they are deployed: each capability's right to enter them, the sequencer, the auditor's page, and what it costs. */
const stack = deployedStack();
let office: Office;
let caseId: string;
beforeAll(async () => {
  office = await newOffice(stack);
  caseId = await newCase(stack, office);
});
const get = (by: keyof Office['tokens'], path: string) =>
  send(stack.apiUrl, 'GET', path, { token: office.tokens[by] });
const readingsOf = async () =>
  (await get('auditor', `/api/custody/case-logs/${caseId}/readings`)).body as {
    readonly entries: readonly {
      readonly entry: { readonly actor: { role: string }; details: { route: string } };
    }[];
  };

test('who read a case is shown to its auditor within moments, and each reader once an hour', async () => {
  for (let time = 0; time < 3; time += 1)
    expect(await get('judge', `/api/cases/${caseId}`)).toMatchObject({ status: 200 });
  expect(await get('judge', `/api/sessions?caseId=${caseId}`)).toMatchObject({ status: 200 });
  const read = async () =>
    (await readingsOf()).entries
      .filter(({ entry }) => entry.actor.role === 'judge')
      .map(({ entry }) => entry.details.route);
  await expect.poll(read, { timeout: 15_000 }).toEqual(['/api/cases/:caseId', '/api/sessions']);
  const { body } = await get('clerk', `/api/directory/people?role=interpreter`);
  expect(body).toHaveProperty('people');
});

test('what entering costs the first reading of an hour, against those after it', async () => {
  const milliseconds = async () => {
    const began = performance.now();
    expect((await get('clerk', `/api/cases/${caseId}`)).status).toBe(200);
    return performance.now() - began;
  };
  const first = await milliseconds();
  const taken: number[] = [];
  for (let time = 0; time < 5; time += 1) taken.push(await milliseconds());
  const later = taken.toSorted((one, other) => one - other)[2] ?? 0;
  writeSync(1, `First reading ${Math.round(first)} ms, later ones ${Math.round(later)} ms\n`);
});
