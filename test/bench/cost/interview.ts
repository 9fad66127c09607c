import { setTimeout as wait } from 'node:timers/promises';
import { gateNames } from '../../../functions/sessions/port/gates.ts';
import type { DeployedStack } from '../../../infra/local/deployed-stack.ts';
import { send, type Answer, type Sent } from '../../support/http.ts';
import {
  bookInterview,
  device,
  expectDone,
  guest,
  identifyHer,
  openGate,
  room,
  view,
  type Interview,
} from '../../support/interview.ts';
import { takenLog } from '../../support/taken-log.ts';

/** Milliseconds between two steps. */
const pace = 300;
/** How often each page asks how the room stands, in the time that this interview is given. */
const looks = 5;

type Who = Pick<Sent, 'token' | 'cookie'>;

/** A whole interview over the API: booked, prepared, held, ended, its log read and taken away. */
export async function holdInterview(stack: DeployedStack): Promise<Interview> {
  const interview = await bookInterview(stack);
  const { api, sessionId, caseId, tokens } = interview;
  await choosePeople(interview);
  for (const gate of gateNames) await paced(openGate(interview, gate));
  await identifyHer(interview);
  const cookies = {
    witness: await guest(interview, 'witness'),
    interpreter: await guest(interview, 'interpreter'),
  };
  const clerk = { token: tokens.clerk };
  const staff = (['prosecutor', 'support-officer', 'attending-officer'] as const).map(
    (seat) => [seat, { token: tokens[seat] }] as const,
  );
  const seats = [...staff, ...Object.entries(cookies)] as readonly (readonly [string, Who])[];

  const step = (who: Who, verb: string, body?: object) => paced(room(interview, who, verb, body));

  await step(clerk, 'arrivals', device);
  for (const [, who] of seats) await step(who, 'arrivals', device);
  await step(clerk, 'opening');
  for (const [seat] of seats) await step(clerk, 'admissions', { seat });
  const everybody = [clerk, ...seats.map(([, who]) => who)];
  const enter = async () => {
    for (const who of everybody) await step(who, 'passes');
  };
  await enter();
  for (let n = 0; n < looks; n += 1) for (const who of everybody) expectDone(await view(interview, who));
  await step(cookies.witness, 'pauses', { kind: 'pause' });
  await step(cookies.witness, 'resumptions');
  await enter();
  await step(clerk, 'ending');

  const get = async (path: string) => expectDone(await send(api, 'GET', path, clerk));
  await get(`/api/sessions?caseId=${caseId}`);
  await get('/api/sessions/own');
  await get(`/api/sessions/${sessionId}`);
  await get(`/api/notices?sessionId=${sessionId}`);
  await get(`/api/custody/logs/${sessionId}/entries`);
  await takenLog(api, `logs/${sessionId}`, tokens.clerk);
  return interview;
}

/** What the forms of a case and of a booking ask for people: the first of a role, and one who is not among them by a word. */
async function choosePeople({ api, mark, tokens: { prosecutor: token } }: Interview): Promise<void> {
  for (const asked of ['clerk', 'support-officer', 'interpreter', `interpreter&named=${mark}`])
    expectDone(await send(api, 'GET', `/api/directory/people?role=${asked}`, { token }));
  expectDone(await send(api, 'GET', '/api/cases', { token }));
}

/** A step, and the moment until the next: people do not act all at once. */
async function paced(step: Promise<Answer>): Promise<void> {
  expectDone(await step);
  await wait(pace);
}
