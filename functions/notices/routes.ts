import type { Context } from '../shared/http/call.ts';
import { capabilityApp } from '../shared/http/mount.ts';
import * as contract from './contract.ts';
import type { DueRules } from './due-rules.ts';
import { noticesOfSession } from './list-notices.ts';
import { previewOfBooking } from './preview-booking.ts';
import { previewOfNotices } from './preview-notices.ts';

/** All only read: what is sent follows from what happens to sessions, never from a request. */
export function noticesApp(context: Context, rules: DueRules) {
  const { app, mount } = capabilityApp('notices', context);
  mount(contract.previewNotices, previewOfNotices);
  mount(contract.previewOfBooking, (call) => previewOfBooking(call, rules));
  mount(contract.listNotices, (call) => noticesOfSession(call, rules));
  return app;
}
