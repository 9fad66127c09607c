import { beforeEach, describe, expect, it } from 'vitest';
import { goOnWith } from '../../functions/help/alarm/go-on.ts';
import { entriesIn, logSize } from '../support/log-entries.ts';
import { newKey } from '../support/http.ts';
import { actorOf, ask } from '../support/in-process.ts';
import { helped, type Helped } from './pressed.ts';

let here: Helped;
beforeEach(async () => {
  here = await helped();
});
const officer = () => here.people['support-officer'];
const attending = () => here.people['attending-officer'];
const pseudonymOf = async (role: 'support-officer' | 'attending-officer' | 'central-authority' | 'clerk') => {
  const { people, others } = (await here.list(officer())).body;
  return [...people, ...others].find((each: { role: string }) => each.role === role).pseudonym as string;
};
const keepTwo = async () =>
  here.keep(officer(), [
    { pseudonym: await pseudonymOf('central-authority'), telephone: '+66811111111' },
    { pseudonym: await pseudonymOf('support-officer'), telephone: '+95922222222' },
  ]);
const entries = async (start = 'help.') =>
  (await entriesIn(here.store, here.prepared.caseId)).filter(({ action }) => action.startsWith(start));
/** The queue brings what was put into it. */
const woken = async (at: number) => {
  const call = here.asked[at];
  if (call !== undefined) await goOnWith(here.context, call);
};
const rings = async (by = officer()) =>
  (await here.calls(by)).body.calls.map((each: { rings: boolean }) => each.rings);

describe('pressing the silent alarm', () => {
  it('is heard whatever the session is at, and shown to whoever pressed as a quiet sign', async () => {
    expect((await here.own()).body).toEqual({ help: 'none' });
    expect(await here.press()).toMatchObject({ status: 201, body: { help: 'called' } });
    expect((await here.own()).body).toEqual({ help: 'called' });
    expect(await rings()).toEqual([true]);
  });

  it('is entered in the case’s log in the same transaction, and in no session’s', async () => {
    const before = await logSize(here.store, here.sessionId);
    await here.press();
    expect(await entries()).toMatchObject([
      {
        action: 'help.called',
        actor: { role: 'witness', pseudonym: here.prepared.witness },
        subject: { kind: 'session', ref: here.sessionId },
      },
    ]);
    expect(await logSize(here.store, here.sessionId)).toBe(before);
  });

  it('again and again rings once', async () => {
    await here.press();
    const key = newKey();
    for (const each of [key, key, newKey(), newKey()])
      expect((await here.press(here.witness, here.sessionId, each)).body).toEqual({ help: 'called' });
    expect(await entries()).toHaveLength(1);
    expect((await here.calls(officer())).body.calls).toHaveLength(1);
  });

  it('by a stranger with a seat of another session reaches nobody here', async () => {
    const stranger = here.guest('witness', here.prepared.witness, '7x7k2q9d1m3n5p8r0s6t7v2w4y');
    expect((await here.press(stranger)).status).toBe(404);
    expect((await here.press(here.guest('witness', 'W-9999'))).status).toBe(404);
    expect(await rings()).toEqual([]);
    expect(await entries()).toEqual([]);
  });

  it('by the accused, an interpreter or anybody with an account is refused', async () => {
    for (const role of ['accused', 'interpreter', 'observer', 'expert'] as const)
      expect((await here.press(here.guest(role, 'R-4K7Q'))).body).toMatchObject({ code: 'not-your-role' });
  });

  it('is in no view of the room, for nobody', async () => {
    const { witness, api, sessionId, people } = here;
    const views = async () => [
      (await ask(api(), witness, 'GET', `/api/rooms/${sessionId}`)).body,
      ...(await Promise.all(
        [people.clerk, people.prosecutor, people['support-officer']].map(
          async (each) => (await ask(api(), actorOf(each), 'GET', `/api/rooms/${sessionId}`)).body,
        ),
      )),
    ];
    const before = JSON.stringify(await views());
    await here.press();
    expect(JSON.stringify(await views())).toBe(before);
  });
});

describe('who is called', () => {
  it('is, where nobody was named, the support officer of the session first', async () => {
    await here.press();
    expect((await entries()).at(-1)?.details).toEqual({ onCall: [await pseudonymOf('support-officer')] });
    expect(await rings(attending())).toEqual([]);
  });

  it('is one after the other, by the clock alone', async () => {
    await keepTwo();
    await here.press();
    const authority = here.people['central-authority'];
    expect([await rings(authority), await rings()]).toEqual([[true], []]);
    here.later(29);
    expect(await rings()).toEqual([]);
    here.later(1);
    expect([await rings(authority), await rings()]).toEqual([[true], [true]]);
  });

  it('is nobody who has left the case, and never somebody who was not named', async () => {
    await keepTwo();
    const { personId } = here.people['central-authority'];
    await here.store.write([
      {
        kind: 'update',
        key: { table: 'cases', pk: `case#${here.prepared.caseId}`, sk: `member#${personId}` },
        set: { left: '2027-03-01T00:00:00.000Z' },
        onRefused: 'retry',
      },
    ]);
    await here.press();
    expect((await entries()).at(-1)?.details).toEqual({ onCall: [await pseudonymOf('support-officer')] });
    expect(await rings(here.people.clerk)).toEqual([]);
    expect((await here.answer(here.people.clerk)).status).toBe(404);
  });
});

