import type * as z from 'zod';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { shownEntry } from '../../../../functions/custody/contract.ts';
import { orderDisclosure } from '../../../../functions/disclosures/contract.ts';
import { role } from '../../../../functions/shared/access/roles.ts';
import { parseInstant } from '../../../../functions/shared/values/instants.ts';
import { mayCall } from '../../api/may-call.ts';
import { Moment } from '../../parts/moment.tsx';
import { useOwnRecord } from '../../parts/own-record.tsx';
import { whatWasRead } from './what-was-read.ts';

type Shown = z.infer<typeof shownEntry>;
type Entry = Shown['entry'];

/** One entry: what, who, when, under what authority; and, folded away, exactly what the file holds. */
export function EntryRow({
  shown: { entry, leafHash, disclosable },
  caseId,
}: {
  readonly shown: Shown;
  /** Whose log it is, or whose session’s; absent: of no case. */
  readonly caseId: string | undefined;
}) {
  const { t } = useTranslation('staff');
  const me = useOwnRecord();
  return (
    <li className="log-entry" data-testid="log-entry" data-action={entry.action}>
      <p className="log-what">
        <span className="log-index">{entry.index}</span>{' '}
        <strong>
          <What action={entry.action} />
        </strong>
        <Read entry={entry} />
      </p>
      <p>
        <Moment at={parseInstant(entry.recordedAt)} zone={me.zone} />
      </p>
      <p>
        <Who actor={entry.actor} />
        <Whom subject={entry.subject} />
      </p>
      <p className="quiet">
        {t('log.under')} {t(`log.authorities.${entry.authority.kind}`)}
        {role.safeParse(entry.authority.ref).success
          ? `: ${t(`roles.${role.parse(entry.authority.ref)}`)}`
          : `: ${entry.authority.ref}`}
      </p>
      {disclosable !== undefined && caseId !== undefined && mayCall(orderDisclosure, me.role) && (
        <p>
          <Link to={disclosing(caseId, entry, disclosable)}>{t('log.disclose')}</Link>
        </p>
      )}
      <details className="log-exact">
        <summary>{t('log.exact')}</summary>
        <pre className="secret" tabIndex={0} lang="en">
          {JSON.stringify(entry, null, 1)}
          {`\n${t('log.leaf')} ${leafHash}`}
        </pre>
      </details>
    </li>
  );
}

/** An action in words. One that this page has no words for is shown as the log has it, never left out. */
function What({ action }: { readonly action: string }) {
  const { t, i18n } = useTranslation('staff');
  const key = `log.actions.${action}`;
  return i18n.exists(key) ? t(key as 'log.actions.session.booked') : <code>{action}</code>;
}

/** Of a reading what was read: that case data were says little to whoever looks for one reading among hundreds. */
function Read({ entry: { action, details } }: { readonly entry: Entry }) {
  const { t } = useTranslation('staff');
  const what = action === 'data.read' ? whatWasRead(details['route']) : undefined;
  return what === undefined ? null : <>: {t(`readings.of.${what}`)}</>;
}

/** Whom an entry is about: a seat as `witness W-4K7Q`, or a role's pseudonym. The session itself goes without saying. */
function Whom({ subject }: { readonly subject: Entry['subject'] }) {
  const { t, i18n } = useTranslation('staff');
  if (subject === undefined || subject.kind === 'session') return null;
  const [first = '', ...rest] = `${subject.kind === 'seat' ? '' : `${subject.kind} `}${subject.ref}`.split(
    ' ',
  );
  const known = role.safeParse(first);
  const key = `log.subjects.${first}`;
  const kind = i18n.exists(key) ? t(key as 'log.subjects.room') : first;
  return (
    <span className="quiet">
      {' → '}
      {known.success ? t(`roles.${known.data}`) : kind} <span className="pseudonym">{rest.join(' ')}</span>
    </span>
  );
}

function Who({ actor }: { readonly actor: Entry['actor'] }) {
  const { t } = useTranslation('staff');
  if ('system' in actor) return <>{t('log.system', { part: actor.system })}</>;
  const known = role.safeParse(actor.role);
  return (
    <>
      {known.success ? t(`roles.${known.data}`) : actor.role}{' '}
      <span className="pseudonym">{actor.pseudonym}</span>
    </>
  );
}

/** The page on which it is ordered that fields of an entry are disclosed. */
const disclosing = (caseId: string, { logId, index }: Entry, fields: readonly string[]): string => {
  const asked = new URLSearchParams({ entry: String(index), fields: fields.join(',') });
  if (logId !== caseId) asked.set('session', logId);
  return `/cases/${caseId}/disclosures?${asked.toString()}`;
};
