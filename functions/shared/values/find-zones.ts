import type { UiLanguage } from './languages.ts';
import { ZoneRefusal } from './time-refusal.ts';
import { zonePlace } from './zone-places.ts';
import { renamed } from './zone-table.ts';
import { canonicalZone, zoneNames, type ZoneName } from './zones.ts';

/** Finding a time zone by what a person types: a city, part of a name, or a name that is outdated. */

export interface FoundZone {
  readonly zone: ZoneName;
  /** The outdated name by which it was found, where its own does not hold what was typed. */
  readonly formerly?: string | undefined;
}

const oldNames: ReadonlyMap<string, readonly string[]> = Map.groupBy(
  renamed.split(' ').map((pair) => pair.split('=')[0] ?? ''),
  (old) => canonicalZone(old),
);

/** Every zone that is called so in the reader's language, by its name or by an old one, sorted by name; all for nothing. */
export function findZones(typed: string, language: UiLanguage): readonly FoundZone[] {
  const wanted = simple(typed);
  return zoneNames.flatMap((zone): FoundZone[] => {
    if (simple(zone).includes(wanted) || simple(zonePlace(zone, language)).includes(wanted))
      return [{ zone }];
    const formerly = oldNames.get(zone)?.find((old) => simple(old).includes(wanted));
    return formerly === undefined ? [] : [{ zone, formerly }];
  });
}

/** Zones that are spelled nearly so; for when none was found. */
export function nearZones(typed: string): readonly ZoneName[] {
  try {
    return [canonicalZone(typed.trim())];
  } catch (error) {
    if (error instanceof ZoneRefusal) return error.choices.map(canonicalZone);
    throw error;
  }
}

/** Small letters, no marks on Latin ones, and any gap as the names write it. */
const simple = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036F]/g, '')
    .normalize('NFC')
    .replaceAll(/[\s_-]+/g, '_');
