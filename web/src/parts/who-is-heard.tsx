import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Select } from './fields.tsx';

interface Heard {
  readonly pseudonym: string;
}

/** Of a case in which several are to be heard: whom this is about. Asked only where there is a choice. */
export function WhoIsHeard<Witness extends Heard>({
  witnesses,
  first,
  children,
}: {
  readonly witnesses: readonly Witness[];
  /** Pseudonym of whom it is about until somebody says otherwise. */
  readonly first?: string | undefined;
  readonly children: (heard: Witness) => ReactNode;
}) {
  const { t } = useTranslation('scheduling');
  const [chosen, setChosen] = useState(first);
  const heard = witnesses.find(({ pseudonym }) => pseudonym === chosen) ?? witnesses[0];
  if (heard === undefined) return null;
  return (
    <>
      {witnesses.length > 1 && (
        <Select
          label={t('who.heard')}
          options={witnesses.map(({ pseudonym }) => ({ value: pseudonym, label: pseudonym }))}
          value={heard.pseudonym}
          onChoose={setChosen}
        />
      )}
      <div key={heard.pseudonym}>{children(heard)}</div>
    </>
  );
}
