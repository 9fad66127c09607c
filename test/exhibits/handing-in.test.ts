import { createHash, randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { openDisclosure } from '../../functions/custody/port/disclosure.ts';
import { exhibitKey, parseExhibit } from '../../functions/exhibits/store.ts';
import { PaperFault } from '../../functions/shared/paper/kind.ts';
import { newId } from '../../functions/shared/values/ids.ts';
import { latin, plainPdf, pngOf } from '../shared/paper/files.ts';
import { shortlyBefore } from '../support/cast-in-process.ts';
import { newKey } from '../support/http.ts';
import { entriesIn } from '../support/log-entries.ts';
import { exhibitCast, type ExhibitCast } from './cast.ts';

// Each file is read in a thread that is made for it, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

let here: ExhibitCast;
beforeEach(async () => {
  here = await exhibitCast();
});

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const later = (ms: number) => new Date(shortlyBefore.getTime() + ms);
const ofExhibits = async () =>
  (await entriesIn(here.store, here.sessionId)).filter(({ action }) => action.startsWith('exhibit.'));

describe('what is handed in', () => {
  test('is on the list with the hash of exactly what was sent, which stands in the log, and its title sealed', async () => {
    const file = plainPdf([
      [595, 842],
      [595, 842],
    ]);
    const told = await here.handIn('prosecutor', file, { notFor: ['witness'] });
    expect([told.status, told.body]).toMatchObject([
      201,
      { number: 'P-1', kind: 'pdf', pages: 2, drawn: 0, state: 'drawing', allowed: false, mine: true },
    ]);
    expect(told.body.sha256).toBe(hashOf(file));
    const [entry, ...more] = await ofExhibits();
    expect(more).toEqual([]);
    expect(entry?.details).toEqual({
      exhibit: 'P-1',
      kind: 'pdf',
      bytes: file.length,
      pages: 2,
      sha256: hashOf(file),
      notFor: ['witness'],
    });
    expect(JSON.stringify(entry)).not.toContain('The contract');
    const [item] = await here.store.get([exhibitKey(here.sessionId, told.body.exhibitId as string)]);
    const { disclosures } = parseExhibit(item);
    expect(openDisclosure(disclosures['title'] ?? '', entry?.sealed?.['title'] ?? '')).toEqual({
      name: 'title',
      value: 'The contract',
    });
    expect(hashOf(here.papers.kept.get(`${String(told.body.exhibitId)}/original`) ?? new Uint8Array())).toBe(
      hashOf(file),
    );
  });

  test('has a number of its side, which nothing gives twice', async () => {
    const told = [];
    for (const by of ['prosecutor', 'defence-counsel', 'prosecutor', 'clerk', 'victim-counsel'] as const)
      told.push((await here.handIn(by)).body.number as string);
    expect(told).toEqual(['P-1', 'D-1', 'P-2', 'C-1', 'V-1']);
    const both = await Promise.all([here.handIn('prosecutor'), here.handIn('prosecutor')]);
    expect(both.map(({ body }) => body.number as string).toSorted()).toEqual(['P-3', 'P-4']);
  });

  test('that is longer than a part comes in several, in any order', async () => {
    const file = Buffer.concat([pngOf(30, 20), randomBytes(1024 * 1024 + 5)]);
    const { exhibitId, parts } = (await here.begin('clerk', file.length)).body as {
      exhibitId: string;
      parts: number;
    };
    expect(parts).toBe(2);
    const second = file.subarray(1024 * 1024);
    expect((await here.part('clerk', exhibitId, second, 2)).status).toBe(201);
    const early = await here.post('clerk', 'exhibits', { exhibitId });
    expect([early.status, early.body.code]).toEqual([422, 'does-not-fit']);
    expect((await here.part('clerk', exhibitId, file.subarray(0, 1024 * 1024), 1)).status).toBe(201);
    const told = await here.post('clerk', 'exhibits', { exhibitId });
    expect([told.status, told.body.sha256]).toEqual([201, hashOf(file)]);
  });

  test('is entered once, however often it is asked for', async () => {
    const file = plainPdf();
    const { exhibitId } = (await here.begin('prosecutor', file.length)).body as { exhibitId: string };
    await here.part('prosecutor', exhibitId, file);
    const key = newKey();
    const [one, again] = [
      await here.post('prosecutor', 'exhibits', { exhibitId }, undefined, key),
      await here.post('prosecutor', 'exhibits', { exhibitId }, undefined, key),
    ];
    expect(again).toEqual(one);
    expect((await here.post('prosecutor', 'exhibits', { exhibitId })).status).toBe(404);
    expect(await ofExhibits()).toHaveLength(1);
  });

  test.each([
    ['a web page', latin('<!doctype html><script>1</script>'), 'unknown-kind'],
    ['an archive', latin('PK\u0003\u0004'), 'unknown-kind'],
    ['half a PDF', plainPdf().subarray(0, 60), 'damaged'],
  ])('and is %s, is not taken: nothing of it is kept, and nothing entered', async (_, file, why) => {
    const told = await here.handIn('prosecutor', file);
    expect([told.status, told.body.code, told.body.facts?.why]).toEqual([422, 'paper-not-usable', why]);
    expect(here.papers.kept.size).toBe(0);
    expect(await ofExhibits()).toEqual([]);
    expect((await here.get('prosecutor')).body.exhibits).toEqual([]);
  });
});

describe('whoever hands in', () => {
  test('has a seat, and finishes their own file alone, within the hour', async () => {
    const file = plainPdf();
    const { exhibitId } = (await here.begin('prosecutor', file.length)).body as { exhibitId: string };
    expect((await here.part('defence-counsel', exhibitId, file)).status).toBe(404);
    await here.part('prosecutor', exhibitId, file);
    expect((await here.post('defence-counsel', 'exhibits', { exhibitId })).status).toBe(404);
    expect((await here.post('prosecutor', 'exhibits', { exhibitId }, later(3_600_001))).status).toBe(404);
    expect((await here.begin('judge', 10)).status).toBe(403);
  });

  test('begins a few at a time, and what came to no end stands in nobody’s way', async () => {
    for (let at = 0; at < 4; at += 1) expect((await here.begin('prosecutor', 10)).status).toBe(201);
    const more = await here.begin('prosecutor', 10);
    expect([more.status, more.body.code]).toEqual([409, 'too-many-entries']);
    expect((await here.begin('defence-counsel', 10)).status).toBe(201);
    const after = { title: 'One more', bytes: 10, notFor: [] };
    expect((await here.post('prosecutor', 'uploads', after, later(3_600_001))).status).toBe(201);
  });

  test('sends exactly what was announced', async () => {
    const { exhibitId } = (await here.begin('prosecutor', 10)).body as { exhibitId: string };
    for (const bytes of [new Uint8Array(9), new Uint8Array(11)])
      expect((await here.part('prosecutor', exhibitId, bytes)).body.code).toBe('does-not-fit');
    expect((await here.part('prosecutor', exhibitId, new Uint8Array(10), 2)).body.code).toBe('does-not-fit');
    expect(here.papers.unfinished.size).toBe(0);
    expect((await here.part('prosecutor', newId(randomBytes), new Uint8Array(10))).status).toBe(404);
  });

  test('sends no more than a file may have', async () => {
    expect((await here.begin('prosecutor', 20 * 1024 * 1024 + 1)).status).toBe(400);
    const { exhibitId } = (await here.begin('prosecutor', 10)).body as { exhibitId: string };
    const told = await here.part('prosecutor', exhibitId, new Uint8Array(2 * 1024 * 1024));
    expect([told.status, told.body.code]).toEqual([413, 'body-too-large']);
  });
});

describe('until it is shown', () => {
  test('it is seen by the court and whoever handed it in, and by nobody else', async () => {
    const { exhibitId } = (await here.handIn('prosecutor')).body as { exhibitId: string };
    await here.draw();
    const page = `/pages?exhibitId=${exhibitId}&page=1&size=small`;
    const sees = async (by: 'prosecutor' | 'clerk' | 'judge' | 'defence-counsel' | 'victim-counsel') => [
      ((await here.get(by)).body.exhibits as unknown[]).length,
      (await here.get(by, page)).body.image !== undefined,
    ];
    for (const by of ['prosecutor', 'clerk', 'judge'] as const) expect(await sees(by)).toEqual([1, true]);
    for (const by of ['defence-counsel', 'victim-counsel'] as const)
      expect(await sees(by)).toEqual([0, false]);
    for (const by of ['support-officer', 'witness', 'accused'] as const)
      expect((await here.get(by, page)).status).toBe(403);
  });
});

describe('its pages', () => {
  const stateOf = async () => (await here.get('clerk')).body.exhibits as readonly { drawn: number }[];

  test('are drawn one after another, and it is said how far', async () => {
    await here.handIn('prosecutor', plainPdf(Array.from({ length: 3 }, () => [200, 200] as const)));
    // A clock that stands: all of them at once.
    expect(await here.draw()).toEqual({ looked: 1, repaired: 1 });
    expect(await stateOf()).toMatchObject([{ drawn: 3, state: 'ready' }]);
    expect(await here.draw()).toEqual({ looked: 0, repaired: 0 });
    const names = [...here.papers.kept.keys()].map((each) => each.replace(/^.*\//, '')).toSorted();
    expect(names).toEqual([
      'original',
      ...[1, 2, 3].flatMap((page) => ['large', 'small'].map((size) => `page-${page}-${size}.webp`)),
    ]);
  });

  test('are drawn by one at a time; of whoever came to no end the next one takes over, and not for ever', async () => {
    await here.handIn('prosecutor');
    const dies = () => Promise.reject(new Error('the function ended'));
    for (let times = 0; times < 3; times += 1) {
      const at = later(times * 30_000);
      await expect(here.draw(at, dies)).rejects.toThrow('the function ended');
      expect(await here.draw(later(times * 30_000 + 5000))).toEqual({ looked: 1, repaired: 0 });
    }
    await here.draw(later(120_000));
    expect(await stateOf()).toMatchObject([{ drawn: 0, state: 'failed', why: 'too-complex' }]);
  });

  test('that cannot be drawn: it is said why, and what was drawn before stays', async () => {
    await here.handIn(
      'prosecutor',
      plainPdf([
        [200, 200],
        [200, 200],
      ]),
    );
    const page = { large: new Uint8Array([1]), small: new Uint8Array([2]) };
    await here.draw(undefined, (_, work) =>
      work({
        pages: 2,
        draw: (at) => (at === 1 ? Promise.resolve(page) : Promise.reject(new PaperFault('damaged'))),
      }),
    );
    expect(await stateOf()).toMatchObject([{ drawn: 1, state: 'failed', why: 'damaged' }]);
    expect(await here.draw()).toEqual({ looked: 0, repaired: 0 });
  });
});
