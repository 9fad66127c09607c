import * as cases from '../../functions/cases/contract.ts';
import type { CountryCode } from '../../functions/shared/values/countries.ts';
import type { Caller } from './demo-client.ts';
import type { demoInterpreters } from './demo-interpreters.ts';
import type { DemoAccount, DemoName } from './demo-staff.ts';

/** The three cases of the demonstration: who does what in each. */

export interface Cast {
  readonly as: Readonly<Record<DemoAccount, Caller>>;
  readonly ids: Readonly<Record<DemoName, string>>;
}

export interface DemoCase {
  readonly reference: string;
  readonly requestingState: CountryCode;
  readonly hostState: CountryCode;
  /** The court's, by whose clock sessions are booked. */
  readonly zone: string;
  readonly prosecutor: DemoAccount;
  readonly clerk: DemoAccount;
  readonly judge: DemoAccount;
  readonly support: DemoAccount;
  readonly attending: DemoAccount;
  readonly authority: DemoAccount;
  /** Members beside these. */
  readonly more: readonly DemoAccount[];
  readonly interpreters: readonly (keyof typeof demoInterpreters)[];
  /** The witness's, and the court's. */
  readonly languages: readonly [witness: 'my' | 'lo', court: 'th' | 'km'];
  readonly witness: { readonly protected: boolean; readonly zone: string };
  /** How many are to be heard, each as the witness is. */
  readonly heard: number;
  /** What the host State's authority calls its permission. */
  readonly permission: string;
}

const inMyanmar = {
  hostState: 'MM',
  support: 'support-officer',
  attending: 'attending-officer',
  authority: 'central-authority',
  witness: { protected: true, zone: 'Asia/Yangon' },
  heard: 2,
} as const;
const inBangkok = {
  requestingState: 'TH',
  zone: 'Asia/Bangkok',
  prosecutor: 'prosecutor',
  clerk: 'clerk',
  judge: 'judge',
} as const;

export const demoCases = {
  /** The one in which a session stands ready at each start. */
  first: {
    ...inBangkok,
    ...inMyanmar,
    reference: 'AGO 417/2569',
    more: ['central-authority-thai', 'auditor'],
    interpreters: ['interpreter', 'second-interpreter'],
    languages: ['my', 'th'],
    permission: 'MLA 88/2026',
  },
  lao: {
    ...inBangkok,
    reference: 'AGO 502/2569',
    hostState: 'LA',
    support: 'support-officer-lao',
    attending: 'attending-officer-lao',
    authority: 'central-authority-lao',
    more: ['auditor'],
    interpreters: ['interpreter-lao'],
    languages: ['lo', 'th'],
    witness: { protected: false, zone: 'Asia/Vientiane' },
    heard: 1,
    permission: 'DIC 31/2026',
  },
  khmer: {
    ...inMyanmar,
    reference: 'PG 96/2026',
    requestingState: 'KH',
    zone: 'Asia/Phnom_Penh',
    prosecutor: 'prosecutor-khmer',
    clerk: 'clerk-khmer',
    judge: 'judge-khmer',
    more: ['auditor'],
    interpreters: ['interpreter-burmese-khmer'],
    languages: ['my', 'km'],
    permission: 'MLA 93/2026',
  },
} as const satisfies Record<string, DemoCase>;
export type DemoCaseName = keyof typeof demoCases;

/** Opens a case and has the agencies of its people take it; that of whoever opened it has it, and interpreters come with those who engage them. */
export async function openDemoCase({ as, ids }: Cast, given: DemoCase): Promise<string> {
  const { prosecutor, clerk, judge, support, attending, authority, more, witness } = given;
  const { caseId } = await as[prosecutor](cases.openCase, {
    body: {
      reference: given.reference,
      requestingState: given.requestingState,
      hostState: given.hostState,
      members: [clerk, judge, support, attending, authority, ...more].map((name) => ids[name]),
      // The attending officer sits beside the witness; nobody else need know where that is.
      witnesses: Array.from({ length: given.heard }, () => ({
        ...witness,
        holder: ids[support],
        mayKnow: [ids[attending]],
      })),
    },
  });
  await takeDemoCase({ as }, given, caseId);
  return caseId;
}

/** Taken twice it is taken once. */
export async function takeDemoCase(
  { as }: Pick<Cast, 'as'>,
  { clerk, support, authority }: DemoCase,
  caseId: string,
): Promise<void> {
  for (const taker of [clerk, support, authority])
    await as[taker](cases.takeCase, { params: { caseId }, body: {} });
}
