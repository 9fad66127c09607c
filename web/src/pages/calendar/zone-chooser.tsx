import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findZones, nearZones, type FoundZone } from '../../../../functions/shared/values/find-zones.ts';
import { instantOf } from '../../../../functions/shared/values/instants.ts';
import { numberForPeople, timeForPeople } from '../../../../functions/shared/values/times-for-people.ts';
import type { ZoneName } from '../../../../functions/shared/values/zones.ts';
import { FieldGroup } from '../../parts/field.tsx';
import type { Option } from '../../parts/fields.tsx';
import { Picker } from '../../parts/picker.tsx';
import { useReader } from '../../parts/reader.tsx';
import { useNow } from '../../parts/use-now.ts';

interface Props {
  readonly zone: ZoneName;
  readonly onZone: (zone: ZoneName) => void;
}

/** A time zone: what its clock shows now, and another one on demand. */
export function ZoneChooser({ zone, onZone }: Props) {
  const { t } = useTranslation('keeping');
  const reader = useReader();
  const now = instantOf(useNow());
  const [open, setOpen] = useState(false);
  return (
    <FieldGroup label={t('zone.label')}>
      <p>
        {timeForPeople(now, zone, reader).text} · {zone}
      </p>
      <p className="hint">{t('zone.hint')}</p>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t('zone.change')}</summary>
        {open && <ZonePicker zone={zone} onZone={onZone} />}
      </details>
    </FieldGroup>
  );
}

/** All zones there are: found by a city, by a part of the name, or by a name of before. */
function ZonePicker({ zone, onZone }: Props) {
  const { t } = useTranslation('keeping');
  const reader = useReader();
  // The offsets of the moment at which the list was opened; a list that changes under the reader's hand is worse.
  const [now] = useState(() => instantOf(Date.now()));
  const [typed, setTyped] = useState('');
  const option = (each: FoundZone): Option => ({
    value: each.zone,
    label: nameOf(each, timeForPeople(now, each.zone, reader)),
  });
  // oxlint-disable-next-line react/exhaustive-deps -- the names are those of the language
  const all = useMemo(() => findZones('', reader.language).map(option), [now, reader.language]);
  const find = (text: string): readonly Option[] => {
    const found = findZones(text, reader.language);
    return (found.length > 0 ? found : nearZones(text).map((each) => ({ zone: each }))).map(option);
  };
  const found = findZones(typed, reader.language).length;
  const said =
    found > 0
      ? t('zone.found', { number: numberForPeople(found, reader) })
      : [t('zone.none'), ...(nearZones(typed).length > 0 ? [t('zone.near')] : [])].join(' ');
  return (
    <>
      <Picker
        label={t('zone.search')}
        hint={t('zone.searchHint')}
        always
        options={all}
        find={find}
        value={zone}
        note={said}
        onTyped={setTyped}
        onPick={(value) => onZone(value as ZoneName)}
      />
    </>
  );
}

/** `Yangon · UTC+06:30 · Asia/Yangon (Asia/Rangoon)` */
const nameOf = (
  { zone, formerly }: FoundZone,
  { place, offset }: { readonly place: string; readonly offset: string },
): string => `${place} · ${offset} · ${zone}${formerly === undefined ? '' : ` (${formerly})`}`;
