import type { Standing } from '../../cases/port/standing.ts';
import type { Instant } from '../../shared/values/instants.ts';
import type { ConsentRecord, NeededOfConsent } from './contract.ts';

/**
 * What those who run a session need of a consent, and nothing else: not with whom somebody shares, not their age or who answers for them, not the language, nor how
 * anything was explained. Named field by field, so that what is added to a record stays with its holder.
 */
export function neededByThoseWhoRunIt({ scopes, wishes }: ConsentRecord): NeededOfConsent {
  const {
    takePart,
    liveVideo,
    recording,
    alteredPictureOrVoice,
    supporter,
    womanInterpreter,
    transferAbroad,
  } = scopes;
  const { inCamera, breakEvery } = wishes;
  return {
    takePart,
    ...(liveVideo && { liveVideo }),
    ...(recording && { recording }),
    ...(alteredPictureOrVoice && { alteredPictureOrVoice }),
    ...(supporter && { supporter }),
    ...(womanInterpreter && { womanInterpreter }),
    ...(transferAbroad?.answer === 'limited' && { transferAbroad }),
    ...(inCamera && { inCamera }),
    ...(breakEvery !== undefined && { breakEvery }),
  };
}

/**
 * What of it a session keeps by itself, beside the consent that a pass checks: what was wished, and never why. Limited is kept as
 * a no, since how it is limited is told in words.
 */
export function wishesOf({ scopes, wishes }: ConsentRecord): Pick<Standing, 'wishes'> {
  const { liveVideo, recording, supporter, alteredPictureOrVoice, womanInterpreter } = scopes;
  const kept = [
    ...(wishes.inCamera === 'yes' ? (['in-camera'] as const) : []),
    ...(recording === undefined || recording.answer === 'yes' ? [] : (['no-recording'] as const)),
    // One room shows a picture to all or to nobody: to be seen by some alone is not to be seen.
    ...(liveVideo?.answer === 'limited' ? (['no-picture'] as const) : []),
    ...(supporter?.answer === 'yes' ? (['supporter'] as const) : []),
    ...(alteredPictureOrVoice?.answer === 'yes' ? (['altered'] as const) : []),
    // What limits this wish only they can weigh.
    ...(womanInterpreter === undefined || womanInterpreter.answer === 'no'
      ? []
      : (['woman-interpreter'] as const)),
  ];
  return kept.length === 0 ? {} : { wishes: kept };
}

/**
 * With which agencies of the case what was told may be shared, and for what. What stood until now goes on without a break; what fell
 * begins anew, so that nothing which was shared before is read again by a later yes.
 * @param stood what stood of consent before this record
 */
export function sharedWith(
  { sharing }: Pick<ConsentRecord, 'sharing'>,
  stood: Standing | undefined,
  now: Instant,
): Pick<Standing, 'sharing'> {
  const stands = stood?.state === 'open' && (stood.until === undefined || now < stood.until);
  const before = stands ? (stood.sharing ?? []) : [];
  const version = (stood?.version ?? 0) + 1;
  const named = sharing.flatMap(({ agency, purpose }) => {
    if (agency === undefined) return [];
    const since = before.find((each) => each.agency === agency && each.purpose === purpose)?.since;
    return [{ agency, purpose, since: since ?? version }];
  });
  return named.length === 0 ? {} : { sharing: named };
}
