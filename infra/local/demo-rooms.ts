import * as directory from '../../functions/directory/contract.ts';
import { usualWorkingTime } from '../../functions/directory/port/working-time-store.ts';
import { countryCode } from '../../functions/shared/values/countries.ts';
import type { Cast } from './demo-cases.ts';
import type { Caller } from './demo-client.ts';
import { courtHours, vientianeHours, weekly, workdays, yangonHours, type Spans } from './demo-hours.ts';

/** The rooms in which the people of the demonstration meet, each entered by an officer of whoever has it. */
export const setDemoRooms = ({ as }: Cast): Promise<unknown> =>
  Promise.all([
    setRooms(as.clerk, bangkokRooms),
    setRooms(as['central-authority'], yangonRooms),
    setRooms(as['support-officer'], protectedRooms),
    setRooms(as['central-authority-lao'], vientianeRooms),
    setRooms(as['support-officer-khmer'], childRooms),
  ]);

interface DemoRoom {
  readonly label: string;
  readonly city: string;
  readonly country: 'TH' | 'MM' | 'LA' | 'KH';
  readonly zone: string;
  readonly vetted: boolean;
  readonly atProtectedSite: boolean;
  readonly spans: Spans;
}

const bangkok = { city: 'Bangkok', country: 'TH', zone: 'Asia/Bangkok', atProtectedSite: false } as const;
const yangon = { city: 'Yangon', country: 'MM', zone: 'Asia/Yangon', atProtectedSite: false } as const;

const bangkokRooms: readonly DemoRoom[] = [
  { ...bangkok, label: 'Video room 1', vetted: true, spans: courtHours },
  { ...bangkok, label: 'Video room 2', vetted: true, spans: courtHours },
];
const yangonRooms: readonly DemoRoom[] = [
  { ...yangon, label: 'Interview room 1', vetted: true, spans: yangonHours },
  { ...yangon, label: 'Interview room 2', vetted: false, spans: yangonHours },
];
const vientianeRooms: readonly DemoRoom[] = [
  {
    label: 'Interview room',
    city: 'Vientiane',
    country: 'LA',
    zone: 'Asia/Vientiane',
    vetted: true,
    atProtectedSite: false,
    spans: vientianeHours,
  },
];
/** Where the witness can be heard without a journey; only the officers there learn where it is. */
const protectedRooms: readonly DemoRoom[] = [
  { ...yangon, label: 'Quiet room', vetted: true, atProtectedSite: true, spans: [['08:30', '17:30']] },
];
/** Where a child is heard. */
const childRooms: readonly DemoRoom[] = [
  {
    label: 'Child-friendly room',
    city: 'Phnom Penh',
    country: 'KH',
    zone: 'Asia/Phnom_Penh',
    vetted: true,
    atProtectedSite: true,
    spans: [['07:30', '17:30']],
  },
];

async function setRooms(as: Caller, wanted: readonly DemoRoom[]): Promise<void> {
  const [{ rooms }, { agency }] = await Promise.all([as(directory.listRooms), as(directory.readMe)]);
  for (const { spans, ...room } of wanted) {
    const known = rooms.find((row) => row.agency === agency.name && row.label === room.label);
    const roomId = known?.roomId ?? (await as(directory.addRoom, { body: room })).roomId;
    const params = { roomId };
    const { version } = await as(directory.readRoomWorkingTime, { params });
    // The usual hours are stored with the room, as its first version.
    if (version > 1) continue;
    const calendar = {
      ...usualWorkingTime(room.zone, countryCode.parse(room.country)),
      weekly: weekly(workdays, spans),
      bufferBefore: 15,
      bufferAfter: 15,
    };
    await as(directory.setRoomWorkingTime, { params, body: { version, calendar } });
  }
}
