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
  bar: { name: 'Lawyers Council', country: 'TH', roles: ['defence-counsel', 'victim-counsel'] },
  vietnameseProcuracy: { name: 'People’s Procuracy', country: 'VN' },
  vietnameseCourt: { name: 'People’s Court', country: 'VN' },
  khmerWelfare: { name: 'Department of Social Affairs', country: 'KH' },
  khmerAuthority: { name: 'Ministry of Justice', country: 'KH' },
} as const;
export type DemoAgency = keyof typeof agencies;

/** Interpreters have no accounts: the court and the host State's authority engage them and keep their calendars. */
export const keepers: Partial<Record<DemoAgency, readonly DemoAgency[]>> = {
  interpreting: ['court', 'hostAuthority'],
  pool: ['court', 'hostAuthority', 'vietnameseCourt', 'khmerAuthority'],
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
  judge: {
    agency: 'court',
    role: 'judge',
    label: 'Judge, trafficking division',
    zone: 'Asia/Bangkok',
    language: 'th',
  },
  'defence-counsel': {
    agency: 'bar',
    role: 'defence-counsel',
    label: 'Counsel of the accused',
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

const hoChiMinh = { zone: 'Asia/Ho_Chi_Minh', language: 'vi' } as const;
const phnomPenh = { zone: 'Asia/Phnom_Penh', language: 'km' } as const;

/** Who works in the case of Viet Nam and Cambodia. */
const furtherStaff = {
  'prosecutor-vietnamese': {
    agency: 'vietnameseProcuracy',
    role: 'prosecutor',
    label: 'Prosecutor, Ho Chi Minh City',
    ...hoChiMinh,
  },
  'clerk-vietnamese': {
    agency: 'vietnameseCourt',
    role: 'clerk',
    label: 'Court clerk, Ho Chi Minh City',
    ...hoChiMinh,
  },
  'support-officer-khmer': {
    agency: 'khmerWelfare',
    role: 'support-officer',
    label: 'Child-protection officer',
    ...phnomPenh,
    atProtectedSite: true,
  },
  'attending-officer-khmer': {
    agency: 'khmerAuthority',
    role: 'attending-officer',
    label: 'Attending officer, Cambodia',
    ...phnomPenh,
  },
  'central-authority-khmer': {
    agency: 'khmerAuthority',
    role: 'central-authority',
    label: 'Central authority officer, Cambodia',
    ...phnomPenh,
  },
} as const satisfies Record<string, DemoPerson>;

/** Those with whom they all work. */
const others = {
  'judge-vietnamese': {
    agency: 'vietnameseCourt',
    role: 'judge',
    label: 'Judge, Ho Chi Minh City',
    ...hoChiMinh,
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
} as const satisfies Record<string, DemoPerson>;

/** What the directory holds of the interpreters; the rest is their profile and calendar. */
const interpreters = Object.fromEntries(
  Object.entries(demoInterpreters).map(([name, given]): [string, DemoPerson] => {
    const { agency, role, label, zone, language, languages } = given;
    return [name, { agency, role, label, zone, language, languages: [...languages] }];
  }),
);

export type DemoStaff = keyof typeof staff;
type DemoFurtherStaff = keyof typeof furtherStaff;
/** Everybody who can sign in. */
export type DemoAccount = DemoStaff | DemoFurtherStaff | keyof typeof administrators | keyof typeof others;
export type DemoName = DemoAccount | keyof typeof demoInterpreters;

export const demoStaff = Object.keys(staff) as DemoStaff[];
export const demoFurtherStaff = Object.keys(furtherStaff) as DemoFurtherStaff[];
export const demoAdministrators = Object.keys(administrators) as (keyof typeof administrators)[];
export const demoAccounts: readonly DemoAccount[] = [
  ...demoStaff,
  ...demoFurtherStaff,
  ...demoAdministrators,
  ...(Object.keys(others) as (keyof typeof others)[]),
];
export const everybody: Readonly<Record<string, DemoPerson>> = {
  ...staff,
  ...furtherStaff,
  ...administrators,
  ...others,
  ...interpreters,
};
