import { describe, expect, it, vi } from 'vitest';
import { connections } from '../../../functions/media/machine/connections.ts';

const pass = (identity: string) => ({ url: 'ws://127.0.0.1', token: identity, identity });

/** Rooms in memory, which are entered when the test says so. */
function rooms() {
  const said: string[] = [];
  const doors = new Map<string, { open: () => void; refuse: () => void; takeAway: () => void }>();
  const made = connections(
    async (_room, { identity }) => {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      const closed = Promise.withResolvers<void>();
      said.push(`knock ${identity}`);
      doors.set(identity, { open: resolve, refuse: () => reject(new Error('no')), takeAway: closed.resolve });
      await promise;
      return { closed: closed.promise, close: async () => void said.push(`left ${identity}`) };
    },
    { joined: () => undefined, left: () => undefined, notJoined: (room) => void said.push(`not ${room}`) },
  );
  const open = async (identity: string) => {
    await vi.waitFor(() => expect(doors.has(identity)).toBe(true));
    doors.get(identity)?.open();
  };
  return { made, said, doors, open };
}

const both = [
  { room: 'hearing', since: 1, pass: pass('h1') },
  { room: 'screened', since: 2, pass: pass('s2') },
];

describe('the rooms of a machine', () => {
  it('are those that it came into, not those that it was sent to', async () => {
    const { made, open } = rooms();
    made.follow(both);
    expect(made.at()).toEqual([]);
    await open('s2');
    await vi.waitFor(() => expect(made.at()).toEqual([{ room: 'screened', since: 2 }]));
  });

  it('are knocked at once, however often it is told of them before it is in', async () => {
    const { made, said } = rooms();
    made.follow(both);
    made.follow([{ ...both[0], pass: pass('again') } as never, both[1] as never]);
    await vi.waitFor(() => expect(said).toHaveLength(2));
    made.follow(both);
    await new Promise((resolve) => void setImmediate(resolve));
    expect(said).toEqual(['knock h1', 'knock s2']);
  });

  it('are left and entered each by itself: one that is made anew leaves the other alone', async () => {
    const { made, said, open } = rooms();
    made.follow(both);
    await open('h1');
    await open('s2');
    await vi.waitFor(() => expect(made.at()).toHaveLength(2));
    made.follow([
      { room: 'hearing', since: 5, pass: pass('h5') },
      { room: 'screened', since: 2 },
    ]);
    await open('h5');
    await vi.waitFor(() =>
      expect(made.at().toSorted((one, other) => one.since - other.since)).toEqual([
        { room: 'screened', since: 2 },
        { room: 'hearing', since: 5 },
      ]),
    );
    expect(said).toEqual(['knock h1', 'knock s2', 'left h1', 'knock h5']);
  });

  it('are left when they are not named any more', async () => {
    const { made, said, open } = rooms();
    made.follow(both);
    await open('h1');
    await open('s2');
    await vi.waitFor(() => expect(made.at()).toHaveLength(2));
    made.follow([{ room: 'screened', since: 2 }]);
    await vi.waitFor(() => expect(said).toContain('left h1'));
    expect(made.at()).toEqual([{ room: 'screened', since: 2 }]);
  });

  it('are left at once when they are not named before it is in', async () => {
    const { made, said, open } = rooms();
    made.follow(both);
    await vi.waitFor(() => expect(said).toContain('knock h1'));
    made.follow([]);
    await open('h1');
    await vi.waitFor(() => expect(said).toContain('left h1'));
    expect(made.at()).toEqual([]);
  });

  it('are gone when the media server takes them away or refuses them, and the next pass is used', async () => {
    const { made, said, doors, open } = rooms();
    made.follow(both);
    await open('h1');
    await vi.waitFor(() => expect(made.at()).toHaveLength(1));
    doors.get('h1')?.takeAway();
    doors.get('s2')?.refuse();
    await vi.waitFor(() => expect(made.at()).toEqual([]));
    await vi.waitFor(() => expect(said).toContain('not screened'));
    made.follow([{ room: 'screened', since: 2, pass: pass('s2b') }]);
    await open('s2b');
    await vi.waitFor(() => expect(made.at()).toEqual([{ room: 'screened', since: 2 }]));
  });

  it('are all left before it says so', async () => {
    const { made, said, open } = rooms();
    made.follow(both);
    await open('h1');
    await open('s2');
    await vi.waitFor(() => expect(made.at()).toHaveLength(2));
    await made.leaveAll();
    expect(said.filter((each) => each.startsWith('left')).sort()).toEqual(['left h1', 'left s2']);
    expect(made.at()).toEqual([]);
  });
});
