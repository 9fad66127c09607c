import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { languageTags } from '../../../../functions/shared/values/languages.ts';
import { Field } from '../../parts/field.tsx';
import { spokenLanguages, useNames } from '../../parts/state-and-language-names.ts';
import { useReader } from '../../parts/reader.tsx';

/** Any known language by its name in the reader's language; those of the region stand first. */
export function LanguagePick({
  id,
  label,
  value,
  onPick,
}: {
  /** Where somebody else leads to this field. */
  readonly id?: string | undefined;
  readonly label: string;
  readonly value: string;
  readonly onPick: (tag: string) => void;
}) {
  const { t } = useTranslation(['keeping', 'staff']);
  const { near, others } = useLanguages();
  const option = ({ tag, name }: Named) => (
    <option key={tag} value={tag}>
      {name}
    </option>
  );
  return (
    <Field id={id} label={label}>
      {(control) => (
        <select {...control} value={value} onChange={(event) => onPick(event.currentTarget.value)}>
          <option value="">{t('staff:form.pleaseChoose')}</option>
          <optgroup label={t('profile.often')}>{near.map(option)}</optgroup>
          <optgroup label={t('profile.otherLanguages')}>{others.map(option)}</optgroup>
        </select>
      )}
    </Field>
  );
}

interface Named {
  readonly tag: string;
  readonly name: string;
}

function useLanguages(): { readonly near: readonly Named[]; readonly others: readonly Named[] } {
  const { language } = useReader();
  const { language: nameOf } = useNames();
  return useMemo(() => {
    const order = new Intl.Collator(language);
    const named = (tag: string): Named => ({ tag, name: nameOf(tag) });
    const isNear = new Set<string>(spokenLanguages);
    return {
      near: spokenLanguages.map(named),
      others: languageTags
        .filter((tag) => !isNear.has(tag))
        .map(named)
        .toSorted((one, other) => order.compare(one.name, other.name)),
    };
    // oxlint-disable-next-line react/exhaustive-deps -- the names are those of the language
  }, [language]);
}
