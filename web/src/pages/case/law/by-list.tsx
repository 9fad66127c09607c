import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { countryCode } from '../../../../../functions/shared/values/countries.ts';
import { useNames } from '../../../parts/state-and-language-names.ts';

/** Items under the list that each is of, folded: the lists of two States are longer than any phone. */
export function ByList<Item extends { readonly of: string; readonly id: string }>({
  items,
  lacks,
  children,
}: {
  readonly items: readonly Item[];
  /** What a list lacks, said also while it is folded. */
  readonly lacks?: (own: readonly Item[]) => string | undefined;
  readonly children: (item: Item) => ReactNode;
}) {
  const nameOf = useListName();
  return [...new Set(items.map(({ of }) => of))].map((list) => {
    const own = items.filter(({ of }) => of === list);
    const lacking = lacks?.(own);
    return (
      <details key={list} className="law-list" data-testid={`list-${list}`}>
        <summary>
          <strong>{nameOf(list)}</strong> <span className="quiet">{own.length}</span>{' '}
          {lacking !== undefined && <span className="badge badge-bad">{lacking}</span>}
        </summary>
        <ul>
          {own.map((item) => (
            <li key={item.id}>{children(item)}</li>
          ))}
        </ul>
      </details>
    );
  });
}

/** Of an instrument, of victims, of technicians, or of the State that is asked. */
function useListName(): (list: string) => string {
  const { t, i18n } = useTranslation('request');
  const names = useNames();
  return (list) => {
    if (countryCode.safeParse(list).success) return t('sending.lists.host', { state: names.country(list) });
    return i18n.exists(`request:sending.lists.${list}`)
      ? t(`sending.lists.${list as 'technical'}`)
      : t(`bases.${list as 'untoc-18'}`);
  };
}
