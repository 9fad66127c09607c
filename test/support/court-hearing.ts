import { afterAll } from 'vitest';
import type { PartyRole } from '../../functions/shared/access/roles.ts';
import type { DeployedStack } from '../../infra/local/deployed-stack.ts';
import { bookingBody, witnessOf } from './booking.ts';
import { send } from './http.ts';
import {
  bangkokIn,
  cookieOf,
  device,
  expectDone,
  newCase,
  openGates,
  redeem,
  room,
  type Interview,
} from './interview.ts';
import { newOffice } from './office.ts';

/** A hearing before a court with an accused and an observer, on the deployed functions: every gate and the room are open. */
export interface CourtHearing extends Interview {
  readonly accused: string;
  readonly observer: string;
}

interface Given {
  /** The file number of its case. */
  readonly reference?: string;
  /** Days on which it goes on, on the wall in Bangkok. */
  readonly moreDays?: readonly { readonly local: string }[];
  /** How its gates are opened. */
  readonly open?: (hearing: CourtHearing) => Promise<void>;
}

const opened: CourtHearing[] = [];
// One that is left open keeps its machines at work, beside the tests of every file after.
afterAll(async () => {
  for (const hearing of opened) {
    const { code, ...answer } = await room(hearing, { token: hearing.tokens.clerk }, 'ending');
    // Adjourned, it has no rooms and no machines either.
    if (code !== 'room-ended' && code !== 'room-not-open') expectDone({ code, ...answer });
  }
});

export async function courtHearing(
  stack: DeployedStack,
  { reference, moreDays = [], open = openGates }: Given = {},
): Promise<CourtHearing> {
  const office = await newOffice(stack);
  const { ids, tokens } = office;
  const caseId = await newCase(stack, office, [], reference);
  const [api, token] = [stack.apiUrl, tokens.clerk];
  const named = async (role: PartyRole): Promise<string> => {
    const body = { role, label: `The ${role} of a test` };
    return expectDone(await send(api, 'POST', `/api/cases/${caseId}/parties`, { token, body })).body
      .pseudonym;
  };
  const accused = await named('accused');
  const observer = await named('observer');
  const body = await bookingBody(
    { api, token, personId: ids.clerk },
    {
      caseId,
      kind: 'testimony',
      local: bangkokIn(5),
      moreDays,
      zone: 'Asia/Bangkok',
      minutes: 30,
      seats: {
        clerk: ids.clerk,
        supportOfficer: ids['support-officer'],
        interpreter: ids.interpreter,
        judge: ids.judge,
        prosecutor: ids.prosecutor,
        accused,
        observer,
      },
    },
  );
  const booked = expectDone(await send(api, 'POST', '/api/sessions', { token, body }));
  const sessionId = booked.body.sessionId as string;
  const witness = await witnessOf(api, token, caseId);
  const hearing = { ...office, api, caseId, sessionId, witness, accused, observer };
  await open(hearing);
  expectDone(await room(hearing, { token }, 'opening'));
  opened.push(hearing);
  return hearing;
}

/** By the clerk's invitation, at the door. */
export async function atDoor(
  hearing: Interview,
  seat: PartyRole | 'witness' | 'interpreter',
  token = hearing.tokens.clerk,
): Promise<{ readonly cookie: string }> {
  const { body } = expectDone(await room(hearing, { token }, 'invitations', { seat, language: 'th' }));
  const given = { secret: body.secret as string, pin: body.pin as string };
  const who = { cookie: cookieOf(expectDone(await redeem(hearing, given))) };
  expectDone(await room(hearing, who, 'arrivals', device));
  return who;
}
