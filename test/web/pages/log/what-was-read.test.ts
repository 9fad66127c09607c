import { globSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { whatWasRead } from '../../../../web/src/pages/log/what-was-read.ts';

const functions = join(import.meta.dirname, '../../../../functions');
const paths: string[] = [];
for (const file of globSync('**/contract.ts', { cwd: functions })) {
  const contract = (await import(join(functions, file))) as Record<string, unknown>;
  for (const route of Object.values(contract))
    if (typeof route === 'object' && route !== null && 'entered' in route && 'path' in route)
      paths.push(String(route.path));
}

test('of everything that is entered as read an auditor is told in words what it was', () => {
  expect(paths.length).toBeGreaterThan(30);
  expect(paths.filter((path) => whatWasRead(path) === undefined)).toEqual([]);
});

test('who somebody is, and a file that was taken, are told apart from what lies beside them', () => {
  expect(whatWasRead('/api/witnesses/:caseId/:party/identity/readings')).toBe('vault');
  expect(whatWasRead('/api/witnesses/:caseId/:party')).toBe('witnesses');
  expect(whatWasRead('/api/disclosures/:caseId/files')).toBe('taken');
  expect(whatWasRead('/api/disclosures/:caseId/readings')).toBe('disclosures');
});

test('of what nobody knows nothing is said', () => {
  for (const route of [undefined, 3, '', '/api/', 'cases', '/api/elsewhere/1'])
    expect(whatWasRead(route)).toBeUndefined();
});
