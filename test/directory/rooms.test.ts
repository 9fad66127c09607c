import { beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../functions/directory/port/actor.ts';
import type { Told } from '../support/in-process.ts';
import { directoryOffice, type DirectoryOffice } from './office.ts';

/** Rooms as officers see and keep them, on the store in memory. */

let office: DirectoryOffice;
beforeEach(async () => {
  office = await directoryOffice();
});

const said = ({ status, body }: Told) => [status, body.code];

const room = { label: 'Room 2', city: 'Bangkok', country: 'TH', zone: 'Asia/Bangkok', vetted: true };
const addRoom = (by: Person, more: object = {}) =>
  office.request(by, 'POST', 'rooms', { ...room, atProtectedSite: false, ...more });
const roomsFor = async (by: Person) =>
  ((await office.read(by, 'rooms')).rooms as { roomId: string; label: string; version?: number }[]).map(
    ({ label, version }) => [label, version],
  );

describe('a room', () => {
  it('is added to the agency of whoever adds it, with the hours of its country, and entered sealed', async () => {
    const { roomId } = (await addRoom(office.clerk)).body as { roomId: string };
    expect((await office.read(office.clerk, 'rooms')).rooms).toEqual([
      {
        roomId,
        label: 'Room 2',
        agency: office.clerk.agencyName,
        vetted: true,
        city: 'Bangkok',
        country: 'TH',
        version: 1,
      },
    ]);
    const { version, calendar } = await office.read(office.clerk, `rooms/${roomId}/calendar`);
    expect([version, calendar.zone]).toEqual([expect.any(Number), 'Asia/Bangkok']);
    const entry = (await office.logOf(office.clerk)).at(-1);
    expect(entry).toMatchObject({
      action: 'room.added',
      subject: { kind: 'room', ref: roomId },
      details: { version: 1, vetted: true, atProtectedSite: false },
    });
    expect(Object.keys(entry?.sealed ?? {})).toEqual(['room']);
    expect(JSON.stringify(entry)).not.toContain('Room 2');
  });

  it('is renamed by whoever keeps it, by the version that was read', async () => {
    const { roomId } = (await addRoom(office.clerk)).body as { roomId: string };
    const change = (version: number, label: string, by = office.clerk) =>
      office.request(by, 'POST', `rooms/${roomId}`, { version, label, vetted: false });
    expect(await office.refusalOf(() => change(0, 'Room 3'))).toBe('changed-meanwhile');
    expect(await office.refusalOf(() => change(1, 'Room 3', office.outside))).toBe('not-found');
    expect((await change(1, 'Room 3')).body).toEqual({ version: 2 });
    expect(await roomsFor(office.clerk)).toEqual([['Room 3', 2]]);
    expect((await office.logOf(office.clerk)).at(-1)).toMatchObject({
      action: 'room.changed',
      details: { version: 2, vetted: false },
    });
  });

  it('of a protected site is added, seen and kept by those alone who work at one there', async () => {
    expect(await office.refusalOf(() => addRoom(office.outside, { atProtectedSite: true }))).toBe(
      'not-your-role',
    );
    const told = await addRoom(office.supporter, { atProtectedSite: true, label: 'Quiet room' });
    expect(told.status).toBe(201);
    await addRoom(office.outside, { label: 'Front room' });
    expect(await roomsFor(office.beside)).toEqual([
      ['Front room', 1],
      ['Quiet room', 1],
    ]);
    expect(await roomsFor(office.outside)).toEqual([['Front room', 1]]);
    // Of other agencies’ rooms no version is told, since nobody there changes them.
    expect(await roomsFor(office.clerk)).toEqual([['Front room', undefined]]);
    const path = `rooms/${told.body.roomId as string}/calendar`;
    expect((await office.request(office.beside, 'GET', path)).status).toBe(200);
    expect(said(await office.request(office.outside, 'GET', path))).toEqual([404, 'not-found']);
  });

  it('stands in the list by agency, then by label', async () => {
    for (const label of ['B', 'C', 'A']) await addRoom(office.clerk, { label });
    expect((await roomsFor(office.clerk)).map(([label]) => label)).toEqual(['A', 'B', 'C']);
  });
});
