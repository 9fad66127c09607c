import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { readings } from '../custody/port/enter-reading.ts';
import { readStaff } from '../directory/port/actor.ts';
import { readGuest } from '../rooms/port/guest.ts';
import { lambdaEntry } from '../shared/http/lambda-entry.ts';
import { staffContext } from '../shared/http/staff-context.ts';
import { counted } from '../shared/spent.ts';
import { goOn, goOnWith } from './alarm/go-on.ts';
import { nextStep, type HelpContext } from './context.ts';
import { openedIn } from './followed-records.ts';
import { ownQueue } from './own-queue.ts';
import { repair } from './repair.ts';
import { helpApp } from './routes.ts';
import { snsTexts } from './sns-texts.ts';

/** The function that answers whoever presses has no queue and sends nothing. */
const { SOON_QUEUE_URL, SITE_ORIGIN } = z
  .object({ SOON_QUEUE_URL: z.string().default(''), SITE_ORIGIN: z.string().min(1) })
  .parse(process.env);

const staff = staffContext(readStaff, readings);

const context: HelpContext = {
  ...staff,
  authenticate: async (request) =>
    (await staff.authenticate(request)) ?? readGuest(staff.store, request, staff.now()),
  texts: snsTexts(counted(new SNSClient())),
  wakeMe: ownQueue(counted(new SQSClient()), SOON_QUEUE_URL),
  frontAddress: SITE_ORIGIN,
};

export const handler = lambdaEntry({
  http: helpApp(context),
  stream: async (records) => {
    for (const name of openedIn(records)) await goOn(context, name);
  },
  soon: (call) => goOnWith(context, nextStep.parse(call)),
  sweep: () => repair(context),
});
