import { use, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { instantOf } from '../../../functions/shared/values/instants.ts';
import { Moment } from './moment.tsx';
import { OwnRecordContext } from './own-record.tsx';

/**
 * What stands on a printed page and on no screen: of which file it is, who printed it and when. By role and duty, as
 * everywhere: a name stands nowhere.
 */
export function OnPaper({ reference }: { readonly reference: string | undefined }) {
  const { t } = useTranslation(['daily', 'staff']);
  const me = use(OwnRecordContext);
  const [at, setAt] = useState(() => Date.now());
  useEffect(() => {
    // The page is drawn for the printer at once after this.
    const now = () => flushSync(() => setAt(Date.now()));
    addEventListener('beforeprint', now);
    return () => removeEventListener('beforeprint', now);
  }, []);
  if (me === undefined) return null;
  return (
    <div className="on-paper">
      {reference !== undefined && (
        <p>
          {t('paper.file')} <span className="reference">{reference}</span>
        </p>
      )}
      <p>
        {t('paper.printed')} <Moment at={instantOf(at)} zone={me.zone} />
        {' · '}
        {t(`staff:roles.${me.role}`)}, {me.label}, {me.agency.name}
      </p>
    </div>
  );
}
