import type { DeployedStack } from '../../../infra/local/deployed-stack.ts';
import { send, type Answer } from '../../support/http.ts';
import {
  bookInterview,
  device,
  expectDone,
  guest,
  openGates,
  room,
  view,
  type Interview,
} from '../../support/interview.ts';
import { takenLog } from '../../support/taken-log.ts';

/** How often each page asks how the room stands, in the time that this interview is given. */
const looks = 5;

/** A whole interview over the API: booked, prepared, held, ended, its log read and taken away. */
export async function holdInterview(stack: DeployedStack): Promise<Interview> {
  const interview = await bookInterview(stack);
  const { api, sessionId, caseId, tokens } = interview;
  await choosePeople(interview);
  await openGates(interview);
  const cookies = {
    witness: await guest(interview, 'witness'),
    interpreter: await guest(interview, 'interpreter'),
  };
  const clerk = { token: tokens.clerk };
  const staff = (['prosecutor', 'support-officer', 'attending-officer'] as const).map(
    (seat) => [seat, { token: tokens[seat] }] as const,
  );
  const seats = [...staff, ...Object.entries(cookies)] as readonly (readonly [string, { token?: string }])[];

  expectDone(await room(interview, clerk, 'arrivals', device));
  for (const [, who] of seats) expectDone(await room(interview, who, 'arrivals', device));
  expectDone(await room(interview, clerk, 'opening'));
  for (const [seat] of seats) expectDone(await room(interview, clerk, 'admissions', { seat }));
  const everybody = [['clerk', clerk] as const, ...seats];
  const enter = () => eachOf(everybody, (who) => room(interview, who, 'passes'));
  await enter();
  for (let n = 0; n < looks; n += 1) await eachOf(everybody, (who) => view(interview, who));
  expectDone(await room(interview, cookies.witness, 'pauses', { kind: 'pause' }));
  expectDone(await room(interview, cookies.witness, 'resumptions'));
  await enter();
  expectDone(await room(interview, clerk, 'ending'));

  const get = async (path: string) => expectDone(await send(api, 'GET', path, clerk));
  await get(`/api/sessions?caseId=${caseId}`);
  await get('/api/sessions/own');
  await get(`/api/sessions/${sessionId}`);
  await get(`/api/notices?sessionId=${sessionId}`);
  await get(`/api/custody/logs/${sessionId}/entries`);
  await takenLog(api, `logs/${sessionId}`, tokens.clerk);
  return interview;
}

/** What the form of a booking asks. */
async function choosePeople({ api, tokens: { prosecutor: token } }: Interview): Promise<void> {
  for (const role of ['clerk', 'support-officer', 'interpreter'])
    expectDone(await send(api, 'GET', `/api/directory/people?role=${role}`, { token }));
  expectDone(await send(api, 'GET', '/api/cases', { token }));
}

async function eachOf<Who>(
  all: readonly (readonly [string, Who])[],
  ask: (who: Who) => Promise<Answer>,
): Promise<void> {
  for (const [, who] of all) expectDone(await ask(who));
}
