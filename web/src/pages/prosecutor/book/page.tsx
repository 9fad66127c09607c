import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate, useParams } from 'react-router';
import * as z from 'zod';
import { readCase } from '../../../../../functions/cases/contract.ts';
import { listPeople, listRooms } from '../../../../../functions/directory/contract.ts';
import { bookSession } from '../../../../../functions/sessions/contract.ts';
import { localOf } from '../../../../../functions/shared/values/zones.ts';
import { zonePlace } from '../../../../../functions/shared/values/zone-places.ts';
import { useAction, useAnswer } from '../../../api/hooks.ts';
import { Answer } from '../../../parts/answer.tsx';
import { Chooser } from '../../../parts/chooser.tsx';
import { DateBox, TimeBox } from '../../../parts/date-time.tsx';
import { Pick } from '../../../parts/fields.tsx';
import { Form } from '../../../parts/form.tsx';
import { useNames } from '../../../parts/names.ts';
import { Notice } from '../../../parts/notice.tsx';
import { useOwnRecord } from '../../../parts/own-record.tsx';
import { Page } from '../../../parts/page.tsx';
import { useReader } from '../../../parts/reader.tsx';
import { TimeProblem, type Override } from '../../../parts/time-problem.tsx';
import { taken as takenShape, type Taken } from '../../staff/find/taken.ts';
import { interpreterOption, memberOption } from './people-options.ts';
import { Preview } from './preview.tsx';
import { questionOf } from './question.ts';

const lengths = [30, 45, 60, 90, 120, 180, 240, 300, 360, 480];
const kinds = ['interview', 'deposition', 'rehearsal'] as const;
type Kind = (typeof kinds)[number];
/** Hours for which a time can be held; 0 books it. */
const holds = [0, 2, 24, 48, 168];

/** What the search handed over, if one comes from there. */
const handedOver = z.object({ taken: takenShape });

/** Books an interview: a wall time in the prosecutor's zone, and who is there; the preview shows what it means for each. */
export default function BookPage() {
  const { caseId = '' } = useParams();
  const { t } = useTranslation(['staff', 'scheduling']);
  const found = useAnswer(readCase, { params: { caseId } });
  const state = handedOver.safeParse(useLocation().state);
  return (
    <Page wide title={t('book.title')} above={{ to: `/cases/${caseId}`, label: t('case.title') }}>
      <p>
        <Link className="button button-quiet" to={`/cases/${caseId}/find`}>
          {t('scheduling:find.link')}
        </Link>
      </p>
      <Answer of={found}>
        {(each) => (
          <BookForm
            caseId={caseId}
            members={each.members}
            taken={state.success ? state.data.taken : undefined}
          />
        )}
      </Answer>
    </Page>
  );
}

type Members = Parameters<typeof memberOption>[0][];

function BookForm({
  caseId,
  members,
  taken,
}: {
  readonly caseId: string;
  readonly members: Members;
  readonly taken: Taken | undefined;
}) {
  const { t } = useTranslation(['staff', 'scheduling']);
  const { language } = useReader();
  const names = useNames();
  const me = useOwnRecord();
  const go = useNavigate();
  const interpreters = useAnswer(listPeople, { query: { role: 'interpreter' } });
  const action = useAction(
    bookSession,
    ({ sessionId }) => void go(`/sessions/${sessionId}`, { replace: true }),
  );
  const first = taken === undefined ? undefined : localOf(me.zone, taken.start);
  const [date, setDate] = useState(first?.local.slice(0, 10));
  const [time, setTime] = useState(first?.local.slice(11, 16));
  const [offset, setOffset] = useState(first?.offset);
  const [minutes, setMinutes] = useState(String(taken?.minutes ?? 60));
  const [kind, setKind] = useState<Kind>('interview');
  const [hold, setHold] = useState('0');
  const clerks = members.filter(({ role }) => role === 'clerk').map(memberOption);
  const supporters = members.filter(({ role }) => role === 'support-officer').map(memberOption);
  const [clerk, setClerk] = useState(taken?.clerk ?? onlyOne(clerks));
  const [supportOfficer, setSupportOfficer] = useState(taken?.supportOfficer ?? onlyOne(supporters));
  const [interpreter, setInterpreter] = useState(taken?.interpreter ?? '');
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
  // With another length the parts that were searched for no longer hold.
  const parts = taken !== undefined && taken.segments.length > 1 && `${taken.minutes}` === minutes;
  const send = (overrides?: Override[]) => {
    if (question === undefined) return;
    const { local, zone } = question;
    action.start({
      body: {
        caseId,
        kind,
        local,
        zone,
        ...(offset === undefined ? {} : { offset }),
        minutes: question.minutes,
        ...(parts ? { segments: taken.segments } : {}),
        seats: { clerk, supportOfficer, interpreter },
        ...(taken?.room === undefined ? {} : { rooms: [taken.room] }),
        ...(hold === '0' ? {} : { holdMinutes: Number(hold) * 60 }),
        ...(overrides === undefined ? {} : { overrides }),
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
        onSend={() => send()}
        problem={action.problem}
        sending={action.running}
        button={t('book.book')}
      >
        <TimeProblem
          problem={action.problem}
          zone={me.zone}
          onTake={(local, nearOffset) => {
            action.reset();
            setDate(local.slice(0, 10));
            setTime(local.slice(11));
            setOffset(nearOffset);
          }}
          onOverride={send}
        />
        {taken !== undefined && <Handed taken={taken} parts={parts} />}
        <Chooser<Kind>
          label={t('scheduling:booking.kind')}
          options={kinds.map((value) => ({ value, label: t(`session.kind.${value}`) }))}
          value={kind}
          onChoose={setKind}
        />
        <p className="hint">{t('book.yourZone', { place: zonePlace(me.zone, language) })}</p>
        <DateBox name="local" label={labels.local} held={[date, takeDate]} />
        <TimeBox name="time" label={labels.time} hint={t('book.timeHint')} held={[time, takeTime]} />
        <Pick
          name="minutes"
          label={labels.minutes}
          options={[...new Set([...lengths, Number(minutes)])]
            .toSorted((one, other) => one - other)
            .map((each) => ({ value: `${each}`, label: t('book.minutes', { number: each }) }))}
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
        <Chooser
          label={t('scheduling:hold.choice')}
          options={holds.map((hours) => ({
            value: String(hours),
            label: hours === 0 ? t('scheduling:hold.now') : t('scheduling:hold.hours', { number: hours }),
          }))}
          value={hold}
          onChoose={setHold}
        />
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

/** What comes from the search beside the time, so that nobody wonders what is being booked. */
function Handed({ taken, parts }: { readonly taken: Taken; readonly parts: boolean }) {
  const { t } = useTranslation('scheduling');
  const rooms = useAnswer(listRooms, {}, { when: taken.room !== undefined });
  const room = rooms.data?.rooms.find(({ roomId }) => roomId === taken.room);
  const minutesOf = (kind: 'pre' | 'post') =>
    taken.segments.find((segment) => segment.kind === kind)?.minutes ?? 0;
  return (
    <Notice tone="good" title={t('booking.found')}>
      {room !== undefined && (
        <p>
          {t('booking.withRoom', {
            room: [room.label, room.city].filter((each) => each !== undefined).join(', '),
          })}
        </p>
      )}
      {parts && <p>{t('booking.parts', { pre: minutesOf('pre'), post: minutesOf('post') })}</p>}
    </Notice>
  );
}

const onlyOne = (options: readonly { readonly value: string }[]): string =>
  options.length === 1 ? (options[0]?.value ?? '') : '';
