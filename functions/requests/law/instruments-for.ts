import type { CountryCode } from '../../shared/values/countries.ts';
import type { LegalBasis, Provision, Standing } from './contract.ts';
import { believed, holdsOn, standingOf, unknown, weakest, type Entry } from './entry.ts';
import { statementOf, type Statement } from './law-for.ts';
import { treatiesBetween } from './treaties/bilateral.ts';
import { instruments } from './treaties/instruments.ts';
import { inEu, investigationOrder, partyTo, type Treaty } from './treaties/parties.ts';

/** An instrument that may bind the two States. */
export interface InstrumentView {
  readonly basis: LegalBasis;
  readonly title: string;
  /** Whether it binds them, the weaker of the two: nobody has a treaty alone. */
  readonly standing: Standing;
  /** Why it is thought to: the treaty, or what is said of each State. */
  readonly because: readonly Statement[];
  /** Where it is a basis only for some cases. */
  readonly onlyFor?: 'corruption';
  readonly says: readonly { readonly provision: Provision; readonly statement: Statement }[];
}

const view = (
  basis: LegalBasis,
  because: readonly Entry[],
  more: Partial<Pick<InstrumentView, 'title' | 'onlyFor'>> = {},
): InstrumentView => ({
  basis,
  title: instruments[basis].title,
  standing: weakest(because.map(({ mark }) => standingOf(mark))),
  because: because.map(statementOf),
  says: Object.entries(instruments[basis].says).map(([provision, entry]) => ({
    provision: provision as Provision,
    statement: statementOf(entry),
  })),
  ...more,
});

/** A treaty of many States is one of the two, unless either is said to be outside. */
function ofBoth(basis: LegalBasis, treaty: Treaty, pair: readonly CountryCode[]): InstrumentView[] {
  const parties = pair.map((state) => partyTo(treaty, state));
  return parties.some(({ value }) => value === 'no') ? [] : [view(basis, parties)];
}

/**
 * The instruments that apply to a request of one State to the other, as far as is known, in the order in which they come:
 * the treaty of the two, then that of their region, then the convention, then what needs no treaty. Political memoranda are
 * no basis and are not among them.
 * @param receivedOn the day on which the host State receives the request, `YYYY-MM-DD`
 */
export function instrumentsFor(
  requesting: CountryCode,
  host: CountryCode,
  receivedOn: string,
): readonly InstrumentView[] {
  const pair = [requesting, host];
  const asked = [unknown('The host State must be asked.')];
  const members = requesting !== host && pair.every((state) => inEu.has(state));
  return [
    ...treatiesBetween(requesting, host)
      .filter((treaty) => holdsOn(treaty, receivedOn))
      .map((treaty) => view('bilateral-treaty', [treaty], { title: treaty.value ?? '' })),
    ...(members ? [view('eio', [investigationOrder])] : []),
    ...ofBoth('asean-mlat', 'asean-mlat', pair),
    ...ofBoth('ets-182', 'ets-182', pair),
    ...ofBoth('untoc-18', 'untoc', pair),
    ...ofBoth('uncac-46', 'uncac', pair).map((uncac) => ({ ...uncac, onlyFor: 'corruption' as const })),
    view('reciprocity', asked),
    view('judicial-discretion', [believed('The host State may decide without any of these.')]),
  ];
}
