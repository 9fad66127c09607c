import { useState } from 'react';
import type * as z from 'zod';
import { useTranslation } from 'react-i18next';
import { overrideReason } from '../../../functions/sessions/proposal/contract.ts';
import type { FactsOf } from '../../../functions/shared/refusals.ts';
import { parseInstant } from '../../../functions/shared/values/instants.ts';
import { factsOf, type ApiProblem } from '../api/problem.ts';
import { Button } from './button.tsx';
import { Select } from './fields.tsx';
import { Moment } from './moment.tsx';
import { Notice } from './notice.tsx';

export type Need = NonNullable<FactsOf<'override-needed'>['needs']>[number];
export type OverrideName = Need['what'];
type Reason = z.infer<typeof overrideReason>;
export interface Override {
  readonly what: OverrideName;
  readonly reason: Reason;
}

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
  const taken = factsOf(problem, 'already-booked', 'duty-limit');
  const others = onTake === undefined ? [] : (taken?.alternatives ?? []);
  const { needs = [], against = [] } = taken ?? factsOf(problem, 'override-needed') ?? {};
  if (others.length === 0 && needs.length === 0 && against.length === 0) return null;
  return (
    <Notice tone="wait" title={t('refused.title')}>
      {others.length > 0 && (
        <>
          <p>{t('refused.others')}</p>
          <div className="row">
            {others.map(({ local, offset }) => (
              <Button key={local + offset} quiet onClick={() => onTake?.(local, offset)}>
                <Moment at={parseInstant(new Date(local + offset).toISOString())} zone={zone} />
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

function Needs({ needs }: { readonly needs: readonly Need[] }) {
  const { t } = useTranslation(['scheduling', 'staff']);
  const seatWords = (seat: Need['seat']) => (seat === 'room' ? t('room.title') : t(`staff:roles.${seat}`));
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
      <Select<Reason | ''>
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
