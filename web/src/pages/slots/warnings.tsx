import { useTranslation } from 'react-i18next';
import { Icon, type IconName } from '../../parts/icon.tsx';
import type { Answer } from './widen.ts';

export type Warning = NonNullable<Answer['slots'][number]['seats'][number]['warnings']>[number];

const icons: Readonly<Record<Warning, IconName>> = {
  unsociable: 'moon',
  holiday: 'flag',
  'outside-hours': 'door',
  'outside-usual-hours': 'door',
  'short-notice': 'clock',
  buffer: 'clock',
  'clock-changes': 'clock',
  'other-date': 'calendar',
  'alone-too-long': 'person',
  'other-languages': 'warning',
  'not-vetted': 'warning',
};

/** What is to be said of a time for somebody: a sign, and always the word beside it. */
export function Warnings({ warnings }: { readonly warnings: readonly Warning[] }) {
  const { t } = useTranslation('scheduling');
  if (warnings.length === 0) return null;
  return (
    <ul className="badges">
      {warnings.map((warning) => (
        <li key={warning} className="badge badge-wait">
          <Icon name={icons[warning]} />
          {t(`warnings.${warning}`)}
        </li>
      ))}
    </ul>
  );
}
