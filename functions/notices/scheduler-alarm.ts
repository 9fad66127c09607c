import {
  ConflictException,
  CreateScheduleCommand,
  DeleteScheduleCommand,
  ResourceNotFoundException,
  type SchedulerClient,
} from '@aws-sdk/client-scheduler';
import type { Alarm } from './context.ts';

export interface SchedulePlace {
  readonly group: string;
  /** The function that is woken, and the role by which the scheduler may do so. */
  readonly targetArn: string;
  readonly roleArn: string;
}

/** EventBridge Scheduler: one schedule for each instant, in UTC since its own zone data is not ours, gone once it rang. */
export const schedulerAlarm = (
  client: SchedulerClient,
  { group, targetArn, roleArn }: SchedulePlace,
): Alarm => ({
  async set(name, at, call) {
    try {
      await client.send(
        new CreateScheduleCommand({
          Name: name,
          GroupName: group,
          ScheduleExpression: `at(${at.slice(0, 19)})`,
          ScheduleExpressionTimezone: 'UTC',
          FlexibleTimeWindow: { Mode: 'OFF' },
          ActionAfterCompletion: 'DELETE',
          Target: {
            Arn: targetArn,
            RoleArn: roleArn,
            Input: JSON.stringify({ due: call }),
            // What rings an hour late has been looked after by the sweep long since.
            RetryPolicy: { MaximumEventAgeInSeconds: 3600, MaximumRetryAttempts: 10 },
          },
        }),
      );
    } catch (error) {
      if (!(error instanceof ConflictException)) throw error;
    }
  },

  async clear(name) {
    try {
      await client.send(new DeleteScheduleCommand({ Name: name, GroupName: group }));
    } catch (error) {
      if (!(error instanceof ResourceNotFoundException)) throw error;
    }
  },
});
