import type { InterpreterProfile } from '../../functions/directory/port/working-time.ts';
import { usualDuty } from '../../functions/directory/port/duty.ts';
import { interpreterProfile } from '../../functions/directory/port/working-time.ts';
import type { CountryCode } from '../../functions/shared/values/countries.ts';

/**
 * The interpreters of the demonstration: enough that a search has to choose by language, direction, dialect, mode,
 * gender, vetting, conflict and hour. Offices and duties, no names.
 */

type Gender = NonNullable<InterpreterProfile['gender']>;

export interface DemoInterpreter {
  readonly agency: 'interpreting' | 'pool';
  readonly role: 'interpreter';
  readonly label: string;
  readonly zone: string;
  /** Whose holidays count where that is not the agency's country. */
  readonly country?: CountryCode;
  readonly language: 'en' | 'th' | 'my' | 'km' | 'lo' | 'vi' | 'zh';
  readonly languages: readonly string[];
  readonly gender: Gender;
  readonly vettedOn?: string;
  readonly simultaneous?: true;
  readonly dialect?: string;
  /** One way only, from the first language into the others. */
  readonly oneWay?: true;
  readonly avoids?: readonly string[];
  /** ISO weekdays, then from and until, local. */
  readonly week: readonly [days: readonly number[], from: string, until: string];
  /** Minutes. */
  readonly notice?: number;
}

const workdays = [1, 2, 3, 4, 5];
const office = [workdays, '08:30', '16:30'] as const;

