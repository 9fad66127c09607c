import type { Handler } from '../shared/http/call.ts';
import { Refusal } from '../shared/refusals.ts';
import { interpreterProfileChanged } from './actions.ts';
import { entered, type AgencyChange } from './port/agency-log.ts';
import { faultsOfProfile, refuseFaults } from './working-time-rules.ts';
import { parseProfile, profileKey, putProfile, versionKey } from './port/working-time-store.ts';
import type * as contract from './contract.ts';
import { keptPerson } from './port/keeping.ts';
import { setLanguages } from './store.ts';

/**
 * Replaces an interpreter's profile as a whole; the languages under which the directory lists her follow it.
 * @throws {Refusal} `not-found` also for somebody who does not interpret; `invalid-request`, `changed-meanwhile`
 */
export const setProfileOf: Handler<typeof contract.setProfile> = ({
  actor,
  params,
  body,
  now,
  context,
  commit,
}) =>
  commit(async () => {
    const { person, agencyId, subject } = await keptPerson(context.store, actor, params.personId);
    const key = profileKey(person.personId);
    const [item] = await context.store.get([key]);
    const before = parseProfile(item, person)?.version;
    if (before === undefined) throw new Refusal('not-found');
    const { profile } = body;
    refuseFaults(faultsOfProfile(profile, now, '/profile'));
    if (body.version !== before) throw new Refusal('changed-meanwhile');
    const details = { version: before + 1 };
    const change: AgencyChange = {
      agencyId,
      actor,
      subject,
      entry: (by, digest) => interpreterProfileChanged.entry({ ...by, details, sealed: { profile: digest } }),
      sealed: { name: 'profile', value: profile },
      history: versionKey(key, before + 1),
    };
    const languages = [...new Set(profile.directions.flatMap(({ from, to }) => [from, to]))].toSorted();
    return {
      changes: [
        putProfile(person.personId, profile, before),
        ...setLanguages(person, languages),
        ...(await entered(change, now, context)),
      ],
      answer: { version: before + 1 },
    };
  });
