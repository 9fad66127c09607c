import { CfnOutput, Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

import type { StageSettings } from '../stages.ts';
import { acknowledge } from './acknowledge.ts';
import { alarmOn, type Wake } from './alarm-on.ts';
import type { Worker } from './workers.ts';

interface TaskQueueProps {
  readonly settings: StageSettings;
  readonly worker: Worker;
  readonly wake: Wake;
}

/** How often a task is taken up again before it is set aside; whoever sent it sends another when it is still to be done. */
const mostTimes = 5;

/** The tasks of one worker: encrypted, hidden while somebody has them, set aside with an alarm when they fail again and again. */
export class TaskQueue extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, { settings, worker, wake }: TaskQueueProps) {
    super(scope, id);
    const { name, role } = worker;
    const kept = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: settings.kind !== 'emulator' };
    const dead = new Queue(this, 'SetAside', { ...kept, retentionPeriod: Duration.days(14) });
    acknowledge(dead, {
      SQS3: 'This queue is itself where failed tasks are kept; its alarm wakes somebody.',
    });
    this.queue = new Queue(this, 'Queue', {
      ...kept,
      // A worker that holds a task says so more often; one that died is followed by another after this time.
      visibilityTimeout: Duration.seconds(30),
      retentionPeriod: Duration.days(1),
      deadLetterQueue: { queue: dead, maxReceiveCount: mostTimes },
    });
    const minute = Duration.minutes(1);
    alarmOn(this, 'SetAsideAlarm', {
      metric: dead.metricApproximateNumberOfMessagesVisible({ period: minute, statistic: 'Maximum' }),
      description: role.whenThisFails,
      wake,
    });
    alarmOn(this, 'WaitingAlarm', {
      // All the time, and not at one moment of it: nobody has taken it up.
      metric: this.queue.metricApproximateNumberOfMessagesVisible({
        period: Duration.minutes(3),
        statistic: 'Minimum',
      }),
      description: role.whenThisFails,
      wake,
    });
    new CfnOutput(this, 'Address', { value: this.queue.queueUrl }).overrideLogicalId(
      `Queue${name.charAt(0).toUpperCase()}${name.slice(1)}`,
    );
  }
}
