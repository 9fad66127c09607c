import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** The lines of the list as they must stand, made from the folders. */
const lines = readdirSync(join(root, 'functions')).flatMap((capability) => {
  const folder = join(root, 'functions', capability, 'port');
  const names = existsSync(folder) ? readdirSync(folder).map((name) => `\`${name}\``) : [];
  return names.length === 0 ? [] : [`  - ${capability}: ${names.join(', ')}`];
});

test('CONTRIBUTING lists the ports that there are', () => {
  const text = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
  const listed = /The ports:\n((?: {2}- .+\n)+)/.exec(text)?.[1]?.trimEnd().split('\n');
  expect(listed, `Below "The ports:" in CONTRIBUTING.md there must stand\n${lines.join('\n')}\n`).toEqual(
    lines,
  );
});
