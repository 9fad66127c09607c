import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findZones, nearZones, type FoundZone } from '../../../../functions/shared/values/find-zones.ts';
import { instantOf, type Instant } from '../../../../functions/shared/values/instants.ts';
import { numberForPeople, timeForPeople } from '../../../../functions/shared/values/times-for-people.ts';
import type { ZoneName } from '../../../../functions/shared/values/zones.ts';
import { FieldGroup } from '../../parts/field.tsx';
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
        {open && <ZoneList zone={zone} now={now} onZone={onZone} />}
      </details>
    </FieldGroup>
  );
}

/** All zones there are: a list that what is typed above it shortens. */
function ZoneList({ zone, now, onZone }: Props & { readonly now: Instant }) {
  const { t } = useTranslation('keeping');
  const reader = useReader();
  const id = useId();
  const [typed, setTyped] = useState('');
  const found = findZones(typed, reader.language);
  const near = found.length === 0 ? nearZones(typed) : [];
  const shown: readonly FoundZone[] = found.length > 0 ? found : near.map((each) => ({ zone: each }));
  // The one in force always stands in the list, so that there is always one that is chosen.
  const listed = shown.some((each) => each.zone === zone) ? shown : [{ zone }, ...shown];
  const choose = (value: string) => {
    const chosen = shown.find((each) => each.zone === value)?.zone;
    if (chosen !== undefined) onZone(chosen);
  };
  const said =
    found.length > 0
      ? t('zone.found', { number: numberForPeople(found.length, reader) })
      : [t('zone.none'), ...(near.length > 0 ? [t('zone.near')] : [])].join(' ');
  return (
    <div className="field">
      <label htmlFor={`${id}-search`}>{t('zone.search')}</label>
      <p id={`${id}-hint`} className="hint">
        {t('zone.searchHint')}
      </p>
      <input
        id={`${id}-search`}
        type="text"
        autoComplete="off"
        maxLength={40}
        value={typed}
        aria-describedby={`${id}-hint`}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          // The list is meant, not the form.
          event.preventDefault();
          if (shown.length === 1 && shown[0] !== undefined) onZone(shown[0].zone);
        }}
      />
      <p className="hint" role="status">
        {said}
      </p>
      {shown.length > 0 && (
        <select
          size={Math.min(7, Math.max(2, listed.length))}
          className="zone-list"
          aria-label={t('zone.label')}
          value={zone}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          {listed.map((each) => (
            <option key={each.zone} value={each.zone}>
              {nameOf(each, timeForPeople(now, each.zone, reader))}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}

/** `Yangon · UTC+06:30 · Asia/Yangon (Asia/Rangoon)` */
const nameOf = (
  { zone, formerly }: FoundZone,
  { place, offset }: { readonly place: string; readonly offset: string },
): string => `${place} · ${offset} · ${zone}${formerly === undefined ? '' : ` (${formerly})`}`;