export const demoInterpreters = {
  /** Sydney: three or four hours ahead of Bangkok, so the court's late afternoon is her night. */
  interpreter: {
    agency: 'interpreting',
    role: 'interpreter',
    label: 'Interpreter, Burmese and Thai',
    zone: 'Australia/Sydney',
    language: 'en',
    languages: ['my', 'th'],
    gender: 'woman',
    vettedOn: '2026-03-02',
    simultaneous: true,
    week: [workdays, '09:00', '17:30'],
  },
  'second-interpreter': {
    agency: 'interpreting',
    role: 'interpreter',
    label: 'Interpreter, Burmese, Shan and Thai',
    zone: 'Australia/Melbourne',
    language: 'en',
    languages: ['my', 'shn', 'th'],
    gender: 'man',
    vettedOn: '2026-02-16',
    week: [workdays, '09:00', '17:00'],
  },
  'interpreter-burmese-early': {
    agency: 'pool',
    role: 'interpreter',
    label: 'Interpreter, Burmese and Thai',
    zone: 'Asia/Bangkok',
    language: 'th',
    languages: ['my', 'th'],
    gender: 'woman',
    vettedOn: '2026-06-08',
    week: [workdays, '07:00', '13:00'],
  },
  'interpreter-burmese-unvetted': {
    agency: 'pool',
    role: 'interpreter',
    label: 'Interpreter, Burmese and Thai',
    zone: 'Asia/Bangkok',
    language: 'th',
    languages: ['my', 'th'],
    gender: 'man',
    week: office,
  },
  'interpreter-embassy': {
    agency: 'pool',
    role: 'interpreter',
    label: 'Interpreter, Burmese, Thai and English',
    zone: 'Asia/Bangkok',
    language: 'en',
    languages: ['my', 'th', 'en'],
    gender: 'woman',
    vettedOn: '2025-11-10',
    simultaneous: true,
    avoids: ['MM'],
    week: office,
  },
  'interpreter-rakhine': {
    agency: 'pool',
    role: 'interpreter',
    label: 'Interpreter, Burmese (Rakhine) and Thai',
    zone: 'Asia/Yangon',
    country: 'MM',
    language: 'my',
    languages: ['my', 'th'],
    gender: 'man',
    vettedOn: '2026-01-19',
    dialect: 'Rakhine',
    week: [workdays, '09:30', '16:30'],
    notice: 24 * 60,
  },
  'interpreter-shan': {
    agency: 'pool',
    role: 'interpreter',
    label: 'Interpreter, Shan, Burmese and Thai',
    zone: 'Asia/Bangkok',
    language: 'th',
    languages: ['shn', 'my', 'th'],
    gender: 'woman',
    vettedOn: '2026-04-27',
    week: [[2, 3, 4, 5, 6], '09:00', '17:00'],
  },
  'interpreter-karen': {
    agency: 'pool',
    role: 'interpreter',
    label: 'Interpreter, S’gaw Karen, Burmese and Thai',
    zone: 'Asia/Bangkok',
    language: 'th',
    languages: ['ksw', 'my', 'th'],
    gender: 'woman',
    vettedOn: '2026-05-11',
    week: [[1, 2, 4], '09:00', '15:00'],
    notice: 48 * 60,
  },
  'interpreter-khmer': {
    agency: 'pool',
    role: 'interpreter',
    label: 'Interpreter, Khmer and Thai',
    zone: 'Asia/Phnom_Penh',
    country: 'KH',
    language: 'km',
    languages: ['km', 'th'],
    gender: 'woman',
    vettedOn: '2026-07-06',
    week: [workdays, '08:00', '16:00'],
  },
  'interpreter-khmer-vietnamese': {
    agency: 'pool',
    role: 'interpreter',
    label: 'Interpreter, Khmer and Vietnamese',
    zone: 'Asia/Phnom_Penh',
    country: 'KH',
    language: 'km',
    languages: ['km', 'vi'],
    gender: 'woman',
    vettedOn: '2026-09-07',
    week: [workdays, '08:00', '17:30'],
  },
  'interpreter-lao': {
    agency: 'pool',
    role: 'interpreter',
    label: 'Interpreter, Lao and Thai',
    zone: 'Asia/Vientiane',
    country: 'LA',
    language: 'lo',
    languages: ['lo', 'th'],
    gender: 'woman',
    vettedOn: '2026-07-20',
    week: office,
  },
  'interpreter-vietnamese': {
    agency: 'pool',
    role: 'interpreter',
    label: 'Interpreter, Vietnamese and Thai',
    zone: 'Asia/Ho_Chi_Minh',
    country: 'VN',
    language: 'vi',
    languages: ['vi', 'th'],
    gender: 'woman',
    vettedOn: '2026-08-03',
    week: [workdays, '07:30', '16:30'],
  },
  'interpreter-chinese': {
    agency: 'pool',
    role: 'interpreter',
    label: 'Interpreter, Chinese and Thai',
    zone: 'Asia/Shanghai',
    country: 'CN',
    language: 'zh',
    languages: ['zh', 'th'],
    gender: 'man',
    vettedOn: '2026-08-17',
    simultaneous: true,
    week: [workdays, '09:00', '18:00'],
  },
  'interpreter-london': {
    agency: 'interpreting',
    role: 'interpreter',
    label: 'Interpreter, from Burmese into English',
    zone: 'Europe/London',
    country: 'GB',
    language: 'en',
    languages: ['my', 'en'],
    gender: 'woman',
    vettedOn: '2026-09-14',
    oneWay: true,
    week: [workdays, '07:00', '15:00'],
  },
  'interpreter-los-angeles': {
    agency: 'interpreting',
    role: 'interpreter',
    label: 'Interpreter, Burmese, Thai and English',
    zone: 'America/Los_Angeles',
    country: 'US',
    language: 'en',
    languages: ['my', 'th', 'en'],
    gender: 'woman',
    vettedOn: '2026-09-28',
    // Evenings, which are the morning of the day after in Bangkok.
    week: [[7, 1, 2, 3, 4], '16:00', '22:00'],
  },
} as const satisfies Record<string, DemoInterpreter>;

export function profileOf(given: DemoInterpreter): InterpreterProfile {
  const { languages, dialect, oneWay, simultaneous, gender, vettedOn, avoids = [] } = given;
  const directions = languages.flatMap((from, index) =>
    languages
      .filter((to) => to !== from && (oneWay !== true || index === 0))
      .map((to) => ({
        from,
        to,
        ...(dialect !== undefined && [from, to].includes('my') ? { dialect } : {}),
      })),
  );
  return interpreterProfile.parse({
    directions,
    modes: simultaneous === true ? ['consecutive', 'simultaneous'] : ['consecutive'],
    gender,
    ...(vettedOn === undefined ? {} : { vettedOn }),
    conflicts: { cases: [], countries: avoids },
    duty: usualDuty,
  });
}
