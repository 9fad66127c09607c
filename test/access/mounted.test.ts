import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { everyRoute } from '../support/every-route.ts';

const functions = join(import.meta.dirname, '../../functions');
const capabilities = [...new Set(everyRoute.map(([, { capability }]) => capability))];

// The deployed functions are asked for each route by the test of every route and every role; this says it in seconds.
test.each(capabilities)('%s mounts a handler for each route of its contracts', (capability) => {
  const routes = everyRoute.filter(([, found]) => found.capability === capability);
  const mounted = readFileSync(join(functions, capability, 'routes.ts'), 'utf8').match(/\bmount\(/g) ?? [];
  expect(mounted, routes.map(([name]) => name).join(', ')).toHaveLength(routes.length);
});
