import { confirmed } from './confirmed-interpreter.ts';
import { fullConsent, fullGo } from './consent-and-plan.ts';
import { witnessOf } from './booking.ts';
import { proposed } from './proposal.ts';
import { localOf } from '../../functions/shared/values/zones.ts';
import { instantOf } from '../../functions/shared/values/instants.ts';
import type { DeployedStack } from '../../infra/local/deployed-stack.ts';
import { send, type Answer, type Sent } from './http.ts';
import { newOffice, type Office, type OfficeRole } from './office.ts';
import { gateNames, type GateName } from '../../functions/sessions/port/gates.ts';

/** One interview of people of its own, booked through the API, for tests of what comes after. */
export interface Interview extends Office {
  readonly api: string;
  readonly caseId: string;
  /** Her pseudonym. */
  readonly witness: string;
  readonly sessionId: string;
}

/** What each gate is sent when it is opened; a test changes one field to see it stay shut. */
export const gateBodies = {
  permission: {
    decision: 'granted',
    legalBasis: 'asean-mlat',
    reference: 'MLA 1/2026',
    receivedOn: '2025-12-01',
    decidedOn: '2026-01-01',
    validFrom: '2026-01-01',
    validUntil: '2036-12-31',
    modalities: ['live', 'written-questions'],
    conducts: 'requesting-authority',
    attendance: { demanded: true, identifies: true },
    noticeDays: 0,
    persons: [],
    languages: [],
    conditions: ['use-limited-to-this-case'],
  },
  // Whoever has a seat may listen; whoever is heard is seen, and comes before the officer does.
  consent: {
    ...fullConsent,
    scopes: {
      ...fullConsent.scopes,
      liveVideo: { answer: 'yes' },
      supporter: { answer: 'no' },
      alteredPictureOrVoice: { answer: 'no' },
    },
    wishes: { ...fullConsent.wishes, inCamera: 'no' },
  },
  riskPlan: fullGo,
  interpreter: confirmed,
  rehearsal: {
    what: 'test-call',
    points: { picture: 'works', sound: 'works', language: 'works', line: 'works', framing: 'works' },
    measured: { down: 4_000, up: 1_500, jitter: 12, path: 'direct' },
  },
} as const;

/** What a gate's road is about. */
export type RoadAt = Pick<Interview, 'sessionId' | 'caseId' | 'witness'>;

interface GateRoad {
  /** The folder of `functions/` in which it is decided. */
  readonly capability: string;
  readonly path: (at: RoadAt) => string;
  readonly by: Exclude<OfficeRole, 'agency-administrator'>;
  readonly body: (office: Pick<Office, 'ids'>) => object;
  /** Whose word it needs too; made of what the first was answered. */
  readonly second?: {
    readonly path: (at: RoadAt) => string;
    readonly by: Exclude<OfficeRole, 'agency-administrator'>;
    readonly body: (first: Readonly<Record<string, unknown>>) => object;
  };
}

/** How each gate is opened. */
export const gateRoads: Readonly<Record<GateName, GateRoad>> = {
  permission: {
    capability: 'requests',
    path: ({ caseId, witness }) => `/api/requests/${caseId}/${witness}/permission`,
    by: 'central-authority',
    body: () => gateBodies.permission,
  },
  attendingOfficer: {
    capability: 'sessions',
    path: ({ sessionId }) => `/api/sessions/${sessionId}/attending-officer`,
    by: 'central-authority',
    body: ({ ids }) => ({ personId: ids['attending-officer'] }),
  },
  consent: {
    capability: 'witnesses',
    path: ({ caseId, witness }) => `/api/witnesses/${caseId}/${witness}/consent`,
    by: 'support-officer',
    body: () => gateBodies.consent,
  },
  riskPlan: {
    capability: 'witnesses',
    path: ({ caseId, witness }) => `/api/witnesses/${caseId}/${witness}/risk-plan`,
    by: 'support-officer',
    body: () => gateBodies.riskPlan,
    second: {
      path: ({ caseId, witness }) => `/api/witnesses/${caseId}/${witness}/risk-plan/word`,
      by: 'prosecutor',
      body: ({ plan }) => ({ decision: 'go', plan }),
    },
  },
  interpreter: {
    capability: 'interpreting',
    path: ({ sessionId }) => `/api/interpreting/${sessionId}/assignment`,
    by: 'clerk',
    body: () => gateBodies.interpreter,
  },
  rehearsal: {
    capability: 'preparation',
    path: ({ sessionId }) => `/api/preparation/${sessionId}/results`,
    by: 'support-officer',
    body: () => gateBodies.rehearsal,
  },
};

