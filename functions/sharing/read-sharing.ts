import type * as z from 'zod';
import { hasTaken } from '../cases/port/by-name.ts';
import { filePartition, membersIn } from '../cases/port/membership.ts';
import { enterParty, type EnteredParty } from '../cases/port/enter-party.ts';
import { parseStanding, standingKey, type Standing } from '../cases/port/standing.ts';
import { readPeople } from '../directory/port/actor.ts';
import { readAgencies } from '../directory/port/keeping.ts';
import { countryCode } from '../shared/values/countries.ts';
import type { Staff } from '../shared/access/roles.ts';
import type { Handler } from '../shared/http/call.ts';
import { readSeries } from '../shared/store/numbered-series.ts';
import { queryAll } from '../shared/store/query-all.ts';
import type { Store } from '../shared/store/store.ts';
import { id } from '../shared/values/ids.ts';
import { instantOf, type Instant } from '../shared/values/instants.ts';
import { receivers, type readSharing as contract } from './contract.ts';
import { purposesFor, stepsOf } from './rules.ts';
import { shownAsk, shownInformation, shownShare, type Reader } from './shown.ts';
import { sharingPartition, stepsAbout } from './store.ts';

type Shown = z.input<typeof contract.answer>;
type Authority = Shown['asks'][number]['from'];

/**
 * What somebody told, as far as the reader has a part in it. The agency that holds contact reads all; an authority what was shared
 * with it, the words of it only an officer who confirmed receipt, and only while consent stands; anybody else of the case nothing.
 */
export const readSharing: Handler<typeof contract> = async ({ actor, params, now, context: { store } }) => {
  const { caseId, party } = params;
  const own = standingKey(caseId, party, 'consent');
  const [entered, steps] = await Promise.all([
    enterParty(store, params, actor, [own]),
    readSeries(store, stepsAbout(party), sharingPartition(caseId)),
  ]);
  const at = instantOf(now.getTime());
  const consent = parseStanding(entered.found(own));
  const reader = await readerOf(store, actor, entered.witness.holder);
  // A support officer of another agency has no part in it, whatever was shared with that agency's authority.
  const isOwn = (agencyId: string) =>
    reader.ofTheHolder || (actor.role !== 'support-officer' && agencyId === actor.agencyId);
  const shares = stepsOf(steps, 'share').filter(({ to }) => isOwn(to));
  const asks = stepsOf(steps, 'ask').filter(({ agencyId }) => isOwn(agencyId));
  const named = await authorities(store, reader, entered, [
    ...shares.map(({ to }) => to),
    ...asks.map(({ agencyId }) => agencyId),
  ]);
  const nameOf = (agencyId: string) => named.get(agencyId);
  return {
    isHolder: reader.isHolder,
    information: reader.ofTheHolder ? stepsOf(steps, 'information').map(shownInformation) : [],
    shares: shares.flatMap((share) => {
      const to = nameOf(share.to);
      return to === undefined ? [] : [{ to, ...shownShare(steps, share, { reader, consent, now: at }) }];
    }),
    asks: asks.flatMap((ask) => {
      const from = nameOf(ask.agencyId);
      return from === undefined ? [] : [{ from, ...shownAsk(steps, ask) }];
    }),
    authorities: reader.isHolder ? withPurposes(named, entered, consent, at) : [],
  };
};

async function readerOf(store: Store, actor: Staff, holder: string): Promise<Reader> {
  const isHolder = actor.personId === holder;
  if (isHolder || actor.role !== 'support-officer')
    return { personId: actor.personId, role: actor.role, isHolder, ofTheHolder: isHolder };
  const people = await readPeople(store, [holder]);
  const ofTheHolder = people.get(holder)?.agencyId === actor.agencyId;
  return { personId: actor.personId, role: actor.role, isHolder, ofTheHolder };
}

/** Agencies by their ids: those that are named, and for the one who holds contact those with whom something could be shared. */
async function authorities(
  store: Store,
  { isHolder }: Reader,
  { case: opened }: EnteredParty,
  mentioned: readonly string[],
): Promise<ReadonlyMap<string, Authority>> {
  const members = isHolder ? membersIn(await queryAll(store, 'cases', filePartition(opened.caseId))) : [];
  const receiving = members.filter(({ role }) => receivers.some((each) => each === role));
  const people = await readPeople(
    store,
    receiving.map(({ personId }) => personId),
  );
  const ids = [...people.values()].map(({ agencyId }) => agencyId).filter((each) => hasTaken(opened, each));
  const agencies = await readAgencies(store, [...new Set([...mentioned, ...ids])]);
  return new Map(
    [...agencies].map(([agencyId, { name, country }]) => [
      agencyId,
      { agencyId: id.parse(agencyId), name, state: countryCode.parse(country) },
    ]),
  );
}

const withPurposes = (
  named: ReadonlyMap<string, Authority>,
  { case: opened }: EnteredParty,
  consent: Standing | undefined,
  now: Instant,
): Shown['authorities'] =>
  [...named.values()]
    .filter(({ agencyId }) => hasTaken(opened, agencyId))
    .map((each) => ({ ...each, purposes: [...purposesFor(consent, each.agencyId, now)] }));
