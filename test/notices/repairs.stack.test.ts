import { DeleteScheduleCommand } from '@aws-sdk/client-scheduler';
import { describe, expect, test } from 'vitest';
import { noticePrefix, noticesOf, parseNotice, parsePlan, planKey } from '../../functions/notices/store.ts';
import { syncSoon } from '../../functions/notices/port/sync-soon.ts';
import { send } from '../support/http.ts';
import { bangkokIn, bookInterview, expectDone, type Interview } from '../support/interview.ts';
import { storeOf } from '../support/office.ts';
import { entriesOf } from '../support/session-log.ts';
import { deployedStack } from '../support/stack.ts';
import { addressOf } from './mailbox.ts';
import { until } from '../support/until.ts';
import { alarmsOf, listOf, mailOf, schedulerOf, schedulesOf, sent, wake } from './on-stack.ts';

/** What rings, what comes back, what rings too late, and what was lost, on the deployed stack. */

const stack = deployedStack();
const scheduler = schedulerOf(stack);
const store = storeOf(stack);

const seats = ['clerk', 'interpreter', 'prosecutor', 'support-officer', 'witness'];
const day = 24 * 60;

/** An interview that everybody was told of, with its alarms set. */
async function toldInterview(startsIn: number): Promise<Interview> {
  const interview = await bookInterview(stack, startsIn);
  await until(
    () => sent(interview, 'confirmation'),
    (found) => found.length === seats.length,
  );
  await until(
    () => alarmKinds(interview),
    (found) => found.includes('reminder'),
  );
  return interview;
}

const alarmKinds = async (interview: Interview): Promise<string[]> =>
  (await schedulesOf(scheduler, interview)).map(({ Target }) => dueIn(Target?.Input).kind);

const dueIn = (input = ''): { readonly kind: string; readonly at: string } =>
  (JSON.parse(input) as { due: { due: { kind: string; at: string } } }).due.due;

async function anyAlarm(interview: Interview) {
  const [alarm] = await schedulesOf(scheduler, interview);
  if (alarm === undefined) throw new Error('There is no alarm.');
  return alarm;
}

const messagesOf = async ({ sessionId }: Interview) =>
  (await store.query('notices', noticesOf(sessionId), { prefix: noticePrefix })).map(parseNotice);

