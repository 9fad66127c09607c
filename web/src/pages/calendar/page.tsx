import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { listTaken } from '../../../../functions/availability/taken/contract.ts';
import { readHolidays } from '../../../../functions/directory/contract.ts';
import { zonePlace } from '../../../../functions/shared/values/zone-places.ts';
import { mayCall } from '../../api/may-call.ts';
import { KeptTyping } from '../../drafts/kept.tsx';
import { Answer } from '../../parts/answer.tsx';
import { useNames } from '../../parts/state-and-language-names.ts';
import { useOwnRecord } from '../../parts/own-record.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { useReader } from '../../parts/reader.tsx';
import { Lost } from '../fault.tsx';
import { CalendarForm } from './calendar-form.tsx';
import { CalendarView } from './calendar-view.tsx';
import { useKeptPerson, useTitle } from './use-title.ts';
import { useCalendar, whoseOf, type Whose } from './whose.ts';
import './calendar.css';

/** One calendar: what is booked in it by day, by week and as a list, and the working time behind it. */
export default function CalendarPage() {
  const { whose: kind, ownerId } = useParams();
  const whose = whoseOf(kind, ownerId);
  return whose === undefined ? <Lost /> : <OneCalendar key={ownerId ?? ''} whose={whose} />;
}

function OneCalendar({ whose }: { readonly whose: Whose }) {
  const { t } = useTranslation(['scheduling', 'keeping']);
  const { language } = useReader();
  const { role } = useOwnRecord();
  const names = useNames();
  const title = useTitle(whose);
  const person = useKeptPerson(whose.kind === 'person' ? whose.personId : undefined);
  const found = useCalendar(whose);
  return (
    <Page wide title={t('calendar.title')} above={{ to: '/calendars', label: t('calendars.title') }}>
      <p className="lead">{title}</p>
      {person?.role === 'interpreter' && (
        <p>
          <Link to={`/calendars/person/${person.personId}/profile`}>{t('keeping:profile.title')}</Link>
        </p>
      )}
      <Answer of={found}>
        {({ version, calendar }) => (
          <>
            <p>
              {t('calendar.zone', { place: zonePlace(calendar.zone, language) })}{' '}
              {mayCall(readHolidays, role) && (
                <Link to={`/holidays?country=${calendar.country}`}>
                  {t('keeping:holidays.link', { country: names.country(calendar.country) })}
                </Link>
              )}
            </p>
            {version === 0 && <Notice tone="wait" title={t('calendar.usual')} />}
            {mayCall(listTaken, role) && <CalendarView whose={whose} calendar={calendar} />}
            <KeptTyping name={`calendar ${JSON.stringify(whose)} 1`}>
              {(kept) => (
                <details className="section" {...(kept.value === undefined ? {} : { open: true })}>
                  <summary>{t('calendar.change')}</summary>
                  <CalendarForm whose={whose} version={version} calendar={calendar} kept={kept} />
                </details>
              )}
            </KeptTyping>
          </>
        )}
      </Answer>
    </Page>
  );
}