/** @throws Error with the answer when a step that a test only builds upon is refused */
export function expectDone(answer: Answer): Answer {
  if (answer.status >= 300)
    throw new Error(`The start of a test was refused: ${JSON.stringify(answer.body)}`);
  return answer;
}

/** A case of the office's people that every agency of theirs has taken. */
export async function newCase(
  stack: DeployedStack,
  office: Office,
  more: readonly string[] = [],
  reference?: string,
): Promise<string> {
  const caseId = await openCase(stack, office, more, reference);
  await takeCase(stack, caseId, office.tokens['central-authority']);
  return caseId;
}

/** The same, taken by nobody but the agency of whoever opened it. */
export async function openCase(
  stack: DeployedStack,
  office: Office,
  more: readonly string[] = [],
  reference = 'T 1/2026',
): Promise<string> {
  const { ids, tokens } = office;
  const body = {
    reference,
    requestingState: 'TH',
    hostState: 'MM',
    members: [
      ids.clerk,
      ids['support-officer'],
      ids['attending-officer'],
      ids['central-authority'],
      ids.auditor,
      ids.judge,
      ...more,
    ],
    witnesses: [
      {
        protected: true,
        holder: ids['support-officer'],
        zone: 'Asia/Yangon',
        mayKnow: [ids['attending-officer']],
      },
    ],
  };
  const answer = expectDone(
    await send(stack.apiUrl, 'POST', '/api/cases', { token: tokens.prosecutor, body }),
  );
  return answer.body.caseId as string;
}

/** The agency of whoever has this token takes a case; that of whoever opened it has. */
export const takeCase = async (stack: DeployedStack, caseId: string, token: string): Promise<Answer> =>
  expectDone(await send(stack.apiUrl, 'POST', `/api/cases/${caseId}/taking`, { token, body: {} }));

/** A wall time in Bangkok so many minutes from now. */
export const bangkokIn = (minutes: number): string =>
  localOf('Asia/Bangkok', instantOf(Math.ceil(Date.now() / 60_000 + minutes) * 60_000)).local;

/** A deposition: like an interview, and a judge presides. */
export const bookDeposition = (stack: DeployedStack): Promise<Interview> =>
  bookInterview(stack, 5, 30, 'deposition');

export async function bookInterview(
  stack: DeployedStack,
  startsIn = 5,
  minutes = 30,
  kind: 'interview' | 'deposition' = 'interview',
): Promise<Interview> {
  const office = await newOffice(stack);
  const caseId = await newCase(stack, office);
  const { ids, tokens } = office;
  const witness = await witnessOf(stack.apiUrl, tokens.prosecutor, caseId);
  const body = {
    caseId,
    kind,
    local: bangkokIn(startsIn),
    zone: 'Asia/Bangkok',
    minutes,
    seats: {
      clerk: ids.clerk,
      supportOfficer: ids['support-officer'],
      interpreter: ids.interpreter,
      ...(kind === 'interview' ? {} : { judge: ids.judge, prosecutor: ids.prosecutor }),
    },
  };
  const answer = expectDone(
    await send(stack.apiUrl, 'POST', '/api/sessions', {
      token: kind === 'interview' ? tokens.prosecutor : tokens.clerk,
      body: proposed(body, { booker: ids.prosecutor, witness }),
    }),
  );
  return { ...office, api: stack.apiUrl, caseId, witness, sessionId: answer.body.sessionId as string };
}

