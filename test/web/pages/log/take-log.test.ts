import { expect, test } from 'vitest';
import type { Id } from '../../../../functions/shared/values/ids.ts';
import { takeLog, type Progress } from '../../../../web/src/pages/log/take-log.ts';

const exportId = '4x7k2q9d1m3n5p8r0s6t7v2w4y' as Id;
const at = (done: number): Progress => ({
  exportId,
  size: 3,
  done,
  ...(done === 3 ? { download: 'https://files.test/1' } : {}),
});

/** A service that writes one entry with each part; it refuses where told to. */
function service(refuseAt?: number) {
  const asked: string[] = [];
  let done = 0;
  return {
    asked,
    begin: async () => {
      asked.push('begin');
      return at(0);
    },
    carryOn: async (id: string) => {
      asked.push(id);
      if (asked.length === refuseAt) throw new Error('the line is lost');
      done = Math.min(3, done + 1);
      return at(done);
    },
  };
}

test('a file is begun once, carried on to its end, and told about each time', async () => {
  const it = service();
  const told: number[] = [];
  const address = await takeLog(
    it,
    undefined,
    ({ done }) => told.push(done),
    () => true,
  );
  expect([address, told]).toEqual(['https://files.test/1', [0, 1, 2, 3]]);
  expect(it.asked).toEqual(['begin', exportId, exportId, exportId]);
});

test('one that was begun is gone on with where it stopped', async () => {
  const it = service(3);
  const told: number[] = [];
  await expect(
    takeLog(
      it,
      undefined,
      ({ done }) => told.push(done),
      () => true,
    ),
  ).rejects.toThrow('line');
  const address = await takeLog(
    it,
    exportId,
    ({ done }) => told.push(done),
    () => true,
  );
  expect([address, told]).toEqual(['https://files.test/1', [0, 1, 2, 3]]);
  expect(it.asked.filter((each) => each === 'begin')).toHaveLength(1);
});

test('nothing more is asked once nobody waits for it', async () => {
  const it = service();
  let left = 2;
  expect(
    await takeLog(
      it,
      undefined,
      () => undefined,
      () => (left -= 1) > 0,
    ),
  ).toBeUndefined();
  expect(it.asked).toEqual(['begin', exportId]);
});
