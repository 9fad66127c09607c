import { countries } from '../../../../../functions/shared/values/countries.ts';
import { zonePlace } from '../../../../../functions/shared/values/zone-places.ts';
import { useReader } from '../../../parts/reader.tsx';

/** Zones to choose from, by city; with the one that stands, whichever it is. */
export function useZones(stands?: string) {
  const { language } = useReader();
  const zones = new Set([
    ...(stands === undefined ? [] : [stands]),
    ...countries.map(({ capitalZone }) => capitalZone),
  ]);
  return [...zones].map((value) => ({ value, label: zonePlace(value, language) }));
}
