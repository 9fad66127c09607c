import { useState } from 'react';
import type * as z from 'zod';
import { useTranslation } from 'react-i18next';
import { listPeople } from '../../../../../functions/directory/contract.ts';
import { replaceParticipant } from '../../../../../functions/sessions/changing/contract.ts';
import { type replaceable, replacementReason } from '../../../../../functions/sessions/contract.ts';
import type { AccountRole } from '../../../../../functions/shared/access/roles.ts';
import { readCase } from '../../../../../functions/cases/contract.ts';
import { useAction, useAnswer } from '../../../api/hooks.ts';
import { usePeople } from '../../../api/use-people.ts';
import { mayCall } from '../../../api/may-call.ts';
import type { ApiProblem } from '../../../api/problem.ts';
import { Button } from '../../../parts/button.tsx';
import { type Option, Select } from '../../../parts/fields.tsx';
import { calledAs } from '../../../parts/named-person.tsx';
import { Notice } from '../../../parts/notice.tsx';
import { useOwnRecord } from '../../../parts/own-record.tsx';
import { Picker } from '../../../parts/picker.tsx';
import { ProblemNotice } from '../../../parts/problem-notice.tsx';
import { TimeProblem, type Override } from '../../../parts/time-problem.tsx';
import type { SessionProps } from '../session-view.ts';
import { interpretersOf } from '../interpreters.ts';
import { SecondWord } from './second-word.tsx';

export type Seat = z.infer<typeof replaceable>;
type Reason = z.infer<typeof replacementReason>;

/** Which seats somebody of a role may give to another person; the service decides. */
const seatsFor: Partial<Record<AccountRole, readonly Seat[]>> = {
  prosecutor: ['prosecutor', 'clerk', 'support-officer', 'interpreter'],
  clerk: ['clerk', 'interpreter'],
  'support-officer': ['support-officer'],
};

/** Gives a seat to somebody else; the one before loses the time, the seat and the room at once. */
export function ReplaceForm({ session }: SessionProps) {
  const { t } = useTranslation(['scheduling', 'staff']);
  const me = useOwnRecord();
  const action = useAction(replaceParticipant);
  const options = useSeatOptions(session, seatsFor[me.role] ?? []);
  const [whose, setWhose] = useState('');
  const { seat, ...who } = seatIn(whose);
  const [personId, setPersonId] = useState('');
  const [reason, setReason] = useState<Reason | ''>('');
  const could = useWhoCould(session, seat);
  const please = { value: '' as const, label: t('staff:form.pleaseChoose') };
  const whole = seat !== '' && personId !== '' && reason !== '';
  const send = (overrides?: Override[]) => {
    if (!whole) return;
    const body = {
      seat,
      ids: [personId] as [string],
      ...who,
      reason,
      ...(overrides === undefined ? {} : { overrides }),
    };
    action.start({ params: { sessionId: session.sessionId }, body });
  };
  return (
    <details className="change">
      <summary>{t('replace.title')}</summary>
      <p className="hint">{t('replace.hint')}</p>
      <SecondWord session={session} problem={action.problem} />
      <ProblemNotice problem={action.problem} />
      <TimeProblem problem={action.problem} zone={session.venue.zone} onOverride={send} />
      {action.answer !== undefined && <Notice tone="good" live title={t('change.done')} />}
      <Select
        label={t('replace.seat')}
        options={[please, ...options]}
        value={whose}
        onChoose={(value) => {
          setWhose(value);
          setPersonId('');
        }}
      />
      <ProblemNotice problem={could.problem} />
      <Picker
        label={t('replace.person')}
        options={could.people}
        onSearch={could.onSearch}
        value={personId}
        onPick={setPersonId}
      />
      <Select<Reason | ''>
        label={t('replace.reason')}
        options={[
          please,
          ...replacementReason.options.map((value) => ({ value, label: t(`replace.reasons.${value}`) })),
        ]}
        value={reason}
        onChoose={setReason}
      />
      <Button danger disabled={!whole || action.running} onClick={() => send()}>
        {t('replace.replace')}
      </Button>
    </details>
  );
}

/** Seats that somebody has, for choosing; where several have one, each with the pseudonym. */
export function useSeatOptions(session: SessionProps['session'], seats: readonly Seat[]) {
  const { t } = useTranslation('staff');
  const team = interpretersOf(session);
  return seats.flatMap((value) => {
    const word = t(`roles.${value}`);
    if (value === 'interpreter' && team.length > 1)
      return team.map((one) => ({ value: `${value} ${one.pseudonym}`, label: `${word} ${calledAs(one)}` }));
    const held = session.seats.some(({ seat: of, pseudonym }) => of === value && pseudonym !== undefined);
    return held ? [{ value, label: word }] : [];
  });
}

/** A seat that was chosen among those, and where several have it the pseudonym of whom it is about. */
export function seatIn(chosen: string): { readonly seat: Seat | ''; readonly inPlaceOf?: string } {
  const [seat, inPlaceOf] = chosen.split(' ') as [Seat | '', string?];
  return { seat, ...(inPlaceOf === undefined ? {} : { inPlaceOf }) };
}

interface WhoCould {
  /** Undefined until they are known. */
  readonly people: readonly Option[] | undefined;
  readonly onSearch: (typed: string) => void;
  readonly problem: ApiProblem | null;
}

/** Members of the case for a seat of staff; interpreters from the directory. Whoever sits there already is left out. */
export function useWhoCould({ caseId, seats }: SessionProps['session'], seat: Seat | ''): WhoCould {
  const me = useOwnRecord();
  const found = useAnswer(readCase, { params: { caseId } });
  const interpreters = usePeople('interpreter', seat === 'interpreter' && mayCall(listPeople, me.role));
  const { onSearch } = interpreters;
  const problem = found.error ?? interpreters.problem;
  if (found.data === undefined) return { people: undefined, onSearch, problem };
  const { members } = found.data;
  const sits = seats.map(({ pseudonym }) => pseudonym);
  const here = members
    .filter(({ pseudonym }) => sits.includes(pseudonym))
    .map((member) => member.personId as string);
  if (seat === 'interpreter') {
    const people = interpreters.people
      ?.filter((person) => !here.includes(person.personId))
      .map(({ personId, label, agency }) => ({ value: personId, label: `${label}, ${agency}` }));
    return { people, onSearch, problem };
  }
  const people = members
    .filter(({ role, personId }) => role === seat && !here.includes(personId))
    .map(({ personId, pseudonym, label }) => ({
      value: personId as string,
      label: `${pseudonym} – ${label}`,
    }));
  return { people, onSearch, problem };
}
