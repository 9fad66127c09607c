import { beforeEach, describe, expect, it } from 'vitest';
import { entriesIn } from '../support/log-entries.ts';
import { enterPerson } from '../support/in-process.ts';
import { helped, type Helped } from './pressed.ts';

let here: Helped;
beforeEach(async () => {
  here = await helped();
});
const officer = () => here.people['support-officer'];
interface Shown {
  readonly role: string;
  readonly pseudonym: string;
}
const listed = async () => (await here.list(officer())).body as { people: Shown[]; others: Shown[] };
const named = async (role: string) => {
  const { people, others } = await listed();
  return [...people, ...others].find((each) => each.role === role)?.pseudonym;
};
const kept = async () =>
  (await entriesIn(here.store, here.prepared.caseId)).filter(({ action }) => action === 'on-call.kept');

describe('who is on call', () => {
  it('is, until somebody is named, who sits beside whoever is heard', async () => {
    expect((await here.list(officer())).body).toMatchObject({
      named: false,
      people: [{ role: 'support-officer', telephone: 'none' }],
    });
  });

  it('is named in order, entered without a number, and no answer says one', async () => {
    const [authority, support] = [await named('central-authority'), await named('support-officer')];
    const told = await here.keep(officer(), [
      { pseudonym: authority, telephone: '+66811111111' },
      { pseudonym: support },
    ]);
    expect(told).toMatchObject({
      status: 201,
      body: {
        named: true,
        people: [
          { pseudonym: authority, telephone: 'known' },
          { pseudonym: support, telephone: 'none' },
        ],
      },
    });
    expect((await kept()).at(-1)?.details).toEqual({ people: [authority, support], texted: [authority] });
    expect(JSON.stringify([told, await here.list(officer()), await kept()])).not.toContain('811111111');
  });

  it('keeps a number that is not said again, and lets go of one that is taken away', async () => {
    const authority = await named('central-authority');
    await here.keep(officer(), [{ pseudonym: authority, telephone: '+66811111111' }]);
    await here.keep(officer(), [{ pseudonym: await named('support-officer') }, { pseudonym: authority }]);
    expect((await listed()).people[1]).toMatchObject({ telephone: 'known' });
    await here.keep(officer(), [{ pseudonym: authority, telephone: 'none' }]);
    expect((await listed()).people[0]).toMatchObject({ telephone: 'none' });
  });

  it('is nobody on the side of the accused, nobody bound to a seat, and nobody of another case', async () => {
    const { others } = await listed();
    expect(others.map(({ role }) => role).toSorted()).toEqual([
      'attending-officer',
      'central-authority',
      'clerk',
      'judge',
      'prosecutor',
    ]);
    const stranger = await here.keep(officer(), [{ pseudonym: 'S-9999' }]);
    expect(stranger.body).toMatchObject({
      code: 'does-not-fit',
      errors: [{ pointer: '/people/0/pseudonym' }],
    });
  });

  it('names each once, with a number as telephones have them', async () => {
    const pseudonym = await named('clerk');
    expect((await here.keep(officer(), [{ pseudonym }, { pseudonym }])).body).toMatchObject({
      code: 'does-not-fit',
    });
    for (const telephone of ['0811111111', '+0811111111', '+66 811 111 111', '+668111111111111111'])
      expect((await here.keep(officer(), [{ pseudonym, telephone }])).body).toMatchObject({
        code: 'invalid-request',
      });
  });

  it('is kept by a support officer who takes part, and entered once', async () => {
    const people = [{ pseudonym: await named('clerk') }];
    const other = await enterPerson(here.store, 'support-officer');
    expect((await here.keep(other, people)).status).toBe(404);
    expect((await here.list(here.people.clerk)).body).toMatchObject({ code: 'not-your-role' });
    await here.keep(officer(), people);
    await here.keep(officer(), people);
    expect(await kept()).toHaveLength(1);
  });
});
