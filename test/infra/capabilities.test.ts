import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { discoverCapabilities, followedTables, tableNames } from '../../infra/constructs/capabilities.ts';
import { functionsOf } from '../../infra/constructs/declared-function.ts';
import { discoverWorkers } from '../../infra/constructs/workers.ts';
import { fixtureFunctions } from './synthesise.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'saksi-functions-'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

const sentence = 'Somebody cannot do what they came for when this fails.';

function worker(name: string, role?: object): void {
  folder(name, role, false);
  writeFileSync(join(root, name, 'worker.ts'), 'export {};');
}

const workersOf = async () => discoverWorkers(root, await discoverCapabilities(root));

function folder(name: string, role?: object, withLambda = true): void {
  mkdirSync(join(root, name));
  if (withLambda)
    writeFileSync(join(root, name, 'lambda.ts'), 'export const handler = async () => undefined;');
  if (role !== undefined)
    writeFileSync(join(root, name, 'role.ts'), `export const role = ${JSON.stringify(role)};`);
}

describe('a folder', () => {
  test('with a function and a role is a capability', async () => {
    folder('beta', { whenThisFails: sentence, tables: { own: [] } });
    folder('alpha', { whenThisFails: sentence, tables: { own: ['BatchGetItem'], beta: ['BatchGetItem'] } });
    const found = await discoverCapabilities(root);
    expect(found.map(({ name }) => name)).toEqual(['alpha', 'beta']);
    expect(found[0]?.entry).toBe(join(root, 'alpha', 'lambda.ts'));
  });

  test('without a function is none', async () => {
    folder('shared', undefined, false);
    expect(await discoverCapabilities(root)).toEqual([]);
  });

  test('with a function but no role is refused', async () => {
    folder('alpha');
    await expect(discoverCapabilities(root)).rejects.toThrow('functions/alpha has lambda.ts but no role.ts.');
  });

  test('whose role has another name is refused', async () => {
    folder('alpha');
    writeFileSync(join(root, 'alpha', 'role.ts'), 'export const rights = {};');
    await expect(discoverCapabilities(root)).rejects.toThrow('must export a const named role');
  });

  test('with a name that cannot stand in a URL is refused', async () => {
    folder('Alpha_2', { whenThisFails: sentence, tables: { own: [] } });
    await expect(discoverCapabilities(root)).rejects.toThrow('small letters only');
  });

  test('that names the table of nobody is refused', async () => {
    folder('alpha', { whenThisFails: sentence, tables: { own: [], nobody: ['BatchGetItem'] } });
    await expect(discoverCapabilities(root)).rejects.toThrow('names the table "nobody"');
  });

  test('that calls its own table by its name is refused', async () => {
    folder('alpha', { whenThisFails: sentence, tables: { own: [], alpha: ['BatchGetItem'] } });
    await expect(discoverCapabilities(root)).rejects.toThrow('call its own table "own"');
  });

  test.each(['', 'Broken', 'something breaks and somebody suffers.'])(
    'that says "%s" to whoever an alarm wakes is refused',
    async (whenThisFails) => {
      folder('alpha', { whenThisFails, tables: { own: [] } });
      await expect(discoverCapabilities(root)).rejects.toThrow('must be a whole sentence');
    },
  );
});

describe('a folder with a worker', () => {
  const role = { whenThisFails: sentence, tasksAtOnce: 2 };

  test('is no function, and found beside them', async () => {
    folder('alpha', { whenThisFails: sentence, tables: { own: [] }, sendsTasksTo: ['media'] });
    worker('media', role);
    expect((await discoverCapabilities(root)).map(({ name }) => name)).toEqual(['alpha']);
    expect(await workersOf()).toEqual([{ name: 'media', entry: join(root, 'media', 'worker.ts'), role }]);
  });

  test('without a role is refused', async () => {
    worker('media');
    await expect(workersOf()).rejects.toThrow('functions/media has worker.ts but no role.ts.');
  });

  test('says whom it hurts in a whole sentence', async () => {
    worker('media', { ...role, whenThisFails: 'broken' });
    await expect(workersOf()).rejects.toThrow('must be a whole sentence');
  });

  test('and a function at once is refused, since it has one role', async () => {
    worker('media', { ...role, tables: { own: [] } });
    writeFileSync(join(root, 'media', 'lambda.ts'), 'export const handler = async () => undefined;');
    await expect(workersOf()).rejects.toThrow('functions/media has lambda.ts and worker.ts');
  });

  test('that is sent tasks and is not there is refused by the name of who sends', async () => {
    const rights = { whenThisFails: sentence, tables: { own: [] } };
    folder('alpha', { ...rights, functions: { stopping: { ...rights, sendsTasksTo: ['media'] } } });
    await expect(workersOf()).rejects.toThrow('functions/alpha/role.ts sends tasks to "media"');
  });
});

