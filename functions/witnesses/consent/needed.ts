import type { ConsentRecord, NeededOfConsent } from './contract.ts';

/**
 * What those who run a session need of a consent, and nothing else: not with whom somebody shares, not their age or who answers for them, not the language, nor how
 * anything was explained. Named field by field, so that what is added to a record stays with its holder.
 */
export function neededByThoseWhoRunIt({ scopes, wishes }: ConsentRecord): NeededOfConsent {
  const { takePart, liveVideo, recording, alteredPictureOrVoice, supporter, womanInterpreter } = scopes;
  const { inCamera, breakEvery } = wishes;
  return {
    takePart,
    ...(liveVideo && { liveVideo }),
    ...(recording && { recording }),
    ...(alteredPictureOrVoice && { alteredPictureOrVoice }),
    ...(supporter && { supporter }),
    ...(womanInterpreter && { womanInterpreter }),
    ...(inCamera && { inCamera }),
    ...(breakEvery !== undefined && { breakEvery }),
  };
}
