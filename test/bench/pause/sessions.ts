/** A session of the bench: open, with the witness, the prosecutor and the interpreter in it. */
import type { DeployedStack } from '../../../infra/local/deployed-stack.ts';
import {
  bookInterview,
  device,
  expectDone,
  guest,
  openGate,
  openGates,
  room,
  type Interview,
} from '../../support/interview.ts';
import { send, type Answer } from '../../support/http.ts';

export interface BenchSession extends Interview {
  readonly witnessCookie: string;
  /** Of the interpreter, from whose cookie the flood comes. */
  readonly floodCookie: string;
}

const clerkOf = ({ tokens }: Interview) => ({ token: tokens.clerk });

export async function openSession(stack: DeployedStack): Promise<BenchSession> {
  const interview = await bookInterview(stack, 5, 60);
  await openGates(interview);
  expectDone(await room(interview, clerkOf(interview), 'opening'));
  const witness = await guest(interview, 'witness');
  const interpreter = await guest(interview, 'interpreter');
  const prosecutor = { token: interview.tokens.prosecutor };
  for (const [who, seat] of [
    [witness, 'witness'],
    [interpreter, 'interpreter'],
    [prosecutor, 'prosecutor'],
  ] as const) {
    expectDone(await room(interview, who, 'arrivals', device));
    await patiently(() => room(interview, clerkOf(interview), 'admissions', { seat }));
  }
  return { ...interview, witnessCookie: witness.cookie, floodCookie: interpreter.cookie };
}

/** What is only set up and not measured may take its time: the flood fills the functions it has to go through. */
async function patiently(step: () => Promise<Answer>): Promise<Answer> {
  for (let tries = 1; ; tries += 1) {
    const answer = await step();
    if (answer.code === undefined || tries === 300) return expectDone(answer);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** What is measured, each with what brings the session back to where it was. */
export const measured = {
  pause: {
    step: (session: BenchSession) =>
      room(session, { cookie: session.witnessCookie }, 'pauses', { kind: 'pause' }),
    back: (session: BenchSession) =>
      patiently(() => room(session, { cookie: session.witnessCookie }, 'resumptions')),
  },
  removal: {
    step: (session: BenchSession) => room(session, clerkOf(session), 'removals', { seat: 'prosecutor' }),
    back: (session: BenchSession) => letIn(session, ['prosecutor']),
  },
  withdrawal: {
    step: (session: BenchSession) =>
      send(session.api, 'POST', `/api/witnesses/${session.caseId}/${session.witness}/withdrawal`, {
        token: session.tokens['support-officer'],
        body: {},
      }),
    async back(session: BenchSession) {
      await patiently(() => openGate(session, 'consent'));
      await patiently(() => room(session, clerkOf(session), 'opening'));
      return letIn(session, ['witness', 'prosecutor']);
    },
  },
} as const;

async function letIn(session: BenchSession, seats: readonly ('witness' | 'prosecutor')[]): Promise<void> {
  for (const seat of seats) {
    const who = seat === 'witness' ? { cookie: session.witnessCookie } : { token: session.tokens.prosecutor };
    await patiently(() => room(session, who, 'arrivals', device));
    await patiently(() => room(session, clerkOf(session), 'admissions', { seat }));
  }
}
