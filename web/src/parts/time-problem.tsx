import { useState } from 'react';
import * as z from 'zod';
import { useTranslation } from 'react-i18next';
import { overrideName, overrideReason, placeName } from '../../../functions/sessions/contract.ts';
import { parseInstant } from '../../../functions/shared/values/instants.ts';
import type { ApiProblem } from '../api/problem.ts';
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
/** Whom no reason brings to two places at once. */
const neverTwice: readonly string[] = ['witness', 'interpreter', 'room'];

/**
 * The ways out of a time that was refused: other times for one press, and, where somebody may, the same time with a
 * reason, which then stands in the record. Nothing where the problem is another one.
 */
export function TimeProblem({
  problem,
  zone,
  mayClash,
  onTake,
  onOverride,
}: {
  readonly problem: ApiProblem | undefined;
  readonly zone: string;
  /** Whether the reader may book somebody who is booked already. */
  readonly mayClash: boolean;
  /** A wall time at the venue, with its offset. Absent where only the same time will do. */
  readonly onTake?: (local: string, offset: string) => void;
  readonly onOverride: (overrides: Override[]) => void;
}) {
  const { t } = useTranslation(['scheduling', 'staff']);
  if (problem === undefined) return null;
  const told = texts.safeParse(problem.facts['alternatives']);
  const others = told.success && onTake !== undefined ? told.data : [];
  const needs = needsOf(problem, mayClash);
  if (others.length === 0 && needs.length === 0) return null;
  return (
    <Notice tone="wait" title={t('refused.title')}>
      {others.length > 0 && (
        <>
          <p>{t('refused.others')}</p>
          <div className="row">
            {others.map((other) => (
              <button
                key={other}
                type="button"
                className="button button-quiet"
                onClick={() => onTake?.(other.slice(0, 16), other.slice(-6))}
              >
                <Moment at={parseInstant(new Date(other).toISOString())} zone={zone} />
              </button>
            ))}
          </div>
        </>
      )}
      {needs.length > 0 && <AllTheSame needs={needs} onOverride={onOverride} />}
    </Notice>
  );
}

interface Need {
  readonly what: OverrideName;
  readonly seat: string;
}

/** What would have to be set aside; nothing where nobody may. */
function needsOf(problem: ApiProblem, mayClash: boolean): readonly Need[] {
  if (problem.code === 'override-needed') {
    const told = texts.parse(problem.facts['needs']);
    return told.flatMap((each) => {
      const [name = '', seat = ''] = each.split(' ');
      const what = overrideName.safeParse(name);
      return what.success ? [{ what: what.data, seat }] : [];
    });
  }
  const seat = problem.facts['seat'];
  if (problem.code !== 'already-booked' || typeof seat !== 'string' || !mayClash) return [];
  return neverTwice.includes(seat)
    ? []
    : [
        { what: 'clash', seat },
        { what: 'buffer', seat },
      ];
}

function AllTheSame({
  needs,
  onOverride,
}: {
  readonly needs: readonly Need[];
  readonly onOverride: (overrides: Override[]) => void;
}) {
  const { t } = useTranslation(['scheduling', 'staff']);
  const [reason, setReason] = useState<Reason | ''>('');
  const seatWords = (seat: string) => {
    const place = placeName.safeParse(seat);
    if (!place.success) return seat;
    return place.data === 'room' ? t('room.title') : t(`staff:roles.${place.data}`);
  };
  return (
    <>
      <ul>
        {needs.map(({ what, seat }) => (
          <li key={`${what} ${seat}`}>
            {t(`refused.what.${what}`)} – {seatWords(seat)}
          </li>
        ))}
      </ul>
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
      <button
        type="button"
        className="button button-danger"
        disabled={reason === ''}
        onClick={() => {
          if (reason !== '')
            onOverride([...new Set(needs.map(({ what }) => what))].map((what) => ({ what, reason })));
        }}
      >
        {t('refused.allTheSame')}
      </button>
    </>
  );
}
