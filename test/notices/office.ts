import { randomBytes } from 'node:crypto';
import type { Alarm, DueCall, MailService, NoticeContext } from '../../functions/notices/context.ts';
import { usualDueRules } from '../../functions/notices/due-rules.ts';
import { putAddress } from '../../functions/notices/port/address.ts';
import { noticePrefix, noticesOf, parseNotice } from '../../functions/notices/store.ts';
import type { Notice } from '../../functions/notices/notice.ts';
import { syncNotices } from '../../functions/notices/sync-notices.ts';
import type { Store } from '../../functions/shared/store/store.ts';
import { memoryStore, type MemoryStore } from '../support/memory-store.ts';
import { prepareCase, type PreparedCase } from '../support/prepared-case.ts';
import { book } from '../support/session-verbs.ts';

/** The mail service and the scheduler of a test: what they were asked, and how they fail. The real ones are in the stack tests. */
export interface Post extends MailService {
  readonly sent: { readonly to: string; readonly mime: string }[];
  /** What tells somebody that something waits for them, apart: tests of appointments count what is said of those. */
  readonly turns: { readonly to: string; readonly mime: string }[];
  /** Called before each message; throws to refuse it. */
  trouble: (to: string) => void;
}

export const newPost = (): Post => {
  const post: Post = {
    sent: [],
    turns: [],
    trouble: () => undefined,
    async send({ to, mime }) {
      await Promise.resolve();
      post.trouble(to);
      const isTurn = /waits for something that you see to|something for you to do|not done yet/.test(
        textOf({ mime }),
      );
      (isTurn ? post.turns : post.sent).push({ to, mime });
    },
  };
  return post;
};

export interface Clockwork extends Alarm {
  readonly alarms: Map<string, { readonly at: string; readonly call: DueCall }>;
  /** Those that chase whoever's turn it is, apart. */
  readonly turns: Map<string, { readonly at: string; readonly call: DueCall }>;
  /** Called before each alarm is set; throws to refuse it. */
  trouble: () => void | Promise<void>;
}

export const newClockwork = (): Clockwork => {
  const clockwork: Clockwork = {
    alarms: new Map(),
    turns: new Map(),
    trouble: () => undefined,
    async set(name, at, call) {
      await clockwork.trouble();
      (call.due.kind === 'gate-missing' ? clockwork.turns : clockwork.alarms).set(name, { at, call });
    },
    async clear(name) {
      await Promise.resolve();
      clockwork.alarms.delete(name);
      clockwork.turns.delete(name);
    },
  };
  return clockwork;
};

/** An office in memory: a case with its people, a post, a clock that the test moves. */
export interface NoticeOffice {
  readonly prepared: PreparedCase;
  readonly store: MemoryStore;
  readonly post: Post;
  readonly clockwork: Clockwork;
  /** The context over this store or another way to it. */
  readonly over: (store: Store) => NoticeContext;
  readonly context: NoticeContext;
  readonly setNow: (instant: string) => void;
  readonly addressOf: (personId: string) => string;
}

/** When sessions of these tests are booked; their own clock is that of the prepared case (2027-03-01T00:00Z). */
export async function newNoticeOffice(): Promise<NoticeOffice> {
  const store = memoryStore();
  const prepared = await prepareCase(store);
  const post = newPost();
  const clockwork = newClockwork();
  let now = new Date('2027-03-01T00:00:00.000Z');
  const addressOf = (personId: string) => `${personId}@example.org`;
  await store.write(
    Object.values(prepared.people).map(({ personId }) => putAddress(personId, addressOf(personId))),
  );
  const over = (other: Store): NoticeContext => ({
    store: other,
    now: () => now,
    pause: () => Promise.resolve(),
    randomBytes,
    mail: post,
    alarm: clockwork,
    sender: { address: 'appointments@example.org' },
    rules: usualDueRules,
  });
  return {
    prepared,
    store,
    post,
    clockwork,
    over,
    context: over(store),
    setNow: (instant) => {
      now = new Date(instant);
    },
    addressOf,
  };
}

/** A session at this wall time in Bangkok, with everybody told. */
export async function booked(office: NoticeOffice, local: string): Promise<string> {
  const { body } = await book(office.prepared, local);
  const sessionId = body.sessionId as string;
  await syncNotices(office.context, sessionId);
  return sessionId;
}

/** All that was written about a session, but what tells somebody that something waits for them. */
export const noticesIn = async (office: NoticeOffice, sessionId: string): Promise<Notice[]> =>
  (await everyNoticeIn(office, sessionId)).filter(
    ({ kind }) => kind !== 'your-turn' && kind !== 'gate-missing',
  );

export async function everyNoticeIn({ store }: NoticeOffice, sessionId: string): Promise<Notice[]> {
  const items = await store.query('notices', noticesOf(sessionId), { prefix: noticePrefix });
  return items.map(parseNotice);
}

/** `kind seat`, sorted: what lies in the table about a session. */
export const kindsIn = async (office: NoticeOffice, sessionId: string): Promise<string[]> =>
  (await noticesIn(office, sessionId)).map(({ kind, seat }) => `${kind} ${seat}`).toSorted();

/** The words of a message as they were sent. */
export const textOf = ({ mime }: { readonly mime: string }): string => {
  const body =
    /Content-Type: text\/plain[^]*?\r\n\r\n([A-Za-z0-9+/=\r\n]+?)(?:\r\n--|$)/.exec(mime)?.[1] ?? '';
  return Buffer.from(body, 'base64').toString('utf8').replaceAll('\r\n', '\n');
};
