import type { CountryCode } from '../../../../../functions/shared/values/countries.ts';
import type { AnyInterpreter, Member, Wish } from './wish.ts';

/** The language of a State's courts, where an interpreter is likely to be needed from or into it. */
const courtLanguages: Partial<Record<CountryCode, string>> = {
  TH: 'th',
  MM: 'my',
  KH: 'km',
  LA: 'lo',
  VN: 'vi',
  CN: 'zh',
};

interface CaseFound {
  readonly requestingState: string;
  readonly hostState: string;
  readonly members: readonly Member[];
  readonly witness: { readonly holder: string };
}

/** Anybody vetted who interprets between the languages of the two States’ courts. */
export const usualInterpreter = ({ requestingState, hostState }: CaseFound): AnyInterpreter => ({
  kind: 'any',
  between: [languageOf(hostState), languageOf(requestingState)],
  gender: '',
  mode: '',
  dialect: '',
  vetted: true,
  notFrom: '',
});

const languageOf = (country: string): string => courtLanguages[country as CountryCode] ?? 'en';

/** What is looked for until somebody says otherwise: an hour within four weeks, with those whom a hearing needs. */
export function firstWish(found: CaseFound, me: { readonly personId: string }, today: string): Wish {
  const { requestingState, hostState, members, witness } = found;
  const first = (role: string) => members.find((member) => member.role === role)?.personId;
  const mine = members.find(({ personId, role }) => role === 'prosecutor' && personId === me.personId);
  const needed = [
    mine?.personId ?? first('prosecutor'),
    first('clerk'),
    witness.holder,
    first('attending-officer'),
  ];
  return {
    from: today,
    days: 28,
    minutes: 60,
    pre: 0,
    post: 0,
    grid: 15,
    members: needed.filter((id) => id !== undefined),
    interpreter:
      languageOf(requestingState) === languageOf(hostState) ? { kind: 'none' } : usualInterpreter(found),
    room: { kind: 'none' },
    outsideHours: false,
  };
}
