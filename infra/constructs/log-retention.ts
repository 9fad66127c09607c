import { RetentionDays } from 'aws-cdk-lib/aws-logs';

import type { StageSettings } from '../stages.ts';

/** CloudWatch's own value for the stage's `logDays`. */
export function logRetention({ logDays }: StageSettings): RetentionDays {
  const values = {
    1: RetentionDays.ONE_DAY,
    7: RetentionDays.ONE_WEEK,
    90: RetentionDays.THREE_MONTHS,
    365: RetentionDays.ONE_YEAR,
    3653: RetentionDays.TEN_YEARS,
  } as const;
  return values[logDays];
}
