import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { readStaff } from '../directory/port/actor.ts';
import { lambdaEntry } from '../shared/http/lambda-entry.ts';
import { staffGround } from '../shared/http/staff-ground.ts';
import { readNoticesConfig } from './config.ts';
import { fallDue } from './fall-due.ts';
import { movedDoors } from './followed-records.ts';
import { dueCall, type NoticeGround } from './ground.ts';
import { mend } from './mend.ts';
import { noticesApp } from './routes.ts';
import { schedulerAlarm } from './scheduler-alarm.ts';
import { sesMail } from './ses-mail.ts';
import { takeBack } from './take-back.ts';
import { tellEach } from './tell.ts';

const { sender, mailSet, rules, schedules } = readNoticesConfig(process.env);
const staff = staffGround(readStaff);

const ground: NoticeGround = {
  ...staff,
  mail: sesMail(new SESv2Client(), mailSet),
  alarm: schedulerAlarm(new SchedulerClient(), schedules),
  sender,
  rules,
};

export const handler = lambdaEntry({
  http: noticesApp(staff, rules),
  stream: (records) => tellEach(ground, [...movedDoors(records)]),
  due: (call) => fallDue(ground, dueCall.parse(call)),
  mailNews: (event) => takeBack(ground, event),
  sweep: () => mend(ground),
});
