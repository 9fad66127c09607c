import { runInNewContext } from 'node:vm';

import { expect, test } from 'vitest';

import { pageForPath } from '../../infra/constructs/page-for-path.ts';

/** Runs the text as CloudFront does: on its own, with nothing of Node around it. */
const pageOf = (uri: string): unknown => {
  const handler = runInNewContext(`${pageForPath}; handler`) as (event: object) => { uri: string };
  return handler({ request: { uri, headers: {} } }).uri;
};

test.each([
  ['/', '/index.html'],
  ['/cases/4F7Q', '/index.html'],
  ['/joinery', '/index.html'],
  ['/join', '/join/index.html'],
  ['/join/', '/join/index.html'],
  ['/join/abc', '/join/index.html'],
  ['/join/my/', '/join/my/index.html'],
  ['/join/vi', '/join/vi/index.html'],
  ['/join/fr/', '/join/index.html'],
  ['/join/constructor', '/join/index.html'],
  ['/assets/page-1a2b.js', '/assets/page-1a2b.js'],
  ['/config.json', '/config.json'],
  ['/join/assets/flag.svg', '/join/assets/flag.svg'],
  ['/v1.2/cases', '/index.html'],
])('%s is drawn by %s', (path, page) => {
  expect(pageOf(path)).toBe(page);
});
