import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { readProfile } from '../../../../functions/directory/contract.ts';
import { numberForPeople } from '../../../../functions/shared/values/times-for-people.ts';
import { useAnswer } from '../../api/hooks.ts';
import { KeptTyping } from '../../drafts/kept.tsx';
import { Answer } from '../../parts/answer.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { useReader } from '../../parts/reader.tsx';
import { useTitle } from '../calendar/use-title.ts';
import { ProfileForm } from './profile-form.tsx';
import '../calendar/calendar.css';

/** What an interpreter can do: for those who keep the calendar. */
export default function ProfilePage() {
  const { personId = '' } = useParams();
  return <OneProfile key={personId} personId={personId} />;
}

function OneProfile({ personId }: { readonly personId: string }) {
  const { t } = useTranslation(['keeping', 'scheduling']);
  const reader = useReader();
  const title = useTitle({ kind: 'person', personId });
  const found = useAnswer(readProfile, { params: { personId } });
  return (
    <Page
      title={t('profile.title')}
      above={{ to: `/calendars/person/${personId}`, label: t('scheduling:calendar.title') }}
    >
      <p className="lead">{title}</p>
      <Answer of={found}>
        {(stored) => (
          <>
            {stored.version === 0 ? (
              <Notice tone="wait" title={t('profile.usual')} />
            ) : (
              <p className="quiet">{t('version', { number: numberForPeople(stored.version, reader) })}</p>
            )}
            <KeptTyping name={`profile ${personId} 1`}>
              {(kept) => <ProfileForm personId={personId} stored={stored} kept={kept} />}
            </KeptTyping>
          </>
        )}
      </Answer>
    </Page>
  );
}
