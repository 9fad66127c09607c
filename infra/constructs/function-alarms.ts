import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  TreatMissingData,
  type IAlarmAction,
  type IMetric,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { FilterPattern, MetricFilter, type ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

import type { FunctionRole } from '../../functions/shared/capability-role.ts';

/** What an alarm sets off; nothing on a stage where nobody is on call. */
export type Wake = IAlarmAction | undefined;

interface FunctionAlarmsProps {
  readonly handler: IFunction;
  readonly logGroup: ILogGroup;
  /** Where batches of a stream end that failed for good. */
  readonly failures: IQueue | undefined;
  readonly role: FunctionRole;
  readonly wake: Wake;
}

const minute = Duration.minutes(1);

/**
 * Alarms of one function. Each one's description is the capability's own sentence: whoever is woken at night reads
 * who is hurt, not a metric's name.
 */
export class FunctionAlarms extends Construct {
  readonly #wake: Wake;

  constructor(
    scope: Construct,
    id: string,
    { handler, logGroup, failures, role, wake }: FunctionAlarmsProps,
  ) {
    super(scope, id);
    this.#wake = wake;
    this.#add('Errors', handler.metricErrors({ period: minute }), role.whenThisFails);
    this.#add('Throttles', handler.metricThrottles({ period: minute }), role.whenThisFails);
    if (failures !== undefined) {
      const waiting = failures.metricApproximateNumberOfMessagesVisible({
        period: minute,
        statistic: 'Maximum',
      });
      this.#add('Failures', waiting, role.whenThisFails);
    }
    for (const [event, sentence] of Object.entries(role.alarmsOn ?? {})) {
      const name = event.replaceAll(/[^A-Za-z0-9]/g, '');
      const filter = new MetricFilter(this, `Seen${name}`, {
        logGroup,
        filterPattern: FilterPattern.stringValue('$.event', '=', event),
        metricNamespace: 'saksi',
        metricName: `${handler.node.path}/${event}`,
      });
      this.#add(name, filter.metric({ period: minute, statistic: 'Sum' }), sentence);
    }
  }

  #add(id: string, metric: IMetric, description: string): void {
    const alarm = new Alarm(this, id, {
      metric,
      alarmDescription: description,
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    if (this.#wake !== undefined) alarm.addAlarmAction(this.#wake);
  }
}
