import { useTranslation } from 'react-i18next';

/** What a sealed field is called; one that this page has no words for by the name that it has in the log. */
export function useFieldName(): (field: string) => string {
  const { t, i18n } = useTranslation('orders');
  return (field) => {
    const key = `disclosures.names.${field}`;
    return i18n.exists(key, { ns: 'orders' }) ? t(key as 'disclosures.names.reason') : field;
  };
}