export async function openGate(interview: Interview, gate: GateName): Promise<Answer> {
  const { api, tokens } = interview;
  const { path, by, body, second } = gateRoads[gate];
  const first = await send(api, 'POST', path(interview), { token: tokens[by], body: body(interview) });
  if (second === undefined) return first;
  const given = second.body(expectDone(first).body);
  return send(api, 'POST', second.path(interview), { token: tokens[second.by], body: given });
}

export async function openGates(interview: Interview, gates: readonly GateName[] = gateNames): Promise<void> {
  for (const gate of gates) expectDone(await openGate(interview, gate));
  if (gates.includes('permission') && gates.includes('attendingOfficer')) await identifyHer(interview);
}

/** The officer sees who came, on the day: of a session that is some other day nothing can be said yet. */
export async function identifyHer({
  api,
  sessionId,
  tokens,
}: Pick<Interview, 'api' | 'sessionId' | 'tokens'>): Promise<void> {
  const body = { found: 'established', how: 'document-seen', detail: 'A travel document of the State.' };
  const told = await send(api, 'POST', `/api/rooms/${sessionId}/identity`, {
    token: tokens['attending-officer'],
    body,
  });
  if (told.body['code'] !== 'outside-window') expectDone(told);
}

/**
 * A step in the hearing room as one of its people: `room(interview, 'clerk', 'opening')`. Before it is opened the officer beside
 * whoever is heard says that they take part today, where the test knows that officer.
 */
export async function room(
  {
    api,
    sessionId,
    tokens,
  }: Pick<Interview, 'api' | 'sessionId'> & {
    readonly tokens?: Pick<Interview['tokens'], 'support-officer'>;
  },
  who: Pick<Sent, 'token' | 'cookie'>,
  verb: string,
  body: unknown = {},
  more: Partial<Sent> = {},
): Promise<Answer> {
  const post = (to: string, sent: Partial<Sent>) => send(api, 'POST', `/api/rooms/${sessionId}/${to}`, sent);
  if (verb === 'opening' && tokens !== undefined)
    await post('today', { token: tokens['support-officer'], body: { takesPart: 'yes' } });
  return post(verb, { ...who, body, ...more });
}

export const view = (
  { api, sessionId }: Pick<Interview, 'api' | 'sessionId'>,
  who: Pick<Sent, 'token' | 'cookie'>,
): Promise<Answer> => send(api, 'GET', `/api/rooms/${sessionId}`, who);

export const device = { camera: true, microphone: true, connection: 'good' } as const;

export interface GuestPass {
  readonly secret: string;
  readonly pin: string;
}

export async function invite(interview: Interview, seat: 'witness' | 'interpreter'): Promise<GuestPass> {
  const token = interview.tokens[seat === 'witness' ? 'support-officer' : 'clerk'];
  const answer = expectDone(await room(interview, { token }, 'invitations', { seat, language: 'my' }));
  return { secret: answer.body.secret as string, pin: answer.body.pin as string };
}

export const redeem = (
  interview: Pick<Interview, 'api'>,
  given: GuestPass,
  more: Partial<Sent> = {},
): Promise<Answer> => send(interview.api, 'POST', '/api/rooms/redemptions', { body: given, ...more });

/** The cookie of an answer, as a browser would send it back. */
export const cookieOf = (answer: Answer): string =>
  (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';

/** A guest who has redeemed an invitation. */
export async function guest(
  interview: Interview,
  seat: 'witness' | 'interpreter',
): Promise<{ readonly cookie: string }> {
  return { cookie: cookieOf(expectDone(await redeem(interview, await invite(interview, seat)))) };
}
