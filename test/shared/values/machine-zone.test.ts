import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const probe = fileURLToPath(new URL('./machine-zone-probe.ts', import.meta.url));

function answersIn(zone: string): { machine: string; answers: string } {
  const out = execFileSync(process.execPath, [probe], {
    env: { ...process.env, TZ: zone },
    encoding: 'utf8',
  });
  return JSON.parse(out) as { machine: string; answers: string };
}

test('the zone of the machine changes no answer', () => {
  const zones = ['UTC', 'America/New_York', 'Asia/Bangkok', 'Australia/Lord_Howe'];
  const given = zones.map(answersIn);
  expect(given.map(({ machine }) => machine)).toEqual(zones);
  expect(given[0]?.answers.length).toBeGreaterThan(10_000);
  for (const { answers } of given) expect(answers).toBe(given[0]?.answers);
}, 30_000);
