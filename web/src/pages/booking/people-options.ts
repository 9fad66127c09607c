import type { UiLanguage } from '../../../../functions/shared/values/languages.ts';
import { zonePlace } from '../../../../functions/shared/values/zone-places.ts';
import type { Option } from '../../parts/fields.tsx';

/** A member of the case, for choosing. */
export const memberOption = (member: {
  readonly personId: string;
  readonly role: string;
  readonly label: string;
  readonly pseudonym: string;
}): Option => ({ value: member.personId, label: `${member.pseudonym} – ${member.label}` });

/** An interpreter, for choosing: languages first, since they decide. */
export function interpreterOption(
  person: {
    readonly personId: string;
    readonly label: string;
    readonly languages?: readonly string[] | undefined;
    readonly zone?: string | undefined;
  },
  language: UiLanguage,
  languageName: (tag: string) => string,
): Option {
  const languages = (person.languages ?? []).map((tag) => languageName(tag)).join(' – ');
  const place = person.zone === undefined ? '' : ` (${zonePlace(person.zone, language)})`;
  return {
    value: person.personId,
    label: `${languages}${languages === '' ? '' : ': '}${person.label}${place}`,
  };
}
