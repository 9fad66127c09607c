/** The demonstration: people who can sign in, a case, and a session whose rooms are open. */
import { setWorkingTimes } from './demo-calendars.ts';
import { callerWith, tokenOf, type Caller } from './demo-client.ts';
import {
  demoStaff,
  emailOf,
  enterPeople,
  personIds,
  withIdsAndPasswords,
  type DemoStaff,
} from './demo-people.ts';
import { readDemoState, writeDemoState, type DemoState } from './demo-state.ts';
import { isUsable, makeReadySession, openOrKeepCase, type Cast } from './demo-story.ts';
import type { DeployedStack, DemoSummary } from './deployed-stack.ts';

/**
 * Brings the demonstration to where somebody can begin; to be called at every start. People, case and links stay what
 * they were; a session that is over, or was lost with a start that was cut off, is followed by a new one.
 */
export async function seedDemo(stack: DeployedStack): Promise<DemoSummary> {
  let state = withIdsAndPasswords(readDemoState(stack));
  // Kept first: what is entered under an id or a password that nobody remembers could never be used.
  writeDemoState(stack, state);
  await enterPeople(stack, state);
  const cast = await castOf(stack, state);
  await setWorkingTimes(cast);
  const now = new Date();
  const caseId = await openOrKeepCase(cast, state.caseId);
  const kept = caseId === state.caseId ? state.session : undefined;
  state = { ...state, caseId, session: undefined };
  writeDemoState(stack, state);
  const session =
    kept !== undefined && (await isUsable(cast, kept.sessionId, now))
      ? kept
      : await makeReadySession(cast, caseId, stack.siteUrl, now);
  writeDemoState(stack, { ...state, session });
  const people = demoStaff.map((role) => {
    const email = emailOf(role);
    return { role, email, password: state.passwords[email] ?? '' };
  });
  return { people, witness: session.witness, interpreter: session.interpreter };
}

async function castOf(stack: DeployedStack, state: DemoState): Promise<Cast> {
  const callers = await Promise.all(
    demoStaff.map(async (name): Promise<[DemoStaff, Caller]> => {
      const email = emailOf(name);
      const token = await tokenOf(stack, email, state.passwords[email] ?? '');
      return [name, callerWith(stack.apiUrl, token)];
    }),
  );
  return { as: Object.fromEntries(callers) as Cast['as'], ids: personIds(state) };
}
