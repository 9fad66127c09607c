import type { NewPerson } from '../people.ts';
import { demoInterpreters } from './demo-interpreters.ts';

/** Who there is in the demonstration: offices and duties, no names. */

export const agencies = {
  prosecution: { name: 'Office of the Attorney General', country: 'TH' },
  court: { name: 'Criminal Court', country: 'TH', roles: ['clerk', 'judge'] },
  inspectorate: { name: 'Inspectorate', country: 'TH' },
  welfare: { name: 'Department of Social Welfare', country: 'MM' },
  hostAuthority: { name: 'Central Authority', country: 'MM' },
  interpreting: { name: 'Interpreting Service', country: 'AU' },
  pool: { name: 'Court Interpreters’ Pool', country: 'TH' },
  laoWelfare: { name: 'Counselling and Protection Centre', country: 'LA' },
  laoAuthority: { name: 'Department for International Cooperation', country: 'LA' },
  khmerProsecution: { name: 'Office of the Prosecutor General', country: 'KH' },
  khmerCourt: { name: 'Court of First Instance', country: 'KH' },
} as const;
export type DemoAgency = keyof typeof agencies;

/** Interpreters have no accounts: the court and the host State's authority engage them and keep their calendars. */
export const keepers: Partial<Record<DemoAgency, readonly DemoAgency[]>> = {
  interpreting: ['court', 'hostAuthority'],
  pool: ['court', 'hostAuthority'],
};

export interface DemoPerson extends Omit<NewPerson, 'agencyId' | 'personId'> {
  readonly agency: DemoAgency;
}

/** Whom `npm start` introduces. */
const staff = {
  prosecutor: {
    agency: 'prosecution',
    role: 'prosecutor',
    label: 'Prosecutor, trafficking division',
    zone: 'Asia/Bangkok',
    language: 'th',
  },
  clerk: {
    agency: 'court',
    role: 'clerk',
    label: 'Court clerk',
    zone: 'Asia/Bangkok',
    language: 'th',
  },
  'support-officer': {
    agency: 'welfare',
    role: 'support-officer',
    label: 'Victim-support officer',
    zone: 'Asia/Yangon',
    language: 'my',
    atProtectedSite: true,
  },
  'attending-officer': {
    agency: 'hostAuthority',
    role: 'attending-officer',
    label: 'Attending officer',
    zone: 'Asia/Yangon',
    language: 'my',
  },
  'central-authority': {
    agency: 'hostAuthority',
    role: 'central-authority',
    label: 'Central authority officer',
    zone: 'Asia/Yangon',
    language: 'my',
  },
  auditor: {
    agency: 'inspectorate',
    role: 'auditor',
    label: 'Auditor',
    zone: 'Asia/Bangkok',
    language: 'en',
  },
} as const satisfies Record<string, DemoPerson>;

/** Who keeps the accounts of the court; in no case, and so on no list of sessions. */
const administrators = {
  'agency-administrator': {
    agency: 'court',
    role: 'agency-administrator',
    label: 'Head of registry',
    zone: 'Asia/Bangkok',
    language: 'th',
  },
} as const satisfies Record<string, DemoPerson>;

/** Those with whom they work in the further cases. */
const others = {
  judge: {
    agency: 'court',
    role: 'judge',
    label: 'Judge, trafficking division',
    zone: 'Asia/Bangkok',
    language: 'th',
  },
  'judge-khmer': {
    agency: 'khmerCourt',
    role: 'judge',
    label: 'Judge, Phnom Penh',
    zone: 'Asia/Phnom_Penh',
    language: 'km',
  },
  'central-authority-thai': {
    agency: 'prosecution',
    role: 'central-authority',
    label: 'Central authority officer, Thailand',
    zone: 'Asia/Bangkok',
    language: 'th',
  },
  'support-officer-lao': {
    agency: 'laoWelfare',
    role: 'support-officer',
    label: 'Victim-support officer, Vientiane',
    zone: 'Asia/Vientiane',
    language: 'lo',
  },
  'attending-officer-lao': {
    agency: 'laoAuthority',
    role: 'attending-officer',
    label: 'Attending officer, Vientiane',
    zone: 'Asia/Vientiane',
    language: 'lo',
  },
  'central-authority-lao': {
    agency: 'laoAuthority',
    role: 'central-authority',
    label: 'Central authority officer, Laos',
    zone: 'Asia/Vientiane',
    language: 'lo',
  },
  'prosecutor-khmer': {
    agency: 'khmerProsecution',
    role: 'prosecutor',
    label: 'Prosecutor, Phnom Penh',
    zone: 'Asia/Phnom_Penh',
    language: 'km',
  },
  'clerk-khmer': {
    agency: 'khmerCourt',
    role: 'clerk',
    label: 'Court clerk, Phnom Penh',
    zone: 'Asia/Phnom_Penh',
    language: 'km',
  },
} as const satisfies Record<string, DemoPerson>;

/** What the directory holds of the interpreters; the rest is their profile and calendar. */
const interpreters = Object.fromEntries(
  Object.entries(demoInterpreters).map(([name, given]): [string, DemoPerson] => {
    const { agency, role, label, zone, language, languages } = given;
    return [name, { agency, role, label, zone, language, languages: [...languages] }];
  }),
);

export type DemoStaff = keyof typeof staff;
/** Everybody who can sign in. */
export type DemoAccount = DemoStaff | keyof typeof administrators | keyof typeof others;
export type DemoName = DemoAccount | keyof typeof demoInterpreters;

export const demoStaff = Object.keys(staff) as DemoStaff[];
export const demoAdministrators = Object.keys(administrators) as (keyof typeof administrators)[];
export const demoAccounts: readonly DemoAccount[] = [
  ...demoStaff,
  ...demoAdministrators,
  ...(Object.keys(others) as (keyof typeof others)[]),
];
export const everybody: Readonly<Record<string, DemoPerson>> = {
  ...staff,
  ...administrators,
  ...others,
  ...interpreters,
};
