import { useTranslation } from 'react-i18next';
import { kinds } from '../../../../../../functions/sessions/kinds.ts';
import { useOwnRecord } from '../../../../parts/own-record.tsx';
import { useNow } from '../../../../parts/use-now.ts';
import type { DutyProps } from '../your-turn.tsx';
import { isFrozen } from './change-rights.ts';

/** Shortly before the start: who must agree to a change before it can be made. */
export function SecondWord({ session }: DutyProps) {
  const { t } = useTranslation(['scheduling', 'staff']);
  const me = useOwnRecord();
  const now = useNow();
  const others = kinds[session.kind].approvedBy.filter((role) => role !== me.role);
  if (!isFrozen(session, now) || others.length === 0) return null;
  return (
    <p className="second-word">
      {t('agree.first', { roles: others.map((role) => t(`staff:roles.${role}`)).join(', ') })}
    </p>
  );
}