// Each waits for alarms to ring, so at the same time.
describe.concurrent('on the deployed stack', () => {
  test(
    'is reminded of when its alarm rings, once for each seat, and the alarm is gone',
    { timeout: 150_000 },
    async () => {
      // The reminder is due an hour before, which is within the next 66 seconds; the emulator rings up to 10 s late.
      const interview = await bookInterview(stack, 60.1);
      await until(
        () => sent(interview, 'confirmation'),
        (found) => found.length === seats.length,
      );
      expect(await alarmsOf(scheduler, interview)).toContain('reminder');
      const reminded = await until(
        () => sent(interview, 'reminder'),
        (found) => found.length > 0,
        100,
      );
      expect(reminded).toEqual(seats);
      const mails = (await mailOf(stack, interview)).filter(({ subject }) => subject.startsWith('Reminder'));
      expect(mails).toHaveLength(seats.length);
      expect((await alarmsOf(scheduler, interview)).filter((kind) => kind === 'reminder')).toEqual([]);
      const logged = (await entriesOf(stack, interview.sessionId)).filter(
        ({ action, details }) => action === 'notice.sent' && details['kind'] === 'reminder',
      );
      expect(logged).toHaveLength(seats.length);
    },
  );

  // The emulator keeps what a mail service is to tell and to whom, and tells nobody; so the function is handed the event.
  test(
    'a message that came back is shown as such to everybody of the case, and stands in the log',
    { timeout: 120_000 },
    async () => {
      const interview = await toldInterview(30 * day);
      const { sessionId, ids, tokens } = interview;
      const notice = (await messagesOf(interview)).find(
        ({ seat, kind }) => seat === 'clerk' && kind === 'confirmation',
      );
      if (notice === undefined) throw new Error('The clerk was told nothing.');
      const address = await addressOf(stack, ids.clerk);
      const news = JSON.stringify(bounced(address, sessionId, notice.noticeId));
      const alarm = await anyAlarm(interview);
      // It may be brought more than once.
      await Promise.all([wake(scheduler, alarm, news), wake(scheduler, alarm, news)]);
      const clerks = async (token: string) =>
        (await listOf(interview, token)).find(
          ({ seat, kind }) => seat === 'clerk' && kind === 'confirmation',
        );
      await until(
        () => clerks(tokens.clerk),
        (row) => row?.state === 'returned',
        40,
      );
      for (const role of ['prosecutor', 'support-officer', 'auditor'] as const)
        expect((await clerks(tokens[role]))?.state, role).toBe('returned');
      expect(await sent(interview, 'confirmation')).toEqual(seats.filter((seat) => seat !== 'clerk'));
      const entries = async () =>
        (await entriesOf(stack, sessionId)).filter(({ action }) => action === 'notice.returned');
      expect((await entries()).map(({ details, actor }) => [details, actor])).toEqual([
        [
          { kind: 'confirmation', seat: 'clerk', pseudonym: notice.pseudonym, reason: 'bounce' },
          { system: 'notices' },
        ],
      ]);
      expect(JSON.stringify(await entries())).not.toContain('@');
    },
  );

  test(
    'an alarm of a time that holds no more rings, and nobody is written to',
    { timeout: 120_000 },
    async () => {
      const interview = await toldInterview(5 * day);
      const { api, sessionId, tokens } = interview;
      const reminder = async () =>
        (await schedulesOf(scheduler, interview)).find(
          ({ Target }) => dueIn(Target?.Input).kind === 'reminder',
        );
      const stale = await reminder();
      if (stale?.Target?.Input === undefined) throw new Error('There is no reminder.');
      const local = bangkokIn(8 * day);
      expectDone(
        await send(api, 'POST', `/api/sessions/${sessionId}/move`, {
          token: tokens.prosecutor,
          body: { days: [{ local }], zone: 'Asia/Bangkok' },
        }),
      );
      await until(
        () => sent(interview, 'change'),
        (found) => found.length === seats.length,
      );
      // All alarms of the time before are gone, and others are there.
      const fresh = await until(reminder, (found) => found !== undefined && found.Name !== stale.Name);
      await until(
        async () => (await schedulesOf(scheduler, interview)).map(({ Name }) => Name),
        (names) => !names.includes(stale.Name),
      );
      // One that was too late to be taken back: it rings first, and the right one after it.
      await wake(scheduler, stale, stale.Target.Input);
      expect(await sent(interview, 'reminder')).toEqual([]);
      await wake(scheduler, stale, fresh?.Target?.Input ?? '');
      await until(
        () => sent(interview, 'reminder'),
        (found) => found.length > 0,
        40,
      );
      expect(await sent(interview, 'reminder')).toEqual(seats);
      const start = new Date(`${local}:00+07:00`).toISOString();
      const reminded = (await messagesOf(interview)).filter(({ kind }) => kind === 'reminder');
      expect(new Set(reminded.map(({ span }) => span.start))).toEqual(new Set([start]));
    },
  );

  test(
    'an alarm that was lost is set again by the sweep, which looks at each session once a day',
    { timeout: 120_000 },
    async () => {
      const interview = await toldInterview(30 * day);
      const { sessionId } = interview;
      const settled = async () => parsePlan((await store.get([planKey(sessionId)]))[0], sessionId);
      const { lookAt = '' } = await until(settled, ({ schedules }) => schedules.length > 0);
      expect(Date.parse(lookAt) - Date.now()).toBeLessThanOrEqual(24 * 3_600_000);
      const before = await schedulesOf(scheduler, interview);
      const named = (some: readonly { readonly Name?: string | undefined }[]) =>
        some.map(({ Name = '' }) => Name).toSorted();
      const lost = before.filter(({ Target }) => dueIn(Target?.Input).kind === 'reminder').slice(0, 2);
      expect(lost).toHaveLength(2);
      for (const { Name, GroupName } of lost)
        await scheduler.send(new DeleteScheduleCommand({ Name, GroupName }));
      expect(named(await schedulesOf(scheduler, interview))).toHaveLength(before.length - lost.length);
      // The hour of its look has come.
      await store.write([syncSoon(sessionId, new Date())]);
      await wake(
        scheduler,
        before[0] ?? (await anyAlarm(interview)),
        JSON.stringify({ source: 'aws.events', 'detail-type': 'Scheduled Event', detail: {} }),
      );
      const after = await until(
        () => schedulesOf(scheduler, interview),
        (found) => found.length === before.length,
        40,
      );
      expect(named(after)).toEqual(named(before));
      const of = (some: typeof before) =>
        some.map(({ ScheduleExpression, Target }) => `${ScheduleExpression} ${Target?.Input}`).toSorted();
      expect(of(after)).toEqual(of(before));
      // Nobody was written to once more.
      expect(await sent(interview, 'confirmation')).toEqual(seats);
    },
  );
});

/** What Amazon SES tells by EventBridge of a message that came back, in its own shape. */
const bounced = (address: string, session: string, notice: string) => ({
  version: '0',
  id: '6a7e8feb-b491-4cf7-a9f1-bf3703467718',
  'detail-type': 'Email Bounced',
  source: 'aws.ses',
  account: '111122223333',
  time: '2026-11-24T12:00:00Z',
  region: 'us-east-1',
  resources: ['arn:aws:ses:us-east-1:111122223333:configuration-set/set'],
  detail: {
    eventType: 'Bounce',
    bounce: {
      feedbackId: '0100017d7bdc7ea1-0a1b2c3d-000000',
      bounceType: 'Permanent',
      bounceSubType: 'General',
      bouncedRecipients: [
        {
          emailAddress: address,
          action: 'failed',
          status: '5.1.1',
          diagnosticCode: 'smtp; 550 5.1.1 user unknown',
        },
      ],
      timestamp: '2026-11-24T12:00:00.000Z',
      reportingMTA: 'dns; e2i.smtp-out.us-east-1.amazonses.com',
    },
    mail: {
      timestamp: '2026-11-24T11:59:58.000Z',
      source: 'appointments@saksi.localhost',
      sourceArn: 'arn:aws:ses:us-east-1:111122223333:identity/saksi.localhost',
      sendingAccountId: '111122223333',
      messageId: '0100017d7bdc7b2d-0a1b2c3d-000000',
      destination: [address],
      headersTruncated: false,
      headers: [{ name: 'To', value: address }],
      commonHeaders: { from: ['appointments@saksi.localhost'], to: [address], subject: 'Appointment' },
      tags: {
        'ses:operation': ['SendEmail'],
        'ses:configuration-set': ['set'],
        'ses:source-ip': ['192.0.2.1'],
        'ses:from-domain': ['saksi.localhost'],
        'ses:caller-identity': ['saksi-notices'],
        session: [session],
        notice: [notice],
      },
    },
  },
});
