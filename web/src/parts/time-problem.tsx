import { useState } from 'react';
import * as z from 'zod';
import { useTranslation } from 'react-i18next';
import { overrideName, overrideReason, placeName } from '../../../functions/sessions/contract.ts';
import { parseInstant } from '../../../functions/shared/values/instants.ts';
import type { ApiProblem } from '../api/problem.ts';
import { Button } from './button.tsx';
import { Chooser } from './chooser.tsx';
import { Moment } from './moment.tsx';
import { Notice } from './notice.tsx';

export type OverrideName = z.infer<typeof overrideName>;
type Reason = z.infer<typeof overrideReason>;
export interface Override {
  readonly what: OverrideName;
  readonly reason: Reason;
}

const texts = z.array(z.string());
const reasons = overrideReason.options;

/**
 * The ways out of a time that was refused: other times for one press, and, where somebody may, the same time with a
 * reason, which then stands in the record. The service tells what would help; nothing else is offered.
 */
export function TimeProblem({
  problem,
  zone,
  onTake,
  onOverride,
}: {
  readonly problem: ApiProblem | undefined;
  readonly zone: string;
  /** A wall time at the venue, with its offset. Absent where only the same time will do. */
  readonly onTake?: (local: string, offset: string) => void;
  readonly onOverride: (overrides: Override[]) => void;
}) {
  const { t } = useTranslation(['scheduling', 'staff']);
  if (problem === undefined) return null;
  const { facts } = problem;
  const told = texts.safeParse(facts['alternatives']);
  const others = told.success && onTake !== undefined ? told.data : [];
  const [needs, against] = [needsIn(facts['needs']), needsIn(facts['against'])];
  if (others.length === 0 && needs.length === 0 && against.length === 0) return null;
  return (
    <Notice tone="wait" title={t('refused.title')}>
      {others.length > 0 && (
        <>
          <p>{t('refused.others')}</p>
          <div className="row">
            {others.map((other) => (
              <Button key={other} quiet onClick={() => onTake?.(other.slice(0, 16), other.slice(-6))}>
                <Moment at={parseInstant(new Date(other).toISOString())} zone={zone} />
              </Button>
            ))}
          </div>
        </>
      )}
      {against.length > 0 && (
        <>
          <p>{t('refused.against')}</p>
          <Needs needs={against} />
        </>
      )}
      {needs.length > 0 && (
        <AllTheSame needs={needs} button={t('refused.allTheSame')} onOverride={onOverride} />
      )}
    </Notice>
  );
}

export interface Need {
  readonly what: OverrideName;
  readonly seat: string;
}

/** Names of overrides, each with its seat; nothing where none are told. */
function needsIn(told: unknown): readonly Need[] {
  const given = texts.safeParse(told);
  return (given.success ? given.data : []).flatMap((each) => {
    const [name = '', seat = ''] = each.split(' ');
    const what = overrideName.safeParse(name);
    return what.success ? [{ what: what.data, seat }] : [];
  });
}

function Needs({ needs }: { readonly needs: readonly Need[] }) {
  const { t } = useTranslation(['scheduling', 'staff']);
  const seatWords = (seat: string) => {
    const place = placeName.safeParse(seat);
    if (!place.success) return seat;
    return place.data === 'room' ? t('room.title') : t(`staff:roles.${place.data}`);
  };
  return (
    <ul>
      {needs.map(({ what, seat }) => (
        <li key={`${what} ${seat}`}>
          {t(`refused.what.${what}`)} – {seatWords(seat)}
        </li>
      ))}
    </ul>
  );
}

/** What must be set aside, and why: the button works once a reason is chosen. */
export function AllTheSame({
  needs,
  button,
  quiet = false,
  onOverride,
}: {
  readonly needs: readonly Need[];
  readonly button: string;
  /** Whether the button is one like others: nothing is done yet when it is pressed. */
  readonly quiet?: boolean;
  readonly onOverride: (overrides: Override[]) => void;
}) {
  const { t } = useTranslation(['scheduling', 'staff']);
  const [reason, setReason] = useState<Reason | ''>('');
  return (
    <>
      <Needs needs={needs} />
      <Chooser<Reason | ''>
        label={t('refused.reason')}
        hint={t('refused.inTheRecord')}
        options={[
          { value: '', label: t('staff:form.pleaseChoose') },
          ...reasons.map((value) => ({ value, label: t(`refused.reasons.${value}`) })),
        ]}
        value={reason}
        onChoose={setReason}
      />
      <Button
        danger={!quiet}
        disabled={reason === ''}
        onClick={() => {
          if (reason !== '')
            onOverride([...new Set(needs.map(({ what }) => what))].map((what) => ({ what, reason })));
        }}
      >
        {button}
      </Button>
    </>
  );
}
