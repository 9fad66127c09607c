import { useState } from 'react';
import type * as z from 'zod';
import { useTranslation } from 'react-i18next';
import type { approvable } from '../../../../../functions/sessions/changing/contract.ts';
import { zonePlace } from '../../../../../functions/shared/values/zone-places.ts';
import { localOf } from '../../../../../functions/shared/values/zones.ts';
import { usePeople } from '../../../api/use-people.ts';
import { Select } from '../../../parts/fields.tsx';
import { useOwnRecord } from '../../../parts/own-record.tsx';
import { ProblemNotice } from '../../../parts/problem-notice.tsx';
import { Picker } from '../../../parts/picker.tsx';
import { useReader } from '../../../parts/reader.tsx';
import { DayFields } from '../../booking/day-fields.tsx';
import type { DraftDay } from '../../booking/draft.ts';
import { startOf } from '../../booking/faults.ts';
import { RoomFields } from '../../booking/room-fields.tsx';
import { daysFrom } from '../move/wanted-to-move.ts';
import type { SessionProps } from '../session-view.ts';
import { seatIn, useSeatOptions, useWhoCould } from './replace-form.tsx';
import { lengthOptions, mainMinutes } from './length.ts';

export type Change = z.input<typeof approvable>;

/** What exactly is agreed to, for each kind of change; undefined while it is not complete. */
interface AgreedProps {
  readonly onChange: (change: Change | undefined) => void;
}

/** To when: on the venue’s clock, by which the session is set. */
export function AgreedMove({ session, onChange }: SessionProps & AgreedProps) {
  const { t } = useTranslation(['scheduling', 'staff']);
  const { language } = useReader();
  const { zone, local } = session.venue;
  const [day, setDay] = useState<DraftDay>({
    date: local.slice(0, 10),
    time: undefined,
    offset: undefined,
  });
  const take = (changed: DraftDay) => {
    setDay(changed);
    const start = startOf(changed, zone);
    onChange(
      typeof start === 'string'
        ? { what: 'move', zone, days: daysFrom(session, localOf(zone, start)) }
        : undefined,
    );
  };
  return (
    <>
      <p className="hint">{t('agree.clockOf', { place: zonePlace(zone, language) })}</p>
      <DayFields
        at={0}
        day={day}
        zone={zone}
        labels={{ local: t('staff:book.date'), time: t('staff:book.time') }}
        onDay={take}
      />
    </>
  );
}

export function AgreedLength({ session, onChange }: SessionProps & AgreedProps) {
  const { t } = useTranslation(['scheduling', 'staff']);
  const now = mainMinutes(session);
  const [minutes, setMinutes] = useState(now);
  return (
    <Select
      label={t('when.length')}
      options={lengthOptions(now).map((each) => ({
        value: String(each),
        label: t('staff:book.minutes', { number: each }),
      }))}
      value={String(minutes)}
      onChoose={(value) => {
        setMinutes(Number(value));
        onChange(Number(value) === now ? undefined : { what: 'length', minutes: Number(value) });
      }}
    />
  );
}

const givable = ['prosecutor', 'clerk', 'support-officer', 'interpreter'] as const;

export function AgreedReplacement({ session, onChange }: SessionProps & AgreedProps) {
  const { t } = useTranslation(['scheduling', 'staff']);
  const [whose, setWhose] = useState('');
  const [personId, setPersonId] = useState('');
  const options = useSeatOptions(session, givable);
  const { seat, ...who } = seatIn(whose);
  const could = useWhoCould(session, seat);
  const please = { value: '', label: t('staff:form.pleaseChoose') };
  return (
    <>
      <Select
        label={t('replace.seat')}
        options={[please, ...options]}
        value={whose}
        onChoose={(value) => {
          setWhose(value);
          setPersonId('');
          onChange(undefined);
        }}
      />
      <ProblemNotice problem={could.problem} />
      <Picker
        label={t('replace.person')}
        options={could.people}
        onSearch={could.onSearch}
        value={personId}
        onPick={(value) => {
          setPersonId(value);
          onChange(
            seat === '' || value === '' ? undefined : { what: 'replacement', seat, ids: [value], ...who },
          );
        }}
      />
    </>
  );
}

export function AgreedInterpreter({ session, onChange }: SessionProps & AgreedProps) {
  const { t } = useTranslation('scheduling');
  const [personId, setPersonId] = useState('');
  const could = useWhoCould(session, 'interpreter');
  return (
    <>
      <ProblemNotice problem={could.problem} />
      <Picker
        label={t('replace.person')}
        options={could.people}
        onSearch={could.onSearch}
        value={personId}
        onPick={(value) => {
          setPersonId(value);
          onChange(value === '' ? undefined : { what: 'another-interpreter', ids: [value] });
        }}
      />
    </>
  );
}

/** All rooms that the session is then to have. */
export function AgreedRooms({ session, onChange }: SessionProps & AgreedProps) {
  const before = session.rooms.map(({ roomId }) => roomId as string);
  const [rooms, setRooms] = useState<readonly string[]>(before);
  return (
    <RoomFields
      rooms={rooms}
      onRooms={(chosen) => {
        setRooms(chosen);
        const same = chosen.length === before.length && chosen.every((each) => before.includes(each));
        onChange(same ? undefined : { what: 'rooms', rooms: [...chosen] });
      }}
    />
  );
}

export function AgreedOfficer({ onChange }: AgreedProps) {
  const { t } = useTranslation(['scheduling', 'staff']);
  const me = useOwnRecord();
  const officers = usePeople('attending-officer');
  const [personId, setPersonId] = useState('');
  const people = officers.people?.filter((person) => person.personId !== me.personId);
  return (
    <>
      <ProblemNotice problem={officers.problem} />
      <Picker
        label={t('staff:roles.attending-officer')}
        options={people?.map(({ personId: id, label, agency }) => ({
          value: id,
          label: `${label}, ${agency}`,
        }))}
        onSearch={officers.onSearch}
        value={personId}
        onPick={(value) => {
          setPersonId(value);
          onChange(value === '' ? undefined : { what: 'attending-officer', personId: value });
        }}
      />
    </>
  );
}
