import { useTranslation } from 'react-i18next';
import { kinds } from '../../../../../functions/sessions/port/kinds.ts';
import { factsOf, type ApiProblem } from '../../../api/problem.ts';
import { useOwnRecord } from '../../../parts/own-record.tsx';
import { useNow } from '../../../parts/use-now.ts';
import type { SessionProps } from '../session-view.ts';
import { isFrozen } from './change-rights.ts';

/** Shortly before the start: who must agree to a change before it can be made, and to what else, once that was said. */
export function SecondWord({
  session,
  problem,
}: SessionProps & { readonly problem: ApiProblem | undefined }) {
  const { t } = useTranslation(['scheduling', 'staff']);
  const me = useOwnRecord();
  const now = useNow();
  const others = kinds[session.kind].approvedBy.filter((role) => role !== me.role);
  if (!isFrozen(session, now) || others.length === 0) return null;
  const told = factsOf(problem, 'approval-needed')?.setAside ?? [];
  const setAside = told.map((name) => t(`refused.what.${name}`));
  return (
    <p className="second-word">
      {t('agree.first', { roles: others.map((role) => t(`staff:roles.${role}`)).join(', ') })}
      {setAside.length > 0 && ` ${t('agree.alsoSetAside', { what: setAside.join(', ') })}`}
    </p>
  );
}
