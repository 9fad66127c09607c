import { randomBytes } from 'node:crypto';
import {
  CreateScheduleCommand,
  GetScheduleCommand,
  ListSchedulesCommand,
  ResourceNotFoundException,
  SchedulerClient,
  type GetScheduleCommandOutput,
  type ScheduleSummary,
} from '@aws-sdk/client-scheduler';
import { newId } from '../../functions/shared/values/ids.ts';
import type { DeployedStack } from '../../infra/local/deployed-stack.ts';
import { send } from '../support/http.ts';
import { expectDone, type Interview } from '../support/interview.ts';
import { addressOf, mailsTo, type Taken } from './mailbox.ts';
import { until } from '../support/until.ts';

/** What people were told on a deployed stack, and the alarms that are set there. */

export interface Row {
  readonly seat: string;
  readonly kind: string;
  readonly state: string;
  readonly text: string;
}

type Whose = Pick<Interview, 'api' | 'sessionId' | 'tokens'>;

export const listOf = async (
  { api, sessionId, tokens }: Whose,
  token = tokens.clerk,
): Promise<readonly Row[]> => {
  const answer = await send(api, 'GET', `/api/notices?sessionId=${sessionId}`, { token });
  return expectDone(answer).body.notices as Row[];
};

export const sent = async (interview: Whose, kind: string): Promise<string[]> =>
  (await listOf(interview))
    .filter((row) => row.kind === kind && row.state === 'sent')
    .map(({ seat }) => seat)
    .toSorted();

export const schedulerOf = ({ emulatorUrl, region, credentials }: DeployedStack): SchedulerClient =>
  new SchedulerClient({ endpoint: emulatorUrl, region, credentials });

/** Everybody's mail about one interview; its people have no other, but what says that something waits for them. */
export async function mailOf(stack: DeployedStack, { ids }: Pick<Interview, 'ids'>): Promise<Taken[]> {
  const people = [
    ids.prosecutor,
    ids.clerk,
    ids['support-officer'],
    ids['attending-officer'],
    ids.interpreter,
  ];
  const mails = await mailsTo(stack, await Promise.all(people.map((personId) => addressOf(stack, personId))));
  return mails.filter(({ text }) => !text.includes('waits for something that you see to'));
}

/** Every alarm of a session, whole. */
export async function schedulesOf(
  scheduler: SchedulerClient,
  { sessionId }: Pick<Interview, 'sessionId'>,
): Promise<GetScheduleCommandOutput[]> {
  const { Schedules = [] } = await scheduler.send(new ListSchedulesCommand({ NamePrefix: sessionId }));
  const own = Schedules.filter(({ Name = '' }) => Name.startsWith(sessionId));
  const found = await Promise.all(own.map((each) => scheduleOf(scheduler, each)));
  return found.filter((alarm) => alarm !== undefined);
}

/** An alarm whole; nothing where it was taken back, or rang, since it was listed. */
async function scheduleOf(
  scheduler: SchedulerClient,
  { Name, GroupName }: ScheduleSummary,
): Promise<GetScheduleCommandOutput | undefined> {
  try {
    return await scheduler.send(new GetScheduleCommand({ Name, GroupName }));
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

/** The kinds of alarm that are set for a session. */
export async function alarmsOf(
  scheduler: SchedulerClient,
  { sessionId }: Pick<Interview, 'sessionId'>,
): Promise<string[]> {
  const { Schedules = [] } = await scheduler.send(new ListSchedulesCommand({ NamePrefix: sessionId }));
  return (
    Schedules.map(({ Name = '' }) => Name)
      .filter((name) => name.startsWith(sessionId))
      .map((name) => name.slice(sessionId.length + 1).replace(/-[0-9a-f]{16}$/, ''))
      // Those that chase whoever's turn it is have their own tests.
      .filter((kind) => kind !== 'gate-missing')
      .toSorted()
  );
}

/**
 * Has the scheduler wake the deployed function with this, in the role that wakes it otherwise, and waits until it has: the
 * emulator rings within ten seconds, and what it woke is done within three more.
 * @param like an alarm of the function
 */
export async function wake(
  scheduler: SchedulerClient,
  { GroupName, Target }: GetScheduleCommandOutput,
  input: string,
): Promise<void> {
  const Name = `test-${newId(randomBytes)}`;
  await scheduler.send(
    new CreateScheduleCommand({
      Name,
      GroupName,
      ScheduleExpression: `at(${new Date(Date.now() + 1000).toISOString().slice(0, 19)})`,
      ScheduleExpressionTimezone: 'UTC',
      FlexibleTimeWindow: { Mode: 'OFF' },
      ActionAfterCompletion: 'DELETE',
      Target: { Arn: Target?.Arn, RoleArn: Target?.RoleArn, Input: input },
    }),
  );
  const isThere = async () => {
    try {
      await scheduler.send(new GetScheduleCommand({ Name, GroupName }));
      return true;
    } catch (error) {
      if (error instanceof ResourceNotFoundException) return false;
      throw error;
    }
  };
  await until(isThere, (there) => !there, 30);
  await new Promise((resolve) => setTimeout(resolve, 3000));
}