describe('the text messages', () => {
  it('go to each in turn, with no name, no place and no case', async () => {
    await keepTwo();
    await here.press();
    expect(await here.goOn()).toBe(true);
    expect(here.sent).toEqual([
      { to: '+66811111111', text: 'You are needed now. Please look here: https://hearings.example.org' },
    ]);
    expect(here.asked).toMatchObject([{ step: 1, wait: 30_000 }]);
    here.later(30);
    await woken(0);
    expect(here.sent.map(({ to }) => to)).toEqual(['+66811111111', '+95922222222']);
    here.later(30);
    await woken(1);
    expect(here.sent.map(({ to }) => to).slice(2)).toEqual(['+66811111111', '+95922222222']);
    expect((await entries('help.rung')).map(({ details }) => details)).toMatchObject([
      { texts: 1, notSent: 0 },
      { texts: 1, notSent: 0 },
      { texts: 2, notSent: 0 },
    ]);
  });

  it('are not sent again by whoever is woken twice, nor after an answer', async () => {
    await keepTwo();
    await here.press();
    await here.goOn();
    await here.goOn();
    expect(here.sent).toHaveLength(1);
    await here.answer(officer());
    here.later(30);
    await woken(0);
    expect(here.sent).toHaveLength(1);
    expect(here.asked.filter(({ step }) => step === 2)).toEqual([]);
  });

  it('that a function died over are sent by the sweep, each person once', async () => {
    await keepTwo();
    await here.press();
    here.later(45);
    expect(await here.sweep()).toEqual({ looked: 1, repaired: 1 });
    expect(here.sent.map(({ to }) => to)).toEqual(['+66811111111', '+95922222222']);
    expect(await here.sweep()).toEqual({ looked: 1, repaired: 0 });
  });

  it('that are not taken are counted, and the next one’s turn comes', async () => {
    await keepTwo();
    here.refuseTexts();
    await here.press();
    await here.goOn();
    expect((await entries('help.rung')).at(-1)?.details).toMatchObject({ texts: 0, notSent: 1 });
    expect(here.asked).toMatchObject([{ step: 1 }]);
  });

  it('of an alarm in a table that was put back days later are never sent', async () => {
    await keepTwo();
    await here.press();
    here.at('2027-03-04T02:10:00.000Z');
    expect(await here.sweep()).toEqual({ looked: 1, repaired: 0 });
    expect(here.sent).toEqual([]);
    expect(await here.sweep()).toEqual({ looked: 0, repaired: 0 });
    expect(await rings(here.people['central-authority'])).toEqual([]);
  });
});

describe('an answer', () => {
  it('is shown to whoever pressed, and rings for nobody any more', async () => {
    await keepTwo();
    await here.press();
    here.later(30);
    expect((await here.answer(officer())).body).toMatchObject({ rings: false, coming: { mine: true } });
    expect((await here.own()).body).toEqual({ help: 'coming' });
    const [seen] = (await here.calls(here.people['central-authority'])).body.calls;
    expect(seen).toMatchObject({ rings: false, coming: { role: 'support-officer', mine: false } });
    expect((await entries('help.answered')).at(-1)).toMatchObject({
      actor: { role: 'support-officer' },
      details: { state: 'coming', caller: here.prepared.witness },
    });
  });

  it('that comes second changes nothing, and shows who comes', async () => {
    await keepTwo();
    await here.press();
    await here.answer(officer());
    const second = await here.answer(here.people['central-authority']);
    expect(second).toMatchObject({ status: 201, body: { coming: { role: 'support-officer', mine: false } } });
    expect(await entries('help.answered')).toHaveLength(1);
  });

  it('ends with whoever came; pressing then opens another, and pressing too soon after an answer does not', async () => {
    await here.press();
    expect((await here.answer(officer(), 'over')).body).toMatchObject({ code: 'changed-meanwhile' });
    await here.answer(officer());
    here.later(30);
    expect((await here.press()).body).toEqual({ help: 'coming' });
    here.later(30);
    expect((await here.press()).body).toEqual({ help: 'called' });
    expect(await rings()).toEqual([true]);
    await here.answer(officer());
    await here.answer(officer(), 'over');
    expect((await here.own()).body).toEqual({ help: 'none' });
    expect(await rings()).toEqual([]);
    expect((await here.press()).body).toEqual({ help: 'called' });
    expect(await entries('help.called')).toHaveLength(3);
  });
});
