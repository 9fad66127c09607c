import { CliCredentialsStackSynthesizer, type StackProps } from 'aws-cdk-lib';

import type { StageSettings } from '../stages.ts';

/** What every stack of a stage shares. */
export function stackProps({ kind, region }: StageSettings): StackProps {
  const env = { region };
  if (kind !== 'emulator') return { env };
  // The emulator enforces IAM and knows nothing of the roles that a bootstrap makes for publishing. The library's
  // classes and interfaces do not agree under exactOptionalPropertyTypes; hence the cast, here and elsewhere.
  return {
    env,
    synthesizer: new CliCredentialsStackSynthesizer() as unknown as NonNullable<StackProps['synthesizer']>,
  };
}
