import { witnessOf } from './booking.ts';
import { proposed } from './proposal.ts';
import type { DeployedStack } from '../../infra/local/deployed-stack.ts';
import { send, type Answer } from './http.ts';
import { enterPerson } from './in-process.ts';
import { bangkokIn, expectDone, gateBodies, newCase, openGates, type Interview } from './interview.ts';
import { newOffice, storeOf } from './office.ts';
import { gateNames } from '../../functions/sessions/port/gates.ts';

/** Two interpreters who take turns in one interview. */
export interface Team extends Interview {
  /** Pseudonyms of the two. */
  readonly names: readonly [string, string];
}

/** POST as one of the people; `*` stands for the session. */
export const at = (
  { api, sessionId }: Interview,
  path: string,
  token: string,
  body: object,
): Promise<Answer> => send(api, 'POST', `/api/${path.replace('*', sessionId)}`, { token, body });

async function namesIn({ api, sessionId, tokens }: Interview): Promise<string[]> {
  const { body } = await send(api, 'GET', `/api/sessions/${sessionId}`, { token: tokens.clerk });
  const seats = body.seats as { seat: string; pseudonym: string }[];
  return seats.flatMap(({ seat, pseudonym }) => (seat === 'interpreter' ? [pseudonym] : []));
}

/** Ninety minutes that begin in five, with every gate open but that of the interpreters. */
export async function bookTeam(stack: DeployedStack): Promise<Team> {
  const office = await newOffice(stack);
  const [caseId, second] = await Promise.all([
    newCase(stack, office),
    enterPerson(storeOf(stack), 'interpreter', { agencyId: office.agencyId }),
  ]);
  const { ids, tokens } = office;
  const witness = await witnessOf(stack.apiUrl, tokens.prosecutor, caseId);
  const body = {
    caseId,
    kind: 'interview',
    local: bangkokIn(5),
    zone: 'Asia/Bangkok',
    minutes: 90,
    seats: {
      clerk: ids.clerk,
      supportOfficer: ids['support-officer'],
      interpreter: ids.interpreter,
      moreInterpreters: [second.personId],
    },
  };
  const booked = expectDone(
    await send(stack.apiUrl, 'POST', '/api/sessions', {
      token: tokens.prosecutor,
      body: proposed(body, { booker: ids.prosecutor, witness }),
    }),
  );
  const interview = {
    ...office,
    api: stack.apiUrl,
    caseId,
    witness,
    sessionId: booked.body.sessionId as string,
  };
  await openGates(
    interview,
    gateNames.filter((gate) => gate !== 'interpreter'),
  );
  return { ...interview, names: (await namesIn(interview)) as [string, string] };
}

export const confirm = (team: Team, pseudonym: string | undefined, change: object = {}) =>
  at(team, 'interpreting/*/assignment', team.tokens.clerk, {
    ...gateBodies.interpreter,
    ...change,
    ...(pseudonym === undefined ? {} : { pseudonym }),
  });
