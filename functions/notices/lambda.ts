import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { readings } from '../custody/port/enter-reading.ts';
import { readStaff } from '../directory/port/actor.ts';
import { lambdaEntry } from '../shared/http/lambda-entry.ts';
import { staffContext } from '../shared/http/staff-context.ts';
import { counted } from '../shared/spent.ts';
import { readNoticesConfig } from './config.ts';
import { fallDue } from './fall-due.ts';
import { changedSeries, movedDoors } from './followed-records.ts';
import { dueCall, type NoticeContext } from './context.ts';
import { repair } from './repair.ts';
import { noticesApp } from './routes.ts';
import { schedulerAlarm } from './scheduler-alarm.ts';
import { sesMail } from './ses-mail.ts';
import { handleBounce } from './handle-bounce.ts';
import { syncEach } from './sync-series.ts';

const { sender, mailSet, rules, schedules } = readNoticesConfig(process.env);
const staff = staffContext(readStaff, readings);

const context: NoticeContext = {
  ...staff,
  mail: sesMail(counted(new SESv2Client()), mailSet),
  alarm: schedulerAlarm(counted(new SchedulerClient()), schedules),
  sender,
  rules,
};

export const handler = lambdaEntry({
  http: noticesApp(staff, rules),
  stream: (records) => syncEach(context, [...movedDoors(records)], [...changedSeries(records)]),
  due: (call) => fallDue(context, dueCall.parse(call)),
  mailNews: (event) => handleBounce(context, event),
  sweep: () => repair(context),
});
