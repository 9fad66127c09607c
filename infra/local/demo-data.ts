/** The demonstration: people who can sign in, cases with a fortnight of sessions, and one session whose rooms are open. */
import { setWorkingTimes } from './demo-calendars.ts';
import { callerWith, tokenOf, type Caller } from './demo-client.ts';
import { demoCases, openDemoCase, type Cast } from './demo-cases.ts';
import { makeFortnight } from './demo-fortnight.ts';
import { emailOf, enterPeople, personIds, withIdsAndPasswords } from './demo-people.ts';
import {
  demoAccounts,
  demoAdministrators,
  demoFurtherStaff,
  demoStaff,
  type DemoAccount,
} from './demo-staff.ts';
import { readDemoState, writeDemoState, type DemoState } from './demo-state.ts';
import { isUsable, makeReadySession, openOrKeepCase } from './demo-story.ts';
import type { DeployedStack, DemoSummary } from './deployed-stack.ts';

/** What somebody can begin with, and what is still being made around it. */
export interface Demo {
  readonly summary: DemoSummary;
  /** The further cases and the fortnight of sessions; settled already where they were made at an earlier start. */
  readonly fortnight: Promise<void>;
}

/**
 * Brings the demonstration to where somebody can begin; to be called at every start. People, case and links stay what
 * they were; a session that is over, or was lost with a start that was cut off, is followed by a new one.
 */
export async function seedDemo(
  stack: DeployedStack,
  say: (words: string) => void = () => undefined,
): Promise<Demo> {
  let state = withIdsAndPasswords(readDemoState(stack));
  // Kept first: what is entered under an id or a password that nobody remembers could never be used.
  writeDemoState(stack, state);
  const entered = await enterPeople(stack, state);
  const cast = castOf(stack, state);
  if (entered || state.calendarsSet !== true) await setWorkingTimes(cast);
  state = { ...state, calendarsSet: true };
  const now = new Date();
  const caseId = await openOrKeepCase(cast, state.caseId, now);
  const isNew = caseId !== state.caseId;
  const kept = isNew ? undefined : state.session;
  state = { ...state, caseId, session: undefined };
  writeDemoState(stack, state);
  const session =
    kept !== undefined && (await isUsable(cast, kept.sessionId, now))
      ? kept
      : await makeReadySession(cast, caseId, stack.siteUrl, now);
  writeDemoState(stack, { ...state, session });
  const withPasswords = (names: readonly DemoAccount[]) =>
    names.map((role) => ({ role, email: emailOf(role), password: state.passwords[emailOf(role)] ?? '' }));
  const summary = {
    people: withPasswords([...demoStaff, ...demoAdministrators]),
    furtherPeople: withPasswords(demoFurtherStaff),
    witness: session.witness,
    interpreter: session.interpreter,
  };
  // What follows is made once, and nobody waits for it: a start that is cut off in the middle of it leaves a shorter fortnight.
  const fortnight = isNew ? furtherSessions(cast, caseId, now, say) : Promise.resolve();
  return { summary, fortnight };
}

async function furtherSessions(
  cast: Cast,
  first: string,
  now: Date,
  say: (words: string) => void,
): Promise<void> {
  say('two further cases');
  const [lao, vietnamese] = await Promise.all([
    openDemoCase(cast, demoCases.lao, now),
    openDemoCase(cast, demoCases.vietnamese, now),
  ]);
  await makeFortnight(cast, { first, lao, vietnamese }, now, say);
}

function castOf(stack: DeployedStack, state: DemoState): Cast {
  const callers = demoAccounts.map((name): [DemoAccount, Caller] => {
    const email = emailOf(name);
    return [name, callerWith(stack.apiUrl, () => tokenOf(stack, email, state.passwords[email] ?? ''))];
  });
  return { as: Object.fromEntries(callers) as Cast['as'], ids: personIds(state) };
}
