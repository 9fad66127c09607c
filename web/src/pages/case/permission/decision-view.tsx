import { useTranslation } from 'react-i18next';
import type { readPermission } from '../../../../../functions/requests/contract.ts';
import type { AnswerOf } from '../../../../../functions/shared/http/contract.ts';
import { numberForPeople } from '../../../../../functions/shared/values/times-for-people.ts';
import { Moment } from '../../../parts/moment.tsx';
import { useOwnRecord } from '../../../parts/own-record.tsx';
import { useReader } from '../../../parts/reader.tsx';
import { useNames } from '../../../parts/state-and-language-names.ts';
import { useDayWords } from '../../../parts/use-day-words.ts';
import { waysWithoutLink } from './no-link.tsx';

type Shown = AnswerOf<typeof readPermission>['before'][number];
type Given<D extends Shown['decision']['decision']> = Extract<Shown['decision'], { decision: D }>;
const tones = {
  granted: 'badge badge-good',
  refused: 'badge badge-bad',
  postponed: 'badge badge-wait',
} as const;

/** A host State’s decision with all its terms. That it is from paper stands beside the decision itself. */
export function DecisionView({
  of,
  linkWaits = false,
  oneOfficer = false,
}: {
  readonly of: Shown;
  /** Other ways are to be tried first. */
  readonly linkWaits?: boolean;
  readonly oneOfficer?: boolean;
}) {
  const { t } = useTranslation('request');
  const me = useOwnRecord();
  const dayWords = useDayWords();
  const { decision: given, paper, recordedAt } = of;
  return (
    <div className="card">
      <p>
        {/* A grant without a live link is no green light for a session. */}
        <span
          className={
            waysWithoutLink(of) === undefined && !linkWaits ? tones[given.decision] : tones.postponed
          }
        >
          {t(`permission.decisions.${given.decision}`)}
        </span>{' '}
        {paper !== undefined && <span className="badge badge-wait">{t('permission.onPaper')}</span>}{' '}
        <span className="reference">{given.reference}</span>
      </p>
      {paper !== undefined && (
        <p>
          {t(oneOfficer ? 'permission.oneOfficer' : 'permission.onPaperWhat')} {paper.number},{' '}
          {dayWords(paper.datedOn)}, SHA-256 <code className="leaf">{paper.sha256}</code>
        </p>
      )}
      <dl className="facts">
        <Fact of={t('permission.basis')}>{t(`bases.${given.legalBasis}`)}</Fact>
        <Fact of={t('permission.receivedOn')}>{dayWords(given.receivedOn)}</Fact>
        <Fact of={t('permission.decidedOn')}>{dayWords(given.decidedOn)}</Fact>
        {given.decision === 'granted' && <GrantFacts of={given} hidden={of.languagesHidden} />}
        {given.decision === 'refused' && (
          <Fact of={t('permission.ground')}>{t(`permission.grounds.${given.ground}`)}</Fact>
        )}
        {given.decision === 'postponed' && given.until !== undefined && (
          <Fact of={t('permission.until')}>{dayWords(given.until)}</Fact>
        )}
      </dl>
      <p className="quiet small">
        <Moment at={recordedAt} zone={me.zone} />
      </p>
    </div>
  );
}

function Fact({ of, children }: { readonly of: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{of}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function GrantFacts({ of: given, hidden }: { readonly of: Given<'granted'>; readonly hidden: boolean }) {
  const { t } = useTranslation('request');
  const reader = useReader();
  const names = useNames();
  const dayWords = useDayWords();
  const { attendance, conditions } = given;
  const attends = !attendance.demanded ? 'no' : attendance.identifies ? 'identifies' : 'attends';
  return (
    <>
      <Fact of={t('permission.validFrom')}>{dayWords(given.validFrom)}</Fact>
      <Fact of={t('permission.validUntil')}>{dayWords(given.validUntil)}</Fact>
      <Fact of={t('permission.sessions')}>
        {given.sessions === undefined
          ? t('permission.allSessions')
          : given.sessions.map((each) => (
              <a key={each} href={`/sessions/${each}`} className="reference">
                {each.slice(0, 8)}…{' '}
              </a>
            ))}
      </Fact>
      <Fact of={t('permission.modality')}>
        {given.modalities.map((each) => t(`permission.modalities.${each}`)).join(' → ')}
      </Fact>
      <Fact of={t('permission.conducts')}>{t(`permission.conductors.${given.conducts}`)}</Fact>
      <Fact of={t('permission.attends')}>{t(`permission.attendance.${attends}`)}</Fact>
      <Fact of={t('permission.noticeDays')}>{numberForPeople(given.noticeDays, reader)}</Fact>
      {conditions.length > 0 && (
        <Fact of={t('permission.conditions')}>
          <ul>
            {conditions.map((each) => (
              <li key={each}>
                {t(`permission.conditionNames.${each}`)}{' '}
                <span className="badge badge-good">{t('permission.keptNow')}</span>
              </li>
            ))}
          </ul>
        </Fact>
      )}
      {given.persons.length > 0 && <Fact of={t('permission.persons')}>{given.persons.join(', ')}</Fact>}
      {given.languages.length > 0 && (
        <Fact of={t('permission.languages')}>{given.languages.map(names.language).join(', ')}</Fact>
      )}
      {hidden && <Fact of={t('permission.languages')}>{t('permission.languagesHidden')}</Fact>}
    </>
  );
}
