import { describe, expect, test } from 'vitest';
import { openCopy } from './copy.ts';
import { agency, as, firstCase, person, place } from './who-is-who.ts';

describe('people of November 2026', () => {
  test('sign in as who they are, and whoever was disabled does not', async () => {
    const { get } = openCopy();
    expect((await get(as.clerk, 'directory/me')).body).toEqual({
      personId: person.clerk,
      role: 'clerk',
      label: 'Clerk of the court',
      agency: { agencyId: agency.court, name: 'Court of the demonstration', country: 'TH' },
      language: 'th',
      zone: 'Asia/Bangkok',
    });
    expect((await get(as.gone, 'directory/me')).status).toBe(401);
  });

  test('can be chosen by their role, with languages and zones as they were set last', async () => {
    const { get } = openCopy();
    const { body } = await get(as.clerk, 'directory/people?role=interpreter');
    const rows = (body.people as { personId: string; zone: string; languages: string[] }[]).map(
      ({ personId, zone, languages }) => `${personId} ${zone} ${languages.join()}`,
    );
    expect(rows.toSorted()).toEqual([
      `${person.secondInterpreter} Australia/Melbourne my,shn,th`,
      `${person.interpreter} Australia/Sydney my,th`,
      `${person.thirdInterpreter} Asia/Phnom_Penh my,th`,
    ]);
    const clerks = (await get(as.prosecutor, 'directory/people?role=clerk')).body.people as {
      personId: string;
    }[];
    expect(clerks.map(({ personId }) => personId).toSorted()).toEqual([person.secondClerk, person.clerk]);
  });

  test('are kept by those who kept them', async () => {
    const { body } = await openCopy().get(as.clerk, 'directory/kept');
    const agencies = (body.agencies as { agencyId: string }[]).map(({ agencyId }) => agencyId);
    expect(agencies.toSorted()).toEqual([agency.interpreters, agency.court]);
  });
});

describe('working time of November 2026', () => {
  test('is as it was set last', async () => {
    const { get } = openCopy();
    const own = (await get(as.clerk, 'directory/me/calendar')).body;
    expect(own).toMatchObject({
      version: 1,
      calendar: {
        daysOff: ['2026-12-30', '2026-12-31'],
        blocks: [{ start: '2026-12-01T02:00:00.000Z', end: '2026-12-01T05:00:00.000Z' }],
      },
    });
    expect(own.calendar.weekly.at(-1)).toEqual({
      weekday: 5,
      from: '07:00',
      until: '18:00',
      validFrom: '2026-11-01',
      validUntil: '2027-10-31',
    });
    const kept = (await get(as.clerk, `directory/people/${person.interpreter}/calendar`)).body;
    expect(kept).toMatchObject({ version: 2, calendar: { bufferAfter: 15 } });
    const room = (await get(as.clerk, `directory/rooms/${place.bangkok}/calendar`)).body;
    expect(room).toMatchObject({ version: 2, calendar: { zone: 'Asia/Bangkok', bufferBefore: 15 } });
  });

  test('an interpreter can do what they could, and stays away from what they did', async () => {
    const { get, post } = openCopy();
    const path = `directory/people/${person.secondInterpreter}/profile`;
    const { body } = await get(as.clerk, path);
    expect(body).toMatchObject({
      version: 1,
      profile: {
        gender: 'man',
        vettedOn: '2026-02-16',
        conflicts: { countries: ['LA'] },
        duty: { dayMinutes: 300 },
      },
    });
    expect(body.profile.directions[2]).toEqual({ from: 'shn', to: 'th', dialect: 'Kengtung' });
    const again = await post(as.authority, path, {
      version: 1,
      profile: { ...body.profile, vettedOn: '2026-11-20' },
    });
    expect(again).toMatchObject({ status: 200, body: { version: 2 } });
  });

  test('rooms are those that they were, and the one of a protected site for the officers there alone', async () => {
    const { get, post } = openCopy();
    const labels = async (who: (typeof as)['clerk']) =>
      ((await get(who, 'directory/rooms')).body.rooms as { label: string }[]).map(({ label }) => label);
    expect(await labels(as.clerk)).toEqual(['Interview room 2', 'Video room 1']);
    expect(await labels(as.support)).toEqual(['Interview room 2', 'Video room 1', 'Quiet room']);
    const renamed = { version: 2, label: 'Interview room 3', vetted: true };
    const told = await post(as.authority, `directory/rooms/${place.yangon}`, renamed);
    expect(told).toMatchObject({ status: 200, body: { version: 3 } });
  });

  test('holidays are as an officer corrected them', async () => {
    const { get, post } = openCopy();
    const read = async () => (await get(as.clerk, 'directory/holidays?country=TH&year=2027')).body;
    const { version, history, holidays } = await read();
    expect(version).toBe(3);
    const corrected = (history as Record<string, string>[]).map(
      ({ day, kind, by }) => `${day} ${kind} ${by}`,
    );
    expect(corrected).toEqual([
      '2027-01-04 holiday C-N9DJ',
      '2027-01-05 holiday C-N9DJ',
      '2027-01-05 ordinary-day C-N9DJ',
    ]);
    const january = (holidays as { day: string }[]).map(({ day }) => day).filter((day) => day < '2027-02');
    expect(january).toEqual(['2027-01-01', '2027-01-04', '2027-01-09']);
    const next = {
      country: 'TH',
      year: 2027,
      version: 3,
      day: '2027-01-06',
      kind: 'holiday',
      name: 'A third',
    };
    expect((await post(as.clerk, 'directory/holidays', next)).body).toEqual({ version: 4 });
    expect((await read()).history.at(-1)).toMatchObject({ day: '2027-01-06', by: 'C-N9DJ' });
  });
});

describe('cases of November 2026', () => {
  test('are there for their members, with the pseudonyms that they had', async () => {
    const { get } = openCopy();
    expect((await get(as.clerk, 'cases')).body.cases).toEqual([
      // Nobody pressed anything: what was opened then, the agencies of its members have.
      {
        caseId: firstCase,
        reference: 'T 1/2026',
        requestingState: 'TH',
        hostState: 'MM',
        state: 'open',
        taken: true,
      },
    ]);
    expect((await get(as.auditor, 'cases')).body.cases).toHaveLength(2);
    const { body } = await get(as.support, `cases/${firstCase}`);
    const members = (body.members as { pseudonym: string }[]).map(({ pseudonym }) => pseudonym);
    expect(members.toSorted()).toEqual([
      'A-WK9R',
      'C-C69H',
      'H-CP2W',
      'H-W67Q',
      'I-H2PN',
      'P-CVFQ',
      'S-PFGK',
      expect.stringMatching(/^U-/),
    ]);
    expect(body.witnesses).toHaveLength(1);
    expect(body.witnesses[0]).toMatchObject({
      pseudonym: 'W-KN6N',
      protected: true,
      holder: person.support,
      zone: 'Asia/Yangon',
    });
  });

  test('do not tell where she is to whoever may not know, and are not there for others', async () => {
    const { get } = openCopy();
    expect((await get(as.prosecutor, `cases/${firstCase}`)).body.witnesses[0]).not.toHaveProperty('zone');
    expect((await get(as.attending, `cases/${firstCase}`)).body.witnesses[0].zone).toBe('Asia/Yangon');
    expect((await get(as.secondProsecutor, `cases/${firstCase}`)).status).toBe(404);
  });
});
