import { describe, expect, test } from 'vitest';
import { usualDueRules } from '../../functions/notices/due-rules.ts';
import type { NoticeContext } from '../../functions/notices/context.ts';
import { repair } from '../../functions/notices/repair.ts';
import { syncNotices } from '../../functions/notices/sync-notices.ts';
import { newClockwork, newPost, type Post } from '../notices/office.ts';
import { openCopy, type Copy } from './copy.ts';
import { as, session } from './who-is-who.ts';

const noticesOf = async ({ get }: Copy, who: (typeof as)['authority'], sessionId: string) => {
  const { body } = await get(who, `notices?sessionId=${sessionId}`);
  return (body.notices as Record<string, string>[])
    .filter(({ state }) => state !== 'planned')
    .map(({ seat, pseudonym, kind, state }) => `${seat} ${pseudonym} ${kind} ${state}`);
};

/** The context of messages over a copy, with a post that keeps what it was given. */
function contextOf({ context }: Copy): { readonly post: Post; readonly context: NoticeContext } {
  const post = newPost();
  return {
    post,
    context: {
      ...context,
      mail: post,
      alarm: newClockwork(),
      sender: { address: 'appointments@example.org' },
      rules: usualDueRules,
    },
  };
}

const readersOf = ({ sent }: Post) => sent.map(({ to }) => to).toSorted();

describe('messages that were written in November 2026', () => {
  test('are listed, each with what became of it', async () => {
    const copy = openCopy();
    expect(await noticesOf(copy, as.secondProsecutor, session.replaced)).toEqual([
      'support-officer S-R94N confirmation sent',
      'witness W-QKFK confirmation sent',
      'interpreter I-W99R confirmation unreachable',
      'prosecutor P-VWHF confirmation sent',
      'clerk C-JXPV confirmation returned',
      'interpreter I-NVDJ confirmation sent',
      'interpreter I-W99R release unreachable',
      'interpreter I-RTJT confirmation sent',
    ]);
    expect((await noticesOf(copy, as.authority, session.calledOff)).toSorted()).toEqual([
      'central-authority H-CP2W cancellation sent',
      'central-authority H-CP2W change sent',
      'central-authority H-CP2W confirmation waiting',
      'central-authority H-W67Q cancellation sent',
      'central-authority H-W67Q change sent',
      'central-authority H-W67Q confirmation sent',
    ]);
    expect((await noticesOf(copy, as.authority, session.shortMeeting)).toSorted()).toEqual([
      'central-authority H-CP2W confirmation failed',
      'central-authority H-W67Q confirmation sent',
    ]);
  });

  test('what was told then is known: the next message is of the change, to those who were told', async () => {
    const copy = openCopy();
    const { context, post } = contextOf(copy);
    await syncNotices(context, session.replaced);
    // Of the time nothing is told anew; that something waits for the host State's authority nobody had told it.
    expect(readersOf(post)).toEqual(['authority@example.org']);
    post.sent.length = 0;
    const to = { days: [{ local: '2026-12-11T11:00' }], zone: 'Asia/Bangkok' };
    await copy.post(as.secondProsecutor, `sessions/${session.replaced}/move`, to);
    await syncNotices(context, session.replaced);
    expect(readersOf(post)).toEqual([
      'interpreter@example.org',
      'second-clerk@example.org',
      'second-prosecutor@example.org',
      'second-support@example.org',
      'second-support@example.org',
      'third-interpreter@example.org',
    ]);
    const changes = (await noticesOf(copy, as.secondProsecutor, session.replaced)).filter((each) =>
      each.endsWith('change sent'),
    );
    expect(changes).toHaveLength(6);
  });

  test('the sweep sends what waits, and looks at the sessions of whom nobody was told', async () => {
    const copy = openCopy();
    const { context, post } = contextOf(copy);
    expect(await repair(context)).toMatchObject({ repaired: 1 });
    expect(await noticesOf(copy, as.authority, session.calledOff)).toContain(
      'central-authority H-CP2W confirmation sent',
    );
    expect(readersOf(post)).toContain('thai-authority@example.org');
    expect(await noticesOf(copy, as.prosecutor, session.moved)).toEqual(
      expect.arrayContaining(['prosecutor P-CVFQ confirmation sent', 'interpreter I-H2PN confirmation sent']),
    );
    expect(await noticesOf(copy, as.prosecutor, session.cancelled)).toEqual([]);
  });

  test('reminders that are still to come are shown', async () => {
    const { body } = await openCopy().get(as.thaiAuthority, `notices?sessionId=${session.meeting}`);
    const planned = (body.notices as Record<string, string>[]).filter(({ state }) => state === 'planned');
    expect(planned).toMatchObject([
      { pseudonym: 'H-W67Q', kind: 'reminder', dueAt: '2026-11-25T03:30:00.000Z' },
      { pseudonym: 'H-CP2W', kind: 'reminder', dueAt: '2026-11-25T03:30:00.000Z' },
    ]);
  });
});
