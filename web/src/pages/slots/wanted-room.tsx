import { useTranslation } from 'react-i18next';
import { Select, Tick } from '../../parts/fields.tsx';
import type { Choosable } from './use-names.ts';
import type { WantedSession } from './wanted-session.ts';

/** Whether a room is needed, and which: one, or any in a city. */
export function WantedRoom({
  wanted,
  choosable,
  onWanted,
}: {
  readonly wanted: WantedSession;
  readonly choosable: Choosable;
  readonly onWanted: (wanted: WantedSession) => void;
}) {
  const { t } = useTranslation('scheduling');
  const { room } = wanted;
  const set = (changed: WantedSession['room']) => onWanted({ ...wanted, room: changed });
  const cities = [...new Set(choosable.rooms.flatMap(({ city }) => (city === undefined ? [] : [city])))];
  return (
    <section aria-labelledby="wanted-room">
      <h2 id="wanted-room">{t('room.title')}</h2>
      <Select
        label={t('room.which')}
        options={[
          { value: 'none', label: t('room.none') },
          { value: 'any', label: t('room.any') },
          ...choosable.rooms.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={room.kind === 'these' ? (room.ids[0] ?? 'none') : room.kind}
        onChoose={(value) =>
          set(
            value === 'any'
              ? { kind: 'any', city: '', vetted: true }
              : value === 'none'
                ? { kind: 'none' }
                : { kind: 'these', ids: [value] },
          )
        }
      />
      {room.kind === 'any' && (
        <>
          <Select
            label={t('room.city')}
            options={[
              { value: '', label: t('room.anyCity') },
              ...cities.toSorted().map((city) => ({ value: city, label: city })),
            ]}
            value={room.city}
            onChoose={(city) => set({ ...room, city })}
          />
          <Tick
            label={t('room.vetted')}
            checked={room.vetted}
            onTick={(vetted) => set({ ...room, vetted })}
          />
        </>
      )}
    </section>
  );
}