describe('a further table', () => {
  const named = (tables: Record<string, string[]>, furtherTables = {}) => ({
    whenThisFails: sentence,
    tables: { own: [], ...tables },
    furtherTables,
  });

  test('is a table beside the first', async () => {
    folder('alpha', named({}, { vault: ['BatchGetItem'] }));
    expect(tableNames(await discoverCapabilities(root))).toEqual(['alpha', 'vault']);
  });

  test('is for its own capability alone', async () => {
    folder('alpha', named({ vault: ['BatchGetItem'] }));
    folder('beta', named({}, { vault: ['BatchGetItem'] }));
    await expect(discoverCapabilities(root)).rejects.toThrow(
      'functions/alpha/role.ts names the table "vault", which is for functions/beta alone.',
    );
  });

  test('has a name that nobody else has', async () => {
    folder('alpha', named({}, { vault: ['BatchGetItem'] }));
    folder('beta', named({}, { vault: ['BatchGetItem'] }));
    await expect(discoverCapabilities(root)).rejects.toThrow('functions/beta has one of that name.');
  });

  test.each([
    ['beta', 'there is a folder functions/beta.'],
    ['own', 'use small letters only, and not "own".'],
    ['realNames', 'use small letters only, and not "own".'],
  ])('cannot be named %s', async (name, why) => {
    folder('alpha', named({}, { [name]: ['BatchGetItem'] }));
    folder('beta', named({}));
    await expect(discoverCapabilities(root)).rejects.toThrow(why);
  });
});

test('a table has a stream only where somebody follows it', async () => {
  expect([...followedTables(await discoverCapabilities(fixtureFunctions))]).toEqual(['alpha', 'gamma']);
});

describe('what cannot wait', () => {
  const rights = { whenThisFails: sentence, tables: { own: [] } };
  const stop = { method: 'POST', path: '/api/alpha/:id/stops', urgency: 'stopping' } as const;
  const read = { method: 'GET', path: '/api/alpha/:id' } as const;
  const alpha = (functions?: object) => ({
    name: 'alpha',
    entry: 'alpha/lambda.ts',
    role: { ...rights, ...(functions === undefined ? {} : { functions }) },
  });

  test('has a function of its own beside the ordinary one', () => {
    const made = functionsOf(alpha({ stopping: rights }), [stop, read]);
    expect(made.map(({ id, urgency, routes }) => [id, urgency, routes])).toEqual([
      ['alpha', undefined, []],
      ['alphaStopping', 'stopping', [stop]],
    ]);
  });

  test('and has no role is refused, by the route that is forgotten', () => {
    expect(() => functionsOf(alpha(), [stop, read])).toThrow(
      'functions/alpha/contract.ts has a route that is "stopping" (/api/alpha/:id/stops)',
    );
  });

  test('by its role alone, and by no route, is refused', () => {
    expect(() => functionsOf(alpha({ knocking: rights }), [read])).toThrow('no route of contract.ts is');
  });

  test('and is signed has a route at the gateway, so it must say an urgency', () => {
    expect(() => functionsOf(alpha(), [{ ...read, signed: true }])).toThrow(
      '/api/alpha/:id is signed, so it must say an urgency',
    );
  });

  test('says whom it hurts in a sentence of its own', async () => {
    const role = { ...rights, functions: { stopping: { ...rights, whenThisFails: 'broken' } } };
    folder('alpha', role);
    await expect(discoverCapabilities(root)).rejects.toThrow('must be a whole sentence');
  });

  test('can name no table that its capability may not', async () => {
    folder('alpha', {
      ...rights,
      functions: { stopping: { ...rights, tables: { own: [], nobody: ['PutItem'] } } },
    });
    await expect(discoverCapabilities(root)).rejects.toThrow('names the table "nobody"');
  });
});
