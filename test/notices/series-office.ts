import ICAL from 'ical.js';
import { expect } from 'vitest';
import { syncEach } from '../../functions/notices/sync-series.ts';
import { parseSession, sessionKey } from '../../functions/sessions/store.ts';
import type { Store } from '../../functions/shared/store/store.ts';
import { witnessesApp } from '../../functions/witnesses/routes.ts';
import { follow } from '../support/followed.ts';
import { actorOf, ask, contextOver, type Told } from '../support/in-process.ts';
import { entriesIn } from '../support/log-entries.ts';
import { now } from '../support/prepared-case.ts';
import { booked, newNoticeOffice } from './office.ts';

/** An office with three sessions a week apart, of which everybody was told, and which were linked then. */
export async function newSeriesOffice() {
  const office = await newNoticeOffice();
  const { prepared, store, post, addressOf } = office;
  const ids: string[] = [];
  for (const local of ['2027-03-02T09:00', '2027-03-09T09:00', '2027-03-16T09:00'])
    ids.push(await booked(office, local));
  const does = (what: string, body: object, app = prepared.app, key?: string): Promise<Told> =>
    ask(
      app,
      actorOf(prepared.people.prosecutor),
      'POST',
      `/api/sessions/${ids[0] ?? ''}/series${what}`,
      body,
      key,
    );
  for (const other of ids.slice(1)) await does('', { with: other });
  post.sent.length = 0;
  post.turns.length = 0;
  const series = parseSession((await store.get([sessionKey(ids[0] ?? '')]))[0]).series ?? '';
  return {
    ...office,
    ids,
    series,
    does,
    /** What the stream brings: first the doors as they moved, then that it is done. */
    async streamed(over: Store = store) {
      await syncEach(office.over(over), ids);
      await syncEach(office.over(over), [], [series]);
    },
    /** What is said of the witness, and the doors after it, as the stream takes them. */
    async say(road: string, body: object) {
      const path = `/api/witnesses/${prepared.caseId}/${prepared.witness}/${road}`;
      const by = actorOf(prepared.people['support-officer']);
      const told = await ask(witnessesApp(contextOver(store, now)), by, 'POST', path, body);
      expect(told.status, JSON.stringify(told.body)).toBe(201);
      await follow(store, prepared);
    },
    mailsTo: (personId: string) => post.sent.filter(({ to }) => to === addressOf(personId)),
    /** What stands in each session's log of messages of one kind. */
    logged: (kind: string) =>
      Promise.all(
        ids.map(async (id) =>
          (await entriesIn(store, id)).filter(
            ({ action, details }) => action === 'notice.sent' && (details as { kind: string }).kind === kind,
          ),
        ),
      ),
  };
}
export type SeriesOffice = Awaited<ReturnType<typeof newSeriesOffice>>;

/** The events of the file that is attached to a mail. */
export function eventsIn({ mime }: { readonly mime: string } = { mime: '' }) {
  const body = /application\/ics[^]*?\r\n\r\n([A-Za-z0-9+/=\r\n]+?)\r\n--/.exec(mime)?.[1] ?? '';
  const file = Buffer.from(body, 'base64').toString('utf8');
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
  const events = calendar.getAllSubcomponents('vevent').map((event) => ({
    uid: String(event.getFirstPropertyValue('uid')),
    sequence: Number(event.getFirstPropertyValue('sequence')),
    status: String(event.getFirstPropertyValue('status')),
    start: (event.getFirstPropertyValue('dtstart') as ICAL.Time).toJSDate().toISOString(),
    named: event.getAllProperties('attendee').length,
  }));
  return { method: String(calendar.getFirstPropertyValue('method')), events };
}
