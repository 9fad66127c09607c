import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';

const root = join(import.meta.dirname, '../..');

const folder = (what: string) => `import { x } from '${what}';\nexport const y = x;\n`;
const imports = 'eslint(no-restricted-imports)';

/** What is wrong, where it stands, what stands there, and the rule that must say so. */
const wrong: readonly (readonly [string, string, string, string])[] = [
  ['a capability in another one', 'functions/alpha/act.ts', folder('../beta/store.ts'), imports],
  [
    'a capability in another one, types only',
    'functions/alpha/types.ts',
    "import type { X } from '../beta/store.ts';\nexport type Y = X;\n",
    imports,
  ],
  [
    'a capability in another one, on the way out',
    'functions/alpha/pass.ts',
    "export * from '../beta/x.ts';\n",
    imports,
  ],
  [
    'a capability in another one, loaded late',
    'functions/alpha/late.ts',
    "export const y = await import('../beta/x.ts');\n",
    imports,
  ],
  [
    'a capability’s part in another one',
    'functions/alpha/part/act.ts',
    folder('../../beta/store.ts'),
    imports,
  ],
  [
    'what is not a port of another one in its port',
    'functions/alpha/port/act.ts',
    folder('../../beta/store.ts'),
    imports,
  ],
  [
    'what lies beside the port of another one',
    'functions/alpha/beside.ts',
    folder('../beta/part/store.ts'),
    imports,
  ],
  [
    'a capability deep in another one',
    'functions/alpha/part/deep/act.ts',
    folder('../../../beta/store.ts'),
    imports,
  ],
  [
    'what lies beside the port of another one, deep in one',
    'functions/alpha/part/deep/beside.ts',
    folder('../../../beta/part/store.ts'),
    imports,
  ],
  [
    'what is no port in a function’s entry',
    'functions/beta/lambda.ts',
    folder('../alpha/routes.ts'),
    imports,
  ],
  [
    'server code in the contract of a part',
    'functions/alpha/part/contract.ts',
    folder('../store.ts'),
    imports,
  ],
  ['a function’s entry in another capability', 'functions/alpha/lambda.ts', folder('../beta/x.ts'), imports],
  ['a client in an action', 'functions/alpha/put.ts', folder('@aws-sdk/client-s3'), imports],
  ['a capability in infra', 'functions/alpha/out.ts', folder('../../infra/stages.ts'), imports],
  ['server code in a contract', 'functions/alpha/contract.ts', folder('./store.ts'), imports],
  [
    'every role at once in a contract',
    'functions/zeta/contract.ts',
    "import { staffRoles } from '../shared/access/roles.ts';\nexport const who = staffRoles;\n",
    imports,
  ],
  [
    'every role at once in the contract of a part',
    'functions/zeta/part/contract.ts',
    "import { guestRoles } from '../../shared/access/roles.ts';\nexport const who = guestRoles;\n",
    imports,
  ],
  ['Node in a contract', 'functions/beta/contract.ts', folder('node:crypto'), imports],
  ['the store in a contract', 'functions/gamma/contract.ts', folder('../shared/store/store.ts'), imports],
  ['a capability in shared', 'functions/shared/log.ts', folder('../cases/port/membership.ts'), imports],
  ['a capability deep in shared', 'functions/shared/http/x.ts', folder('../../cases/contract.ts'), imports],
  ['Node in values', 'functions/shared/values/x.ts', folder('node:crypto'), imports],
  ['server code in values', 'functions/shared/values/y.ts', folder('../store/store.ts'), imports],
  ['server code in the web', 'web/src/pages/a.tsx', folder('../../../functions/cases/store.ts'), imports],
  ['the shared store in the web', 'web/src/b.ts', folder('../../functions/shared/store/store.ts'), imports],
  ['a published port in the web', 'web/src/c.ts', folder('../../functions/sessions/port/door.ts'), imports],
  [
    'heavy parts on the witness’s page',
    'web/src/pages/guest/a.tsx',
    folder('@tanstack/react-query'),
    imports,
  ],
  [
    'the clock in a rule',
    'functions/alpha/rule.ts',
    'export const at = Date.now();\n',
    'eslint(no-restricted-properties)',
  ],
  [
    'chance in a rule',
    'functions/alpha/dice.ts',
    'export const n = Math.random();\n',
    'eslint(no-restricted-properties)',
  ],
  [
    'the environment in a rule',
    'functions/alpha/env.ts',
    "export const s = process.env['STAGE'];\n",
    'node(no-process-env)',
  ],
  [
    'a floating promise',
    'functions/alpha/float.ts',
    'export const go = (f: () => Promise<void>) => {\n  f();\n};\n',
    'typescript(no-floating-promises)',
  ],
  [
    'a case forgotten',
    'functions/alpha/case.ts',
    "export const n = (x: 'a' | 'b') => {\n  switch (x) {\n    case 'a':\n      return 1;\n  }\n  return 2;\n};\n",
    'typescript(switch-exhaustiveness-check)',
  ],
  [
    'an empty catch',
    'functions/alpha/catch.ts',
    'export const t = (f: () => void) => {\n  try {\n    f();\n  } catch {}\n};\n',
    'eslint(no-empty)',
  ],
  [
    'a note to self',
    'functions/alpha/later.ts',
    // Put together, so that this file does not hold what it forbids.
    `// ${['TO', 'DO'].join('')} later\nexport const later = 1;\n`,
    'eslint(no-warning-comments)',
  ],
  ['any', 'functions/alpha/any.ts', 'export const n = (x: any) => [x];\n', 'typescript(no-explicit-any)'],
  [
    'one test alone',
    'test/only.test.ts',
    "import { expect, test } from 'vitest';\ntest.only('x', () => expect(1).toBe(1));\n",
    'vitest(no-focused-tests)',
  ],
  [
    'a test left out',
    'test/skip.test.ts',
    "import { expect, test } from 'vitest';\ntest.skip('x', () => expect(1).toBe(1));\n",
    'vitest(no-disabled-tests)',
  ],
  [
    'a test that cannot fail',
    'test/nothing.test.ts',
    "import { test } from 'vitest';\ntest('x', () => {});\n",
    'vitest(expect-expect)',
  ],
];

