import { Duration } from 'aws-cdk-lib';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { FilterPattern, MetricFilter, type IFilterPattern, type ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

import type { CapabilityRole } from '../../functions/shared/capability-role.ts';
import type { LogEvents } from '../../functions/shared/log.ts';
import { alarmOn, type Wake } from './alarm-on.ts';

interface FunctionAlarmsProps {
  readonly handler: IFunction;
  readonly logGroup: ILogGroup;
  /** Where batches of a stream end that failed for good. */
  readonly failures: IQueue | undefined;
  readonly role: Omit<CapabilityRole, 'functions'>;
  readonly wake: Wake;
}

const minute = Duration.minutes(1);

const isEvent = (event: keyof LogEvents) => FilterPattern.stringValue('$.event', '=', event);

/** Lines of the log of which one wakes somebody: a name, how the line is known, and the sentence that is read. */
function watched({
  whenThisFails,
  alarmsOn = {},
  sweepEveryMinutes,
}: Omit<CapabilityRole, 'functions'>): readonly (readonly [string, IFilterPattern, string])[] {
  return [
    // A fault is answered, so to Lambda it is a success; and so is an answer that says we were too busy.
    ['requestfault', isEvent('request.fault'), whenThisFails],
    [
      'answered5xx',
      FilterPattern.all(isEvent('request.done'), FilterPattern.numberValue('$.status', '>=', 500)),
      whenThisFails,
    ],
    ...(sweepEveryMinutes === undefined
      ? []
      : [['sweepfailed', isEvent('sweep.failed'), whenThisFails] as const]),
    ...Object.entries(alarmsOn).map(
      ([event, sentence]) =>
        [event.replaceAll(/[^A-Za-z0-9]/g, ''), isEvent(event as keyof LogEvents), sentence] as const,
    ),
  ];
}

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
    const { whenThisFails } = role;
    this.#add('Errors', handler.metricErrors({ period: minute }), whenThisFails);
    this.#add('Throttles', handler.metricThrottles({ period: minute }), whenThisFails);
    if (failures !== undefined) {
      const waiting = failures.metricApproximateNumberOfMessagesVisible({
        period: minute,
        statistic: 'Maximum',
      });
      this.#add('Failures', waiting, whenThisFails);
    }
    for (const [name, pattern, sentence] of watched(role)) {
      const filter = new MetricFilter(this, `Seen${name}`, {
        logGroup,
        filterPattern: pattern,
        metricNamespace: 'saksi',
        metricName: `${handler.node.path}/${name}`,
      });
      this.#add(name, filter.metric({ period: minute, statistic: 'Sum' }), sentence);
    }
  }

  #add(id: string, metric: IMetric, description: string): void {
    alarmOn(this, id, { metric, description, wake: this.#wake });
  }
}
