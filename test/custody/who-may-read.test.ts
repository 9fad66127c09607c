import { describe, expect, test } from 'vitest';
import { memberKey } from '../../functions/cases/port/membership.ts';
import { headKey } from '../../functions/custody/port/append.ts';
import { accessLogId } from '../../functions/custody/port/log-class.ts';
import { doorKey } from '../../functions/sessions/port/door.ts';
import { staffRoles, type Actor } from '../../functions/shared/access/roles.ts';
import type { Change, Item } from '../../functions/shared/store/store.ts';
import { agencyKey } from '../../functions/directory/store.ts';
import { caseId, logId } from './sample-log.ts';
import { bench, staff, clerk, missing, personId } from './opened-log.ts';

describe('who may not', () => {
  /** Each road to a log, with the body of those that are a POST. */
  const paths: [string, object?][] = [
    [`logs/${logId}/exports`, {}],
    [`logs/${logId}/exports/parts`, { exportId: missing }],
    [`logs/${logId}/entries`],
  ];
  const asking = (body?: object) => (body === undefined ? {} : { body });

  test.each(paths)('%s: nobody, the wrong role, a guest', async (path, body) => {
    const { ask, accessLog } = await bench();
    expect((await ask(path, undefined, asking(body))).status).toBe(401);
    expect((await ask(path, staff('technician'), asking(body))).status).toBe(403);
    const guest: Actor = { kind: 'guest', sessionId: logId, seatId: 's', role: 'witness', deviceId: 'd' };
    expect((await ask(path, guest, asking(body))).status).toBe(403);
    expect(await accessLog()).toEqual([]);
  });

  test.each(paths)(
    '%s: a stranger to the case is answered as for a log that is not there',
    async (path, body) => {
      const { ask, accessLog } = await bench();
      const comparable = async (answer: Response) => {
        const { request: _, ...rest } = (await answer.json()) as Record<string, unknown>;
        return { status: answer.status, rest };
      };
      const foreign = await comparable(await ask(path, staff('clerk', missing), asking(body)));
      const absent = await comparable(await ask(path.replace(logId, missing), clerk, asking(body)));
      expect(foreign).toEqual(absent);
      expect(foreign.status).toBe(404);
      const malformed = await comparable(
        await ask(path.replace(logId, `${logId}-access`), clerk, asking(body)),
      );
      expect(malformed).toEqual(absent);
      expect(await accessLog()).toEqual([]);
    },
  );

  test.each(paths)(
    '%s: nor does a session answer that has no log, to whoever is of its case',
    async (path, body) => {
      const { ask, store } = await bench();
      await store.write([{ kind: 'delete', key: headKey(logId), onRefused: 'retry' }]);
      const answer = await ask(path, clerk, asking(body));
      expect(answer.status).toBe(404);
      expect(await answer.json()).toMatchObject({ code: 'not-found' });
    },
  );
});

describe('by role', () => {
  const readers: readonly string[] = [
    'clerk',
    'prosecutor',
    'auditor',
    'judge',
    'support-officer',
    'attending-officer',
    'central-authority',
  ];
  /** They read the sessions in which they sit, and this one is none of theirs. */
  const bound: readonly string[] = ['defence-counsel', 'victim-counsel'];

  test.each(staffRoles)('%s, who is of the case', async (role) => {
    const { ask, store } = await bench();
    const { table, pk, sk } = memberKey(caseId, personId);
    await store.write([{ kind: 'update', key: { table, pk, sk }, set: { role }, onRefused: 'retry' }]);
    const may = readers.includes(role);
    const not = bound.includes(role) ? 404 : 403;
    expect((await ask(`logs/${logId}/exports`, staff(role), { body: {} })).status).toBe(may ? 201 : not);
    expect((await ask(`logs/${logId}/entries`, staff(role))).status).toBe(may ? 200 : not);
  });
});

describe('a log opened as one of another class', () => {
  const agencyId = staff('clerk').agencyId;

  /** A bench beside which another log stands, with a door and an agency of the same id, so that only its class speaks. */
  async function besides(id: string, head: Readonly<Record<string, unknown>>) {
    const made = await bench();
    const { store, door } = made;
    const session = doorKey(id);
    const agency = agencyKey(id);
    const [like] = await store.get([headKey(logId)]);
    const put = (table: string, item: Item): Change => ({ kind: 'put', table, item, onRefused: 'retry' });
    const { class: _, ...bare } = like as Item;
    await store.write([
      put(session.table, { ...door, pk: session.pk, sk: session.sk, sessionId: id }),
      put(agency.table, { pk: agency.pk, sk: agency.sk, agencyId: id, name: 'Court', country: 'TH' }),
      put('custody', { ...bare, pk: headKey(id).pk, logId: id, caseId: id, ...head }),
    ]);
    return made;
  }

  const roads = (kind: string, id: string): readonly [string, { body?: object }][] => [
    [`${kind}/${id}/exports`, { body: {} }],
    [`${kind}/${id}/exports/parts`, { body: { exportId: missing } }],
    [`${kind}/${id}/entries`, {}],
  ];

  const plain = async (answer: Response) => {
    const { request: _, ...rest } = (await answer.json()) as Record<string, unknown>;
    return { status: answer.status, rest };
  };

  test.each<[string, Readonly<Record<string, unknown>>]>([
    ['a case’s', { class: 'case' }],
    ['a case’s or an agency’s, from before heads named their class', {}],
    ['an agency’s', { class: 'agency' }],
    ['an access log, whatever its id', { class: 'access', caseId }],
    ['a session’s of which somebody changed the class', { class: 'case', caseId }],
  ])('%s is absent where sessions’ logs are', async (_name, head) => {
    const { ask, store } = await besides(missing, head);
    for (const [path, asking] of roads('logs', missing))
      expect(await plain(await ask(path, clerk, asking))).toEqual(
        await plain(await ask(path.replace(missing, '0'.repeat(26)), clerk, asking)),
      );
    expect(await store.get([headKey(accessLogId(missing))])).toEqual([undefined]);
  });

  test.each<[string, Readonly<Record<string, unknown>>]>([
    ['a case’s', { class: 'case' }],
    ['a session’s', { class: 'session', caseId }],
    ['a session’s from before heads named their class', { caseId }],
    ['an access log', { class: 'access' }],
  ])('%s is absent where agencies’ logs are', async (_name, head) => {
    const { ask, store } = await besides(agencyId, head);
    for (const [path, asking] of roads('agency-logs', agencyId))
      expect(await plain(await ask(path, clerk, asking))).toEqual(
        await plain(await ask(path.replace(agencyId, '0'.repeat(26)), clerk, asking)),
      );
    expect(await store.get([headKey(accessLogId(agencyId))])).toEqual([undefined]);
  });

  test.each<[string, Readonly<Record<string, unknown>>]>([
    ['that names its class', { class: 'agency' }],
    ['from before heads named it', {}],
  ])('an agency’s log %s is there for its keepers', async (_name, head) => {
    const { ask } = await besides(agencyId, head);
    expect((await ask(`agency-logs/${agencyId}/entries?from=3`, clerk)).status).toBe(200);
  });
});
