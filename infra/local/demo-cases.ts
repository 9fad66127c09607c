import * as cases from '../../functions/cases/contract.ts';
import type { CountryCode } from '../../functions/shared/values/countries.ts';
import type { UiLanguage } from '../../functions/shared/values/languages.ts';
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
  /** Of the requesting State, with whom the authority meets, where the case has one. */
  readonly ownAuthority?: DemoAccount;
  /** Whom the court admits for the accused, where the case has one. */
  readonly defence?: DemoAccount;
  /** Members beside these. */
  readonly more: readonly DemoAccount[];
  readonly interpreters: readonly (keyof typeof demoInterpreters)[];
  /** The witness's, and the court's. */
  readonly languages: readonly [witness: UiLanguage, court: UiLanguage];
  readonly witness: { readonly protected: boolean; readonly zone: string };
  /** How many are to be heard, each as the witness is. */
  readonly heard: number;
  /** The first of them is a child, who comes with a guardian. */
  readonly child?: true;
  readonly permission: {
    /** What the host State's authority calls it. */
    readonly reference: string;
    readonly conditions: readonly PermissionCondition[];
  };
}
export type PermissionCondition =
  | 'no-recording-by-requesting-state'
  | 'attending-officer-present'
  | 'in-camera'
  | 'screening'
  | 'use-limited-to-this-case';

const inBangkok = {
  requestingState: 'TH',
  zone: 'Asia/Bangkok',
  prosecutor: 'prosecutor',
  clerk: 'clerk',
  judge: 'judge',
} as const;

export const demoCases = {
  /** A Thai prosecution with two victims who have returned to Myanmar; a session of it stands ready at each start. */
  first: {
    ...inBangkok,
    reference: 'AGO 417/2569',
    hostState: 'MM',
    support: 'support-officer',
    attending: 'attending-officer',
    authority: 'central-authority',
    ownAuthority: 'central-authority-thai',
    defence: 'defence-counsel',
    more: ['auditor'],
    interpreters: ['interpreter', 'second-interpreter'],
    languages: ['my', 'th'],
    witness: { protected: true, zone: 'Asia/Yangon' },
    heard: 2,
    permission: {
      reference: 'MLA 88/2026',
      conditions: ['no-recording-by-requesting-state', 'use-limited-to-this-case'],
    },
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
    permission: {
      reference: 'DIC 31/2026',
      conditions: ['no-recording-by-requesting-state', 'use-limited-to-this-case'],
    },
  },
  /** A prosecution in Viet Nam with a child in Cambodia, and a grown-up for whom Cambodia answers with written questions alone. */
  vietnamese: {
    reference: 'VKS 96/2026',
    requestingState: 'VN',
    hostState: 'KH',
    zone: 'Asia/Ho_Chi_Minh',
    prosecutor: 'prosecutor-vietnamese',
    clerk: 'clerk-vietnamese',
    judge: 'judge-vietnamese',
    support: 'support-officer-khmer',
    attending: 'attending-officer-khmer',
    authority: 'central-authority-khmer',
    more: [],
    interpreters: ['interpreter-khmer-vietnamese'],
    languages: ['km', 'vi'],
    witness: { protected: true, zone: 'Asia/Phnom_Penh' },
    heard: 2,
    child: true,
    permission: {
      reference: 'MLA 93/2026',
      conditions: ['attending-officer-present', 'in-camera', 'use-limited-to-this-case'],
    },
  },
} as const satisfies Record<string, DemoCase>;
export type DemoCaseName = keyof typeof demoCases;

/** Opens a case, with all whom it has, and has the agencies of its people take it. */
export async function openDemoCase(cast: Cast, given: DemoCase, now: Date): Promise<string> {
  const { as, ids } = cast;
  const { prosecutor, clerk, judge, support, attending, authority, ownAuthority, more, witness } = given;
  const others = ownAuthority === undefined ? more : [ownAuthority, ...more];
  const { caseId } = await as[prosecutor](cases.openCase, {
    body: {
      reference: given.reference,
      requestingState: given.requestingState,
      hostState: given.hostState,
      members: [clerk, judge, support, attending, authority, ...others].map((name) => ids[name]),
      // The attending officer sits beside the witness; nobody else need know where that is.
      witnesses: Array.from({ length: given.heard }, () => ({
        ...witness,
        holder: ids[support],
        mayKnow: [ids[attending]],
      })),
    },
  });
  await completeDemoCase(cast, given, caseId, now);
  return caseId;
}

/**
 * What a case has beside those with whom it was opened: the agencies that take it (that of whoever opened it has it, and
 * interpreters come with those who engage them), what the holder says of each who is heard, a child's guardian, the accused
 * and their counsel. What is there already is left as it is: a start that was cut off may have come this far.
 */
export async function completeDemoCase(
  { as, ids }: Cast,
  given: DemoCase,
  caseId: string,
  now: Date,
): Promise<void> {
  const { clerk, support, authority, ownAuthority, more, defence } = given;
  const params = { caseId };
  const others = ownAuthority === undefined ? more : [ownAuthority, ...more];
  for (const taker of [clerk, support, authority, ...others])
    await as[taker](cases.takeCase, { params, body: {} });
  const { witnesses, parties, members } = await as[support](cases.readCase, { params });
  for (const [order, { pseudonym, languages }] of witnesses.entries()) {
    if (languages !== undefined) continue;
    const isChild = given.child === true && order === 0;
    await as[support](cases.describeWitness, {
      params: { caseId, party: pseudonym },
      body: {
        capacity: 'victim',
        languages: [{ language: given.languages[0] }],
        ...(isChild ? { ofAgeOn: childOfAgeOn(now) } : {}),
      },
    });
  }
  const child = given.child === true ? witnesses[0]?.pseudonym : undefined;
  if (child !== undefined && !parties.some(({ role }) => role === 'guardian'))
    await as[clerk](cases.nameParty, {
      params,
      body: { role: 'guardian', label: 'Guardian of the child', for: child },
    });
  if (defence === undefined) return;
  const known = parties.find(({ role }) => role === 'accused')?.pseudonym;
  const accused =
    known ??
    (await as[clerk](cases.nameParty, { params, body: { role: 'accused', label: 'Accused 1' } })).pseudonym;
  if (!members.some(({ role }) => role === 'defence-counsel'))
    await as[clerk](cases.admitCounsel, { params, body: { personId: ids[defence], for: accused } });
  await as[defence](cases.takeCase, { params, body: {} });
}

/** The child of the demonstration is thirteen or fourteen, whenever it is begun. */
const childOfAgeOn = (now: Date): string => `${now.getUTCFullYear() + 4}-01-15`;
