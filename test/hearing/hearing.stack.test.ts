import { beforeAll, describe, expect, it } from 'vitest';
import { issues } from '../../functions/witnesses/material/issued.ts';
import { courtHearing, type CourtHearing } from '../support/court-hearing.ts';
import { send } from '../support/http.ts';
import { device, expectDone, guest, room, cookieOf, redeem, type Interview } from '../support/interview.ts';
import { openPage } from '../support/page-socket.ts';
import { actionsOf } from '../support/session-log.ts';
import { deployedStack } from '../support/stack.ts';
import { bookTeam, confirm, type Team } from '../support/team.ts';

/** What is said and ruled in a hearing, on the deployed functions: each road once, with its role and its tables. */

const stack = deployedStack();
type Who = { readonly token: string } | { readonly cookie: string };
const at = (of: Interview, who: Who, verb: string, body: object = {}) =>
  send(of.api, 'POST', `/api/hearing/${of.sessionId}/${verb}`, { ...who, body });
const read = async (of: Interview, who: Who) =>
  expectDone(await send(of.api, 'GET', `/api/hearing/${of.sessionId}`, who)).body as {
    acts: { kind: string; ruling?: string; outcome?: string }[];
    interpreters?: string[];
  };
const used = (text: string) => {
  const { language, version, hash } =
    issues.find((each) => each.text === text && each.language === 'my') ?? {};
  return { language, version, hash };
};

/** Comes by invitation, or by account, and is let in by the clerk. */
async function comesIn(of: Interview, who: Who, seat: string, pseudonym?: string): Promise<void> {
  expectDone(await room(of, who, 'arrivals', device));
  const named = pseudonym === undefined ? {} : { pseudonym };
  expectDone(await room(of, { token: of.tokens.clerk }, 'admissions', { seat, ...named }));
}

describe('a hearing before a court', () => {
  let hearing: CourtHearing;
  let witness: Who;
  let interpreter: Who;
  const as = (role: 'clerk' | 'judge' | 'prosecutor') => ({ token: hearing.tokens[role] });

  beforeAll(async () => {
    hearing = await courtHearing(stack);
    witness = await guest(hearing, 'witness');
    interpreter = await guest(hearing, 'interpreter');
    await comesIn(hearing, { token: hearing.tokens['support-officer'] }, 'support-officer');
    for (const role of ['judge', 'prosecutor'] as const) await comesIn(hearing, as(role), role);
    await comesIn(hearing, witness, 'witness');
    await comesIn(hearing, interpreter, 'interpreter');
  }, 120_000);

  it('takes an oath on her own page, tells rights and reads back', async () => {
    const of = hearing.witness;
    const put = await at(hearing, as('judge'), 'oaths', {
      of,
      form: 'affirmation',
      state: 'TH',
      text: used('witnessOath'),
      readOut: true,
      answer: { answered: 'own-page' },
    });
    expectDone(await at(hearing, witness, `oaths/${expectDone(put).body.act}/answer`, { outcome: 'taken' }));
    const rights = { of, what: 'rights', text: used('rights'), readOut: true, understood: true };
    expectDone(await at(hearing, as('clerk'), 'told', rights));
    const back = {
      of,
      language: 'my',
      corrections: [{ place: 'p. 1', text: 'Not Tuesday.' }],
      outcome: 'confirmed',
    };
    expectDone(await at(hearing, as('clerk'), 'read-backs', back));
    expect((await read(hearing, witness)).acts.map(({ kind }) => kind)).toEqual([
      'oath',
      'told',
      'read-back',
    ]);
  });

  it('rules on an objection, a rendition and a stop, and tells the page of whoever is shown it', async () => {
    const ticket = expectDone(await room(hearing, as('judge'), 'listening')).body as {
      url: string;
      ticket: string;
    };
    const page = await openPage(ticket);
    const objected = expectDone(await at(hearing, as('prosecutor'), 'objections', { ground: 'leading' }));
    await page.heard(1);
    page.close();
    expectDone(
      await at(hearing, as('judge'), `objections/${objected.body.act}/ruling`, { ruling: 'sustained' }),
    );
    const challenged = expectDone(await at(hearing, interpreter, 'renditions', { what: 'wrong-word' }));
    expectDone(
      await at(hearing, as('clerk'), `renditions/${challenged.body.act}/ruling`, { ruling: 'corrected' }),
    );
    expectDone(await room(hearing, witness, 'pauses', { kind: 'pause' }));
    const stopped = expectDone(await at(hearing, as('clerk'), 'stops', { of: hearing.witness }));
    expectDone(
      await at(hearing, as('judge'), `stops/${stopped.body.act}/ruling`, { ruling: 'answer-again' }),
    );
    expectDone(await room(hearing, witness, 'resumptions'));
  });

  it('enters the languages, shows the light and what she signals', async () => {
    const { interpreters = [] } = await read(hearing, as('clerk'));
    const channels = [{ interpreter: interpreters[0], from: 'my', to: 'th', of: hearing.witness }];
    expectDone(await at(hearing, as('clerk'), 'languages', { how: 'consecutive', channels }));
    expectDone(await at(hearing, interpreter, 'light', { wait: true }));
    expectDone(await at(hearing, witness, 'signals', { what: 'say-again' }));
    expect((await read(hearing, as('judge'))).acts.at(-1)).toMatchObject({ kind: 'signal' });
    expect(await actionsOf(stack, hearing.sessionId)).toEqual(
      expect.arrayContaining([
        'oath.put',
        'oath.answered',
        'objection.ruled',
        'answer.ruled',
        'languages.set',
      ]),
    );
  });
});

describe('two interpreters', () => {
  it('hand over by word of both', async () => {
    const team = await bookTeam(stack);
    for (const name of team.names) expectDone(await confirm(team, name));
    expectDone(await room(team, { token: team.tokens.clerk }, 'opening'));
    const [one, two] = team.names;
    const [first, second] = [await comes(team, one), await comes(team, two)];
    const asked = expectDone(await at(team, first, 'hand-overs', { to: two }));
    expectDone(await at(team, second, `hand-overs/${asked.body.act}/taking`));
    expect((await read(team, second)).acts.map(({ kind }) => kind)).toEqual(['hand-over', 'taken-over']);
  });
});

async function comes(team: Team, pseudonym: string): Promise<Who> {
  const asked = { seat: 'interpreter', language: 'th', pseudonym };
  const { body } = expectDone(await room(team, { token: team.tokens.clerk }, 'invitations', asked));
  const given = { secret: body.secret as string, pin: body.pin as string };
  const who = { cookie: cookieOf(expectDone(await redeem(team, given))) };
  await comesIn(team, who, 'interpreter', pseudonym);
  return who;
}
