import {
  Alarm,
  ComparisonOperator,
  TreatMissingData,
  type IAlarmAction,
  type IMetric,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';

/** What an alarm sets off; nothing on a stage where nobody is on call. */
export type Wake = IAlarmAction | undefined;

interface AlarmProps {
  readonly metric: IMetric;
  /** Read by whoever is woken. */
  readonly description: string;
  readonly wake: Wake;
}

/** An alarm that a single one of what is counted sets off. */
export function alarmOn(scope: Construct, id: string, { metric, description, wake }: AlarmProps): void {
  const alarm = new Alarm(scope, id, {
    metric,
    alarmDescription: description,
    threshold: 1,
    evaluationPeriods: 1,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  });
  if (wake !== undefined) alarm.addAlarmAction(wake);
}
