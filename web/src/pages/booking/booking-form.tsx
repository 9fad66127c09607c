import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { bookSession } from '../../../../functions/sessions/booking/contract.ts';
import type { SessionKind } from '../../../../functions/sessions/port/kinds.ts';
import { zonePlace } from '../../../../functions/shared/values/zone-places.ts';
import { useAction } from '../../api/hooks.ts';
import type { Kept } from '../../drafts/kept.tsx';
import { isLike } from '../../drafts/shape.ts';
import { Button } from '../../parts/button.tsx';
import { Select } from '../../parts/fields.tsx';
import { Form } from '../../parts/form.tsx';
import { Notice } from '../../parts/notice.tsx';
import { useOwnRecord } from '../../parts/own-record.tsx';
import { useReader } from '../../parts/reader.tsx';
import { TimeProblem, type Override } from '../../parts/time-problem.tsx';
import { useNow } from '../../parts/use-now.ts';
import type { Proposal } from '../../parts/proposal.ts';
import { BookingMessages } from './booking-messages.tsx';
import type { CaseFile } from './case-file.ts';
import { DayFields } from './day-fields.tsx';
import {
  bodyOf,
  mostDays,
  movedTo,
  thoughtOf,
  withAnotherDay,
  withDay,
  type BookingContext,
  type Draft,
} from './draft.ts';
import { atFields, faultsOf } from './faults.ts';
import { useFieldLabels } from './field-labels.ts';
import { agreedFor, firstDraft, venueZone } from './first-draft.ts';
import { hoursToHold } from './hours-to-hold.ts';
import { LengthFields } from './length-fields.tsx';
import { Preview } from './preview.tsx';
import { RoomFields } from './room-fields.tsx';
import { SeatFields } from './seat-fields.tsx';
import './booking.css';

/** The form of a booking: the kind first, then when, who and where. What is typed stays, whatever else is changed. */
export function BookingForm({
  file,
  heard,
  kinds,
  taken,
  kept,
}: {
  readonly file: CaseFile;
  readonly heard: CaseFile['witnesses'][number];
  readonly kinds: readonly SessionKind[];
  /** What the search handed over. */
  readonly taken: Proposal | undefined;
  /** What was typed here before, where it was not sent. */
  readonly kept: Kept | undefined;
}) {
  const { t } = useTranslation(['scheduling', 'staff']);
  const me = useOwnRecord();
  const go = useNavigate();
  const now = useNow();
  const zone = venueZone(me, file.hostState);
  const [draft, setDraft] = useState(() => {
    const kind = kinds.find((each) => each === taken?.kind) ?? kinds[0] ?? 'interview';
    const first = firstDraft({ members: file.members, witness: heard }, me, { kind, zone, taken });
    return isLike(kept?.value, first) ? kept.value : first;
  });
  const untouched = useRef(draft);
  useEffect(() => {
    if (draft !== untouched.current) kept?.keep(draft);
  }, [draft, kept]);
  const change = (changed: Partial<Draft>) => setDraft({ ...draft, ...changed });
  const context: BookingContext = { caseId: file.caseId, zone, me, witness: heard.pseudonym };
  const action = useAction(bookSession, ({ sessionId }) => {
    kept?.done();
    void go(`/sessions/${sessionId}`, { replace: true });
  });
  const labels = useFieldLabels(draft);
  const faults = faultsOf(draft, zone, now);
  const words = Object.entries(faults).map(([field, fault]) => [
    field,
    fault === 'needed' ? t('staff:form.needed') : t(`booking.faults.${fault}`),
  ]);
  // Seats that nobody was chosen for are left out; anything else that is wrong has no preview.
  const askable = Object.entries(faults).every(
    ([field, fault]) => field.startsWith('seats.') && fault === 'needed',
  );
  const question = thoughtOf(draft, context);
  const send = (more: readonly Override[] = []) => {
    const body = bodyOf(draft, context);
    if (body !== undefined)
      action.start({ body: { ...body, overrides: [...agreedFor(draft, zone, taken), ...more] } });
  };
  return (
    <div className="two-columns">
      <Form
        route={bookSession}
        read={() => bodyOf(draft, context)}
        labels={labels}
        faults={Object.fromEntries(words) as Record<string, string>}
        onSend={() => send()}
        problem={atFields(action.problem, question)}
        sending={action.running}
        button={draft.hold > 0 ? t('booking.hold') : t(`booking.book.${draft.kind}`)}
      >
        <TimeProblem
          problem={action.problem}
          zone={zone}
          onTake={(local, offset) => {
            action.reset();
            setDraft(movedTo(draft, local, offset));
          }}
          onOverride={send}
        />
        {taken !== undefined && <Notice tone="good" title={t('booking.found')} />}
        <KindField kinds={kinds} draft={draft} onKind={(kind) => change({ kind })} />
        <ZoneHint zone={zone} own={zone === me.zone} />
        {draft.days.map((day, at) => (
          <DayFields
            // oxlint-disable-next-line react/no-array-index-key -- a day has no name but its place
            key={at}
            at={at}
            day={day}
            zone={zone}
            labels={labels}
            onDay={(changed) => setDraft(withDay(draft, at, changed))}
            {...(at === 0
              ? {}
              : { onRemove: () => change({ days: draft.days.filter((_, index) => index !== at) }) })}
          />
        ))}
        {draft.days.length < mostDays && (
          <p className="row add-day">
            <Button quiet onClick={() => setDraft(withAnotherDay(draft))}>
              {t('booking.addDay')}
            </Button>
          </p>
        )}
        <LengthFields draft={draft} labels={labels} onChange={change} />
        <SeatFields draft={draft} file={file} labels={labels} onChange={change} />
        <RoomFields rooms={draft.rooms} onRooms={(rooms) => change({ rooms })} />
        <Select
          label={t('hold.choice')}
          options={hoursToHold.map((hours) => ({
            value: String(hours),
            label: hours === 0 ? t('hold.now') : t('hold.hours', { number: hours }),
          }))}
          value={String(draft.hold)}
          onChoose={(hours) => change({ hold: Number(hours) })}
        />
      </Form>
      <Preview question={askable ? question : undefined} zone={me.zone}>
        {question !== undefined && Object.keys(faults).length === 0 && (
          <BookingMessages question={question} held={draft.hold > 0} />
        )}
      </Preview>
    </div>
  );
}

function KindField({
  kinds,
  draft: { kind },
  onKind,
}: {
  readonly kinds: readonly SessionKind[];
  readonly draft: Draft;
  readonly onKind: (kind: SessionKind) => void;
}) {
  const { t } = useTranslation(['scheduling', 'staff']);
  const about = <p className="hint">{t(`booking.about.${kind}`)}</p>;
  if (kinds.length === 1)
    return (
      <div className="field">
        <p className="kind-only">{t(`staff:session.kind.${kind}`)}</p>
        {about}
      </div>
    );
  return (
    <div className="field kind-field">
      <Select
        label={t('booking.kind')}
        options={kinds.map((value) => ({ value, label: t(`staff:session.kind.${value}`) }))}
        value={kind}
        onChoose={onKind}
      />
      {about}
    </div>
  );
}

function ZoneHint({ zone, own }: { readonly zone: string; readonly own: boolean }) {
  const { t } = useTranslation(['scheduling', 'staff']);
  const { language } = useReader();
  const place = zonePlace(zone, language);
  return (
    <p className="hint">{own ? t('staff:book.yourZone', { place }) : t('booking.clockOf', { place })}</p>
  );
}
