import type { Context } from '../shared/http/call.ts';
import { capabilityApp } from '../shared/http/mount.ts';
import { knownHolidays } from './port/known-holidays.ts';
import { previewSession } from './preview/contract.ts';
import { preview } from './preview/preview-session.ts';
import { searchSlots as searchContract } from './search/contract.ts';
import { searchSlots } from './search/search-slots.ts';
import { listTaken } from './taken/contract.ts';
import { takenTimes } from './taken/list-taken.ts';

export function availabilityApp(context: Context) {
  const { app, mount } = capabilityApp('availability', context);
  const holidays = knownHolidays();
  mount(searchContract, searchSlots);
  mount(previewSession, (call) => preview(call, holidays));
  mount(listTaken, takenTimes);
  return app;
}
