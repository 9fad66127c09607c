import type { Role } from '../../../../functions/shared/access/roles.ts';
import { hasGate, kinds, type SessionKind } from '../../../../functions/sessions/port/kinds.ts';
import type { CountryCode } from '../../../../functions/shared/values/countries.ts';
import { kindHasSeat, isHearing } from '../session/kind-seats.ts';
import type { AnyInterpreter, Member, WantedSession } from './wanted-session.ts';

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
  /** Who is heard. */
  readonly witness: { readonly holder: string };
}

/** Anybody vetted who interprets between the languages of the two States’ courts. */
export const usualInterpreter = ({
  requestingState,
  hostState,
}: Pick<CaseFound, 'requestingState' | 'hostState'>): AnyInterpreter => ({
  kind: 'any',
  between: [languageOf(hostState), languageOf(requestingState)],
  gender: '',
  mode: '',
  dialect: '',
  vetted: true,
  notFrom: '',
});

const languageOf = (country: string): string => courtLanguages[country as CountryCode] ?? 'en';

/** What is looked for until somebody says otherwise: an hour within four weeks, with those whom the kind needs. */
export function firstWanted(
  found: CaseFound,
  me: { readonly personId: string },
  today: string,
  kind: SessionKind = 'interview',
): WantedSession {
  const { requestingState, hostState, members, witness } = found;
  const first = (role: string) => members.find((member) => member.role === role)?.personId;
  const mine = members.find(({ personId, role }) => role === 'prosecutor' && personId === me.personId);
  const { needs } = kinds[kind];
  const who: Partial<Record<Role, string | undefined>> = {
    prosecutor: mine?.personId ?? first('prosecutor'),
    judge: first('judge'),
    clerk: first('clerk'),
    'support-officer': witness.holder,
  };
  const needed = [
    ...needs.map((role) => who[role]),
    ...(hasGate(kind, 'attendingOfficer') ? [first('attending-officer')] : []),
    ...(needs.includes('central-authority')
      ? members.filter(({ role }) => role === 'central-authority').map(({ personId }) => personId)
      : []),
  ];
  return {
    kind,
    from: today,
    days: 28,
    minutes: 60,
    pre: 0,
    post: 0,
    grid: 15,
    members: needed.filter((id) => id !== undefined),
    interpreter:
      languageOf(requestingState) === languageOf(hostState) || !kindHasSeat(kind, 'interpreter')
        ? { kind: 'none' }
        : usualInterpreter(found),
    room: { kind: 'none' },
    outsideHours: false,
    shortNotice: false,
    withoutBuffers: false,
  };
}

/** The wanted for another kind of session: what is said of time and room stays, and so does who interprets. */
export function wantedOfKind(wanted: WantedSession, kind: SessionKind, first: WantedSession): WantedSession {
  const { members, interpreter } = first;
  const interprets = kindHasSeat(wanted.kind, 'interpreter') && kindHasSeat(kind, 'interpreter');
  const around = isHearing(kind) ? {} : { pre: 0, post: 0 };
  return {
    ...wanted,
    kind,
    members,
    interpreter: interprets ? wanted.interpreter : interpreter,
    ...around,
  };
}