const right: readonly (readonly [string, string, string])[] = [
  ['a published port', 'functions/alpha/a.ts', folder('../sessions/port/door.ts')],
  ['the contract of another capability', 'functions/alpha/b.ts', folder('../sessions/contract.ts')],
  ['what is shared', 'functions/alpha/c.ts', folder('../shared/store/store.ts')],
  ['its own parts', 'functions/alpha/d.ts', folder('./store.ts')],
  ['a published port in a part', 'functions/alpha/part/a.ts', folder('../../sessions/port/door.ts')],
  ['its own capability in a part', 'functions/alpha/part/b.ts', folder('../store.ts')],
  ['a published port deep in a part', 'functions/alpha/part/deep/a.ts', folder('../../../beta/port/x.ts')],
  ['its own capability deep in a part', 'functions/alpha/part/deep/b.ts', folder('../../store.ts')],
  ['its own capability in its port', 'functions/alpha/port/b.ts', folder('../store.ts')],
  ['a published port in a published port', 'functions/alpha/port/c.ts', folder('../../beta/port/x.ts')],
  ['its own port', 'functions/alpha/e.ts', folder('./port/b.ts')],
  ['its own port in its contract', 'functions/epsilon/contract.ts', folder('./port/entry.ts')],
  ['a published port in a function’s entry', 'functions/gamma/lambda.ts', folder('../alpha/port/b.ts')],
  [
    'values in the contract of a part',
    'functions/beta/part/contract.ts',
    folder('../../shared/values/ids.ts'),
  ],
  ['values in a contract', 'functions/delta/contract.ts', folder('../shared/values/ids.ts')],
  ['shared in shared', 'functions/shared/http/z.ts', folder('../store/store.ts')],
  ['a client in lambda.ts', 'functions/delta/lambda.ts', folder('@aws-sdk/client-dynamodb')],
  ['a contract in the web', 'web/src/pages/d.tsx', folder('../../../functions/cases/contract.ts')],
  ['values in the web', 'web/src/e.ts', folder('../../functions/shared/values/zones.ts')],
];

const report = z.object({ diagnostics: z.array(z.object({ code: z.string(), filename: z.string() })) });

let place: string;
let told: Map<string, string[]>;

beforeAll(() => {
  place = realpathSync(mkdtempSync(join(tmpdir(), 'saksi-lint-')));
  const options = { compilerOptions: { strict: true, module: 'nodenext', target: 'es2024', noEmit: true } };
  writeFileSync(join(place, 'tsconfig.json'), JSON.stringify(options));
  for (const [, file, text] of [...wrong, ...right]) {
    mkdirSync(dirname(join(place, file)), { recursive: true });
    writeFileSync(join(place, file), text);
  }
  const { diagnostics } = report.parse(JSON.parse(lint()));
  told = new Map();
  for (const { filename, code } of diagnostics) {
    const file = filename.replace(`${place}/`, '');
    told.set(file, [...(told.get(file) ?? []), code]);
  }
});
afterAll(() => rmSync(place, { recursive: true }));

/** Exits with 1 where it finds something, which is what it is here for. */
function lint(): string {
  const args = ['--type-aware', '-c', join(root, 'test/oxlint.json'), '-f', 'json', '.'];
  try {
    return execFileSync(join(root, 'node_modules/.bin/oxlint'), args, { cwd: place, encoding: 'utf8' });
  } catch (error) {
    if (error instanceof Error && 'stdout' in error && typeof error.stdout === 'string') return error.stdout;
    throw error;
  }
}

test.each(wrong)('refuses %s', (_, file, __, rule) => expect(told.get(file)).toContain(rule));

test.each(right)('allows %s', (_, file) => expect(told.get(file) ?? []).not.toContain(imports));
