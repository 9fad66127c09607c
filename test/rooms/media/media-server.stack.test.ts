import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { liveKit } from '../../../functions/rooms/media/media-server.ts';
import { deployedStack } from '../../support/stack.ts';

const media = liveKit(deployedStack().liveKit);

describe('a room of the media server', () => {
  it('is taken away by many at once, and none of them is told that it failed', async () => {
    const names = Array.from({ length: 40 }, () => randomUUID());
    for (const name of names) await media.makeRoom(name);
    const afterMs = [0, 0, 1, 2, 4];
    const took = names.flatMap((name) =>
      afterMs.map(async (delay) => {
        await new Promise((resolve) => setTimeout(resolve, delay));
        await media.takeRoomAway(name);
      }),
    );
    await Promise.all(took);
    expect(await media.present(names)).toEqual([]);
  });

  it('that was never there is taken away without a word', async () => {
    await expect(media.takeRoomAway(randomUUID())).resolves.toBeUndefined();
  });
});
