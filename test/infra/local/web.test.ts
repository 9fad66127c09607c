import { expect, it } from 'vitest';
import { cacheControl, contentType } from '../../../infra/local/web.ts';

it('lets only files with their hash in the name be kept', () => {
  expect(cacheControl('assets/main-D2nZb73p.js')).toContain('immutable');
  for (const path of ['index.html', 'join/index.html', 'config.json', 'icon.svg'])
    expect(cacheControl(path)).toBe('no-cache');
});

it('never guesses a content type', () => {
  expect(contentType('join/index.html')).toBe('text/html; charset=utf-8');
  expect(contentType('assets/noto.woff2')).toBe('font/woff2');
  expect(() => contentType('assets/thing.xyz')).toThrow('does not know the content type of assets/thing.xyz');
});
