import type { Staff } from '../../shared/access/roles.ts';
import type { Context } from '../../shared/http/call.ts';
import type { Plan } from '../../shared/store/commit.ts';
import type { Key } from '../../shared/store/store.ts';
import type { Change } from '../../shared/store/store.ts';
import { finishSoon } from '../finish-sessions.ts';
import { offeringOthers } from '../booking/offer-others.ts';
import { actBy, changesOf, type Decision } from './decision.ts';
import { loadSession, type KnownSession, type LoadedSession } from './loaded-session.ts';

/** A request about one session by somebody of its case. */
export interface SessionCall {
  readonly actor: Staff;
  readonly params: { readonly sessionId: string };
  readonly now: Date;
  readonly context: Context;
  readonly commit: <Answer>(decide: () => Promise<Plan<Answer>>) => Promise<Answer>;
}

/** What makes a verb: what it reads beside the session, and what it makes of all that. */
export interface Verb<Answer> {
  /** What else must be read, once it is known what the session is; nothing unless said. */
  readonly reads?: (known: KnownSession) => readonly Key[];
  /** Asserts that the change may be, and decides it. The entry will have this id. Without an entry nothing changes. */
  readonly decide: (loaded: LoadedSession, entryId: string) => Decided<Answer> | Promise<Decided<Answer>>;
}

type Decided<Answer> = (Decision | { readonly entry?: undefined }) & { readonly answer: Answer };

/**
 * The one way in which somebody changes a session: load, assert, decide, write. Two rounds of reads, and one transaction;
 * while others write it is decided anew. What may follow the transaction does. Whoever is told that a time is taken is told what would be free instead.
 */
export async function changeSession<Answer>(
  call: SessionCall,
  { reads, decide }: Verb<Answer>,
): Promise<Answer> {
  const { now, actor, params, context } = call;
  let changes: readonly Change[] = [];
  const answer = await offeringOthers(call, () =>
    call.commit(async () => {
      const loaded = await loadSession(context.store, params.sessionId, actor, reads);
      const act = actBy(loaded.self, now, context.randomBytes);
      const decided = await decide(loaded, act.entryId);
      changes = decided.entry === undefined ? [] : changesOf(loaded, decided, act);
      return { changes, answer: decided.answer };
    }),
  );
  await finishSoon(context, params.sessionId, changes);
  return answer;
}
