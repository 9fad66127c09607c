import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { listKept, listRooms } from '../../../../../functions/directory/contract.ts';
import { zonePlace } from '../../../../../functions/shared/values/zone-places.ts';
import { useAnswer } from '../../../api/hooks.ts';
import { mayCall } from '../../../api/may-call.ts';
import { Answer } from '../../../parts/answer.tsx';
import { Notice } from '../../../parts/notice.tsx';
import { useOwnRecord } from '../../../parts/own-record.tsx';
import { Page } from '../../../parts/page.tsx';
import { useReader } from '../../../parts/reader.tsx';
import { Lost } from '../fault.tsx';
import { CalendarForm } from './calendar-form.tsx';
import { CalendarView } from './calendar-view.tsx';
import { useCalendar, whoseOf, type Whose } from './whose.ts';
import './calendar.css';

/** One calendar: what is booked in it by day, by week and as a list, and the working time behind it. */
export default function CalendarPage() {
  const { whose: kind, ownerId } = useParams();
  const whose = whoseOf(kind, ownerId);
  return whose === undefined ? <Lost /> : <OneCalendar key={ownerId ?? ''} whose={whose} />;
}

function OneCalendar({ whose }: { readonly whose: Whose }) {
  const { t } = useTranslation('scheduling');
  const { language } = useReader();
  const title = useTitle(whose);
  const found = useCalendar(whose);
  const [saved, setSaved] = useState(false);
  return (
    <Page wide title={t('calendar.title')} above={{ to: '/calendars', label: t('calendars.title') }}>
      <p className="lead">{title}</p>
      <Answer of={found}>
        {({ version, calendar }) => (
          <>
            <p>{t('calendar.zone', { place: zonePlace(calendar.zone, language) })}</p>
            {version === 0 && <Notice tone="wait" title={t('calendar.usual')} />}
            {saved && <Notice tone="good" live title={t('calendar.saved')} />}
            <CalendarView whose={whose} calendar={calendar} />
            <details className="section">
              <summary>{t('calendar.change')}</summary>
              <CalendarForm
                key={version}
                whose={whose}
                version={version}
                calendar={calendar}
                onSaved={() => setSaved(true)}
              />
            </details>
          </>
        )}
      </Answer>
    </Page>
  );
}

/** Whose calendar it is, in words. */
function useTitle(whose: Whose): string {
  const { t } = useTranslation(['scheduling', 'staff']);
  const me = useOwnRecord();
  const people = useAnswer(listKept, {}, { when: whose.kind === 'person' && mayCall(listKept, me.role) });
  const rooms = useAnswer(listRooms, {}, { when: whose.kind === 'room' && mayCall(listRooms, me.role) });
  switch (whose.kind) {
    case 'me':
      return t('calendars.own');
    case 'person': {
      const person = people.data?.people.find(({ personId }) => personId === whose.personId);
      return person === undefined
        ? ''
        : `${t(`staff:roles.${person.role}`)}: ${person.label}, ${person.agency}`;
    }
    case 'room': {
      const room = rooms.data?.rooms.find(({ roomId }) => roomId === whose.roomId);
      return room === undefined ? '' : [room.label, room.city, room.agency].filter(Boolean).join(', ');
    }
  }
}
