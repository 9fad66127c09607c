import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { expect } from 'vitest';
import { calendarFile, type CalendarEntry } from '../../functions/notices/calendar-file.ts';
import { parseInstant } from '../../functions/shared/values/instants.ts';

export const at = parseInstant;

export const plain: CalendarEntry = {
  method: 'request',
  uid: 'abcdefghijklmnopqrstuvwxyz012345@example.org',
  sequence: 0,
  stamp: at('2026-03-20T00:00:00Z'),
  start: at('2026-04-09T02:30:00Z'),
  end: at('2026-04-09T04:30:00Z'),
  busy: true,
  summary: 'Appointment',
  description: 'Time: 12:30',
  organiser: { name: 'Appointments', address: 'appointments@example.org' },
  attendee: 'reader@example.org',
};

/** What every reader must make of a file. */
export interface ReadBack {
  readonly method: string;
  readonly events: number;
  /** Names of the properties of the event, sorted. */
  readonly properties: readonly string[];
  readonly uid: string;
  readonly sequence: number;
  readonly stamp: string;
  readonly start: string;
  readonly end: string;
  readonly summary: string;
  readonly description: string;
  readonly status: string;
  readonly transparency: string;
  readonly organiser: string;
  readonly organiserName: string;
  readonly attendee: string;
}

export const wanted = (entry: CalendarEntry): ReadBack => ({
  method: entry.method.toUpperCase(),
  events: 1,
  properties: [
    'attendee',
    'class',
    'description',
    'dtend',
    'dtstamp',
    'dtstart',
    'organizer',
    'sequence',
    'status',
    'summary',
    'transp',
    'uid',
  ],
  uid: entry.uid,
  sequence: entry.sequence,
  stamp: entry.stamp,
  start: entry.start,
  end: entry.end,
  summary: entry.summary,
  description: entry.description,
  status: entry.method === 'cancel' ? 'CANCELLED' : 'CONFIRMED',
  transparency: entry.busy ? 'OPAQUE' : 'TRANSPARENT',
  organiser: `mailto:${entry.organiser.address}`,
  organiserName: entry.organiser.name,
  attendee: `mailto:${entry.attendee}`,
});

export const mailto = (value: unknown): string => String(value).replace(/^MAILTO:/, 'mailto:');

export function readByIcalJs(file: string): ReadBack {
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
  const events = calendar.getAllSubcomponents('vevent');
  const [event] = events;
  if (event === undefined) throw new Error('No event.');
  const value = (name: string): unknown => event.getFirstPropertyValue(name);
  const instant = (name: string) => (value(name) as ICAL.Time).toJSDate().toISOString();
  return {
    method: String(calendar.getFirstPropertyValue('method')),
    events: events.length,
    properties: event
      .getAllProperties()
      .map(({ name }) => name)
      .toSorted(),
    uid: String(value('uid')),
    sequence: Number(value('sequence')),
    stamp: instant('dtstamp'),
    start: instant('dtstart'),
    end: instant('dtend'),
    summary: String(value('summary')),
    description: String(value('description')),
    status: String(value('status')),
    transparency: String(value('transp')),
    organiser: mailto(value('organizer')),
    organiserName: String(event.getFirstProperty('organizer')?.getFirstParameter('cn')),
    attendee: mailto(value('attendee')),
  };
}

/** In Python, so that a third hand reads it; prints the same fields. */
export const reader = `
import json, sys
from icalendar import Calendar
def read(text):
    calendar = Calendar.from_ical(text)
    events = [c for c in calendar.walk() if c.name == 'VEVENT']
    event = events[0]
    at = lambda name: event[name].dt.strftime('%Y-%m-%dT%H:%M:%S.000Z') if event[name].dt.utcoffset().total_seconds() == 0 else 'not in UTC'
    mail = lambda name: 'mailto:' + str(event[name])[len('mailto:'):]
    return {
        'method': str(calendar['METHOD']), 'events': len(events),
        'properties': sorted(name.lower() for name in event.keys()),
        'uid': str(event['UID']), 'sequence': int(event['SEQUENCE']),
        'stamp': at('DTSTAMP'), 'start': at('DTSTART'), 'end': at('DTEND'),
        'summary': str(event['SUMMARY']), 'description': str(event['DESCRIPTION']),
        'status': str(event['STATUS']), 'transparency': str(event['TRANSP']), 'organiser': mail('ORGANIZER'),
        'organiserName': str(event['ORGANIZER'].params['CN']), 'attendee': mail('ATTENDEE'),
    }
json.dump([read(text) for text in json.load(sys.stdin)], sys.stdout)
`;

export function expectNodeIcal(entry: CalendarEntry): void {
  const read = Object.values(nodeIcal.sync.parseICS(calendarFile(entry)));
  const events = read.filter((each) => each?.type === 'VEVENT');
  expect(events).toHaveLength(1);
  const [event] = events;
  expect({
    uid: event?.uid,
    start: event?.start.toISOString(),
    end: event?.end?.toISOString(),
    summary: textOf(event?.summary),
    description: textOf(event?.description),
    organiserName: namedIn(event?.organizer),
    sequence: Number(event?.sequence),
    status: event?.status,
  }).toEqual({
    uid: entry.uid,
    start: entry.start,
    end: entry.end,
    summary: entry.summary.trim(),
    description: entry.description,
    organiserName: entry.organiser.name,
    sequence: entry.sequence,
    status: wanted(entry).status,
  });
}

/** The reader leaves the quotes around the value of a parameter. */
export const namedIn = (organiser: unknown): string | undefined =>
  (organiser as { params?: { CN?: string } } | undefined)?.params?.CN?.replace(/^"(.*)"$/, '$1');

export const textOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'val' in value ? value.val : value;
