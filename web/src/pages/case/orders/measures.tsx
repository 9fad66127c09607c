import { useTranslation } from 'react-i18next';
import { levels, type PairMeasures } from '../../../../../functions/orders/measures/contract.ts';
import { Radios } from '../../../parts/fields.tsx';

/** Who is protected from whom, by pseudonym, or by what they are to each other while they are not chosen yet. */
export interface Two {
  readonly one: string;
  readonly from: string;
}

const directions = ['seen', 'heard', 'sees', 'hears'] as const;

/** What is asked for, ordered or kept between two, each with its answer. */
export function Measures({ measures, ...two }: Two & { readonly measures: PairMeasures }) {
  const { t } = useTranslation('orders');
  return (
    <ul className="answers">
      <li>
        {t('measures.meet')}
        <span className={measures.meet ? 'badge' : 'badge badge-bad'}>
          {t(measures.meet ? 'measures.meetYes' : 'measures.meetNo')}
        </span>
      </li>
      {directions.map((name) => (
        <li key={name}>
          {t(`measures.${name}`, { ...two })}
          <span className={measures[name] === 'as-is' ? 'badge' : 'badge badge-bad'}>
            {t(`measures.levels.${measures[name]}`)}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The names of the fields in the order of the page, with their labels. */
export function useMeasureLabels({ one, from }: Two, prefix: string): Readonly<Record<string, string>> {
  const { t } = useTranslation('orders');
  return {
    [`${prefix}.meet`]: t('measures.meet'),
    ...Object.fromEntries(
      directions.map((name) => [`${prefix}.${name}`, t(`measures.${name}`, { one, from })]),
    ),
  };
}

/** The same to be chosen; nothing is chosen beforehand. */
export function MeasureFields({ prefix, ...two }: Two & { readonly prefix: string }) {
  const { t } = useTranslation('orders');
  const labels = useMeasureLabels(two, prefix);
  const named = (name: string) => ({ name: `${prefix}.${name}`, label: labels[`${prefix}.${name}`] ?? name });
  return (
    <>
      <Radios
        {...named('meet')}
        inRow
        options={[
          { value: 'yes', label: t('measures.meetYes') },
          { value: 'no', label: t('measures.meetNo') },
        ]}
      />
      {directions.map((name) => (
        <Radios
          key={name}
          {...named(name)}
          inRow
          options={levels.map((value) => ({ value, label: t(`measures.levels.${value}`) }))}
        />
      ))}
    </>
  );
}
