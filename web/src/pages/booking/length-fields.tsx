import { useTranslation } from 'react-i18next';
import { Select } from '../../parts/fields.tsx';
import { isHearing } from '../session/kind-seats.ts';
import type { Draft } from './draft.ts';

const lengths = [30, 45, 60, 90, 120, 180, 240, 300, 360, 480];
const around = [0, 15, 30, 45, 60, 90, 120];

/** How long each day is, and the time with her before and after. */
export function LengthFields({
  draft,
  labels,
  onChange,
}: {
  readonly draft: Draft;
  readonly labels: Readonly<Record<string, string>>;
  readonly onChange: (changed: Partial<Draft>) => void;
}) {
  const { t } = useTranslation(['scheduling', 'staff']);
  const options = (some: readonly number[], value: number) =>
    [...new Set([...some, value])]
      .toSorted((one, other) => one - other)
      .map((each) => ({
        value: String(each),
        label: each === 0 ? t('when.none') : t('staff:book.minutes', { number: each }),
      }));
  return (
    <>
      <Select
        name="minutes"
        label={labels['minutes'] ?? ''}
        {...(draft.days.length > 1 ? { hint: t('booking.eachDay') } : {})}
        options={options(lengths, draft.minutes)}
        none={t('staff:form.pleaseChoose')}
        value={String(draft.minutes)}
        onChoose={(value) => onChange({ minutes: Number(value) })}
      />
      {isHearing(draft.kind) && (
        <div className="side-by-side">
          {(['pre', 'post'] as const).map((part) => (
            <Select
              key={part}
              label={t(`when.${part}`)}
              options={options(around, draft[part])}
              value={String(draft[part])}
              onChoose={(value) => onChange({ [part]: Number(value) })}
            />
          ))}
        </div>
      )}
    </>
  );
}
