import type { CountryCode } from '../../shared/values/countries.ts';
import { aseanMlatItems } from './checklist/asean-mlat.ts';
import { europeItems } from './checklist/europe.ts';
import { hostStateItems } from './checklist/host-states.ts';
import type { ChecklistItem } from './checklist/item.ts';
import { technicalItems } from './checklist/technical.ts';
import { untocItems } from './checklist/untoc.ts';
import { victimItems } from './checklist/victims.ts';
import { instrumentsFor } from './instruments-for.ts';
import { partyTo } from './treaties/parties.ts';

export const everyItem: readonly ChecklistItem[] = [
  ...untocItems,
  ...aseanMlatItems,
  ...europeItems,
  ...victimItems,
  ...hostStateItems,
  ...technicalItems,
];

/**
 * What a request between the two needs: the lists of the instruments that may bind them, what victims need on top, what the
 * host State wants beside, and what the technicians must know.
 */
export function checklistFor(
  requesting: CountryCode,
  host: CountryCode,
  receivedOn: string,
): readonly ChecklistItem[] {
  const bases: readonly string[] = instrumentsFor(requesting, host, receivedOn).map(({ basis }) => basis);
  const both = (treaty: 'tip-protocol' | 'actip') =>
    [requesting, host].every((state) => partyTo(treaty, state).value !== 'no');
  return everyItem.filter(({ of }) => {
    if (of === 'tip-protocol' || of === 'actip') return both(of);
    return of === 'technical' || of === host || bases.includes(of);
  });
}
