import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { readCase } from '../../../../../functions/cases/contract.ts';
import { listPeople } from '../../../../../functions/directory/contract.ts';
import { bookSession } from '../../../../../functions/sessions/contract.ts';
import { zonePlace } from '../../../../../functions/shared/values/zone-places.ts';
import { useAction, useAnswer } from '../../../api/hooks.ts';
import { Answer } from '../../../parts/answer.tsx';
import { DateBox, TimeBox } from '../../../parts/date-time.tsx';
import { Pick } from '../../../parts/fields.tsx';
import { Form } from '../../../parts/form.tsx';
import { useNames } from '../../../parts/names.ts';
import { useOwnRecord } from '../../../parts/own-record.tsx';
import { Page } from '../../../parts/page.tsx';
import { useReader } from '../../../parts/reader.tsx';
import { interpreterOption, memberOption } from './people-options.ts';
import { Preview } from './preview.tsx';
import { questionOf } from './question.ts';

const lengths = [30, 45, 60, 90, 120, 180, 240];

/** Books an interview: a wall time in the prosecutor's zone, and who is there; the preview shows what it means for each. */
export default function BookPage() {
  const { caseId = '' } = useParams();
  const { t } = useTranslation('staff');
  const found = useAnswer(readCase, { params: { caseId } });
  return (
    <Page wide title={t('book.title')} above={{ to: `/cases/${caseId}`, label: t('case.title') }}>
      <Answer of={found}>{(each) => <BookForm caseId={caseId} members={each.members} />}</Answer>
    </Page>
  );
}

type Members = Parameters<typeof memberOption>[0][];

function BookForm({ caseId, members }: { readonly caseId: string; readonly members: Members }) {
  const { t } = useTranslation('staff');
  const { language } = useReader();
  const names = useNames();
  const me = useOwnRecord();
  const go = useNavigate();
  const interpreters = useAnswer(listPeople, { query: { role: 'interpreter' } });
  const action = useAction(
    bookSession,
    ({ sessionId }) => void go(`/sessions/${sessionId}`, { replace: true }),
  );
  const [date, setDate] = useState<string>();
  const [time, setTime] = useState<string>();
  const [offset, setOffset] = useState<string>();
  const [minutes, setMinutes] = useState('60');
  const clerks = members.filter(({ role }) => role === 'clerk').map(memberOption);
  const supporters = members.filter(({ role }) => role === 'support-officer').map(memberOption);
  const [clerk, setClerk] = useState(onlyOne(clerks));
  const [supportOfficer, setSupportOfficer] = useState(onlyOne(supporters));
  const [interpreter, setInterpreter] = useState('');
  const labels = {
    local: t('book.date'),
    time: t('book.time'),
    minutes: t('book.length'),
    'seats.clerk': t('roles.clerk'),
    'seats.supportOfficer': t('roles.support-officer'),
    'seats.interpreter': t('roles.interpreter'),
  };
  const chosen = { date, time, zone: me.zone, offset, minutes, clerk, supportOfficer, interpreter };
  const question = questionOf(caseId, chosen);
  const send = () => {
    if (question === undefined) return;
    const { local, zone } = question;
    action.start({
      body: {
        caseId,
        kind: 'interview',
        local,
        zone,
        ...(offset === undefined ? {} : { offset }),
        minutes: question.minutes,
        seats: { clerk, supportOfficer, interpreter },
      },
    });
  };
  // Another time has other offsets: a choice made for the one before says nothing about it.
  const takeDate = (value: string | undefined) => {
    setOffset(undefined);
    setDate(value);
  };
  const takeTime = (value: string | undefined) => {
    setOffset(undefined);
    setTime(value);
  };
  return (
    <div className="two-columns">
      <Form
        needs={Object.keys(labels)}
        labels={labels}
        onSend={send}
        problem={action.problem}
        sending={action.running}
        button={t('book.book')}
      >
        <p className="hint">{t('book.yourZone', { place: zonePlace(me.zone, language) })}</p>
        <DateBox name="local" label={labels.local} held={[date, takeDate]} />
        <TimeBox name="time" label={labels.time} hint={t('book.timeHint')} held={[time, takeTime]} />
        <Pick
          name="minutes"
          label={labels.minutes}
          options={lengths.map((each) => ({ value: `${each}`, label: t('book.minutes', { number: each }) }))}
          value={minutes}
          onPick={setMinutes}
        />
        <Pick
          name="seats.clerk"
          label={labels['seats.clerk']}
          options={clerks}
          value={clerk}
          onPick={setClerk}
        />
        <Pick
          name="seats.supportOfficer"
          label={labels['seats.supportOfficer']}
          options={supporters}
          value={supportOfficer}
          onPick={setSupportOfficer}
        />
        <Answer of={interpreters}>
          {({ people }) => (
            <Pick
              name="seats.interpreter"
              label={labels['seats.interpreter']}
              options={people.map((person) => interpreterOption(person, language, names.language))}
              value={interpreter}
              onPick={setInterpreter}
            />
          )}
        </Answer>
      </Form>
      <Preview
        question={question}
        onOffset={setOffset}
        onLocal={(local) => {
          setOffset(undefined);
          setDate(local.slice(0, 10));
          setTime(local.slice(11));
        }}
      />
    </div>
  );
}

const onlyOne = (options: readonly { readonly value: string }[]): string =>
  options.length === 1 ? (options[0]?.value ?? '') : '';
