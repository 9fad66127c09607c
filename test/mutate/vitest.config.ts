import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { rules } from '../vitest.config.ts';

/** The rules as `npm run mutate` asks them: one process, and without those of the pages. */
export default defineConfig({
  root: join(import.meta.dirname, '..', '..'),
  test: {
    ...rules,
    exclude: [...rules.exclude, 'test/web/**'],
    pool: 'forks',
    unstubEnvs: true,
    silent: true,
  },
});
