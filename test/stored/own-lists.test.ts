import { describe, expect, test } from 'vitest';
import { sweep } from '../../functions/sessions/sweep.ts';
import { openCopy, type Asker, type Copy } from './copy.ts';
import { as, session } from './who-is-who.ts';

const listOf = async ({ get }: Copy, who: Asker) => {
  const { body } = await get(who, 'sessions/own');
  return (body.sessions as { sessionId: string; waits: string[] }[]).map(({ sessionId, waits }) => ({
    sessionId,
    waits,
  }));
};

describe('sessions of November 2026 come on people’s own lists', () => {
  test('by the sweep, once', async () => {
    const copy = openCopy();
    expect(await listOf(copy, as.clerk)).toEqual([]);
    expect(await sweep(copy.context)).toMatchObject({ repaired: 16 });
    expect((await listOf(copy, as.clerk)).map(({ sessionId }) => sessionId)).toContain(session.moved);
    expect((await listOf(copy, as.authority)).map(({ sessionId }) => sessionId)).toContain(session.moved);
    expect(await sweep(copy.context)).toMatchObject({ repaired: 0 });
  });

  test('and go on from there: one that is moved before the sweep is put there too', async () => {
    const copy = openCopy();
    await copy.post(as.prosecutor, `sessions/${session.moved}/cancellation`, { reason: 'not-needed' });
    await sweep(copy.context);
    expect((await listOf(copy, as.prosecutor)).map(({ sessionId }) => sessionId)).toContain(session.moved);
  });

  test('and a meeting in confidence on the lists of those alone who meet', async () => {
    const copy = openCopy();
    await sweep(copy.context);
    expect((await listOf(copy, as.authority)).map(({ sessionId }) => sessionId)).toContain(session.meeting);
    const others = [as.prosecutor, as.clerk, as.support, as.auditor];
    for (const who of others)
      expect((await listOf(copy, who)).map(({ sessionId }) => sessionId)).not.toContain(session.meeting);
  });
});
