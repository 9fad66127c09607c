import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findZones, nearZones, type FoundZone } from '../../../../functions/shared/values/find-zones.ts';
import { instantOf } from '../../../../functions/shared/values/instants.ts';
import { numberForPeople, timeForPeople } from '../../../../functions/shared/values/times-for-people.ts';
import type { ZoneName } from '../../../../functions/shared/values/zones.ts';
import { FieldGroup } from '../../parts/field.tsx';
import type { Option } from '../../parts/fields.tsx';
import { Picker, type Found } from '../../parts/picker.tsx';
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
  const all = useMemo(
    () =>
      new Map(
        findZones('', reader.language).map((each) => [
          each.zone,
          { value: each.zone, label: nameOf(each, timeForPeople(now, each.zone, reader)) },
        ]),
      ),
    // oxlint-disable-next-line react/exhaustive-deps -- the names are those of the language
    [now, reader.language],
  );
  // The same objects as in the whole list: what is drawn once of a zone is not drawn again at each letter.
  const option = (each: FoundZone): Option =>
    (each.formerly === undefined ? all.get(each.zone) : undefined) ?? {
      value: each.zone,
      label: nameOf(each, timeForPeople(now, each.zone, reader)),
    };
  const find = (typed: string): Found => {
    const found = findZones(typed, reader.language);
    if (found.length > 0)
      return {
        options: found.map(option),
        note: t('zone.found', { number: numberForPeople(found.length, reader) }),
      };
    const near = nearZones(typed).map((each) => option({ zone: each }));
    return { options: near, note: near.length > 0 ? `${t('zone.none')} ${t('zone.near')}` : t('zone.none') };
  };
  return (
    <Picker
      label={t('zone.search')}
      hint={t('zone.searchHint')}
      always
      options={[...all.values()]}
      find={find}
      value={zone}
      onPick={(value) => onZone(value as ZoneName)}
    />
  );
}

/** `Yangon · UTC+06:30 · Asia/Yangon (Asia/Rangoon)` */
const nameOf = (
  { zone, formerly }: FoundZone,
  { place, offset }: { readonly place: string; readonly offset: string },
): string => `${place} · ${offset} · ${zone}${formerly === undefined ? '' : ` (${formerly})`}`;
