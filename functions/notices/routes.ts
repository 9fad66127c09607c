import { capabilityApp, type Ground } from '../shared/http/mount.ts';
import { listNotices, previewNotices } from './contract.ts';
import type { DueRules } from './due-rules.ts';
import { noticesOfSession } from './list-notices.ts';
import { previewOfNotices } from './preview-notices.ts';

/** Both only read: what is sent follows from what happens to sessions, never from a request. */
export function noticesApp(ground: Ground, rules: DueRules) {
  const { app, mount } = capabilityApp('notices', ground);
  mount(previewNotices, previewOfNotices);
  mount(listNotices, (call) => noticesOfSession(call, rules));
  return app;
}
