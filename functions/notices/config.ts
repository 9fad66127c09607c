import * as z from 'zod';
import { dueRules, type DueRules } from './due-rules.ts';
import type { Sender } from './written-mail.ts';
import type { SchedulePlace } from './scheduler-alarm.ts';

/** What the environment tells this function beside what it tells all of them. */
export interface NoticesConfig {
  readonly sender: Sender;
  /** Name of the configuration set of the mail service. */
  readonly mailSet: string;
  readonly rules: DueRules;
  readonly schedules: SchedulePlace;
}

const environment = z.object({
  MAIL_FROM: z.email(),
  MAIL_SET: z.string().min(1),
  DUE_RULES: z.string().transform((text) => dueRules.parse(JSON.parse(text))),
  SCHEDULE_GROUP: z.string().min(1),
  SCHEDULE_ROLE_ARN: z.string().min(1),
  FUNCTIONS_ARN: z.string().endsWith(':function:'),
  AWS_LAMBDA_FUNCTION_NAME: z.string().min(1),
});

/** @throws at the start, with the name of what is missing */
export function readNoticesConfig(env: Readonly<Record<string, string | undefined>>): NoticesConfig {
  const known = environment.parse(env);
  return {
    sender: { address: known.MAIL_FROM },
    mailSet: known.MAIL_SET,
    rules: known.DUE_RULES,
    schedules: {
      group: known.SCHEDULE_GROUP,
      roleArn: known.SCHEDULE_ROLE_ARN,
      // A function cannot be told its own name by the template that makes it; Lambda tells it.
      targetArn: `${known.FUNCTIONS_ARN}${known.AWS_LAMBDA_FUNCTION_NAME}`,
    },
  };
}
