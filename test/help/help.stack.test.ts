import { beforeAll, describe, expect, test } from 'vitest';
import { send } from '../support/http.ts';
import { bookDeposition, expectDone, guest, type Interview } from '../support/interview.ts';
import { entriesIn } from '../support/log-entries.ts';
import { storeOf, type OfficeRole } from '../support/office.ts';
import { deployedStack } from '../support/stack.ts';
import { until } from '../support/until.ts';

/** The deployed capability: the press rings, the texts go out to the second, and each function’s rights reach as far as that. */

const stack = deployedStack();
/** Numbers that no other test has. */
const [first, second] = [`+6681${Date.now() % 10_000_000}`, `+9592${Date.now() % 10_000_000}`];

let hearing: Interview;
let witness: { readonly cookie: string };
beforeAll(async () => {
  hearing = await bookDeposition(stack);
  witness = await guest(hearing, 'witness');
});

const ask = (method: 'GET' | 'POST', as: OfficeRole, path: string, body?: object) =>
  send(stack.apiUrl, method, `/api/help/${path}`, {
    token: hearing.tokens[as],
    ...(body === undefined ? {} : { body }),
  });
const own = async () =>
  (await send(stack.apiUrl, 'GET', `/api/help/${hearing.sessionId}/calls`, witness)).body.help as string;
const press = () =>
  send(stack.apiUrl, 'POST', `/api/help/${hearing.sessionId}/calls`, { ...witness, body: {} });
/** What the emulator has as text messages to this number. */
async function textsTo(number: string): Promise<readonly string[]> {
  const response = await fetch(`${stack.emulatorUrl}/_ministack/sns/sms-messages`);
  const told = (await response.json()) as {
    sms_messages: Readonly<Record<string, readonly { readonly Message: string }[]>>;
  };
  return (told.sms_messages[number] ?? []).map(({ Message }) => Message);
}
const logged = async () =>
  (await entriesIn(storeOf(stack), hearing.caseId)).filter(({ action }) => /^help\.|^on-call/.test(action));

describe('the silent alarm on a stack', () => {
  test('rings the pages and the telephone of the first, half a minute later those of the next, until one answers', async () => {
    const { people, others } = expectDone(await ask('GET', 'support-officer', `${hearing.sessionId}/on-call`))
      .body as Record<'people' | 'others', readonly { role: string; pseudonym: string }[]>;
    const named = (role: string) => [...people, ...others].find((each) => each.role === role)?.pseudonym;
    expectDone(
      await ask('POST', 'support-officer', `${hearing.sessionId}/on-call`, {
        people: [
          { pseudonym: named('support-officer'), telephone: first },
          { pseudonym: named('central-authority'), telephone: second },
        ],
      }),
    );
    expect(await own()).toBe('none');
    expect(await press()).toMatchObject({ status: 201, body: { help: 'called' } });
    expect((await ask('GET', 'support-officer', 'calls')).body.calls).toMatchObject([
      { sessionId: hearing.sessionId, seat: 'witness', rings: true },
    ]);
    expect((await ask('GET', 'central-authority', 'calls')).body).toEqual({ calls: [] });
    const [text] = await until(
      () => textsTo(first),
      (texts) => texts.length > 0,
      20,
    );
    expect(text).toBe(`You are needed now. Please look here: ${new URL(stack.siteUrl).origin}`);
    expect(await textsTo(second)).toEqual([]);
    await until(
      () => textsTo(second),
      (texts) => texts.length > 0,
      45,
    );
    const answered = await ask('POST', 'central-authority', `${hearing.sessionId}/answers`, {
      pseudonym: (await ask('GET', 'central-authority', 'calls')).body.calls[0].pseudonym,
      state: 'coming',
    });
    expect(answered).toMatchObject({ status: 201, body: { rings: false, coming: { mine: true } } });
    expect(await own()).toBe('coming');
    const [kept, called, ...rest] = await logged();
    expect([kept?.action, called?.action]).toEqual(['on-call.kept', 'help.called']);
    expect(rest.map(({ action }) => action)).toEqual(['help.rung', 'help.rung', 'help.answered']);
    const gap = Date.parse(rest[1]?.recordedAt ?? '') - Date.parse(called?.recordedAt ?? '');
    expect(gap).toBeGreaterThanOrEqual(30_000);
    console.log(`The next was called ${gap} ms after the press.`);
  }, 90_000);

  test('and technical help reach whoever runs the session, who sees the device and answers', async () => {
    const asked = await send(stack.apiUrl, 'POST', `/api/help/${hearing.sessionId}/technical-calls`, {
      ...witness,
      body: { what: 'sound' },
    });
    expect(asked).toMatchObject({ status: 201, body: { help: 'called' } });
    const { body } = await ask('GET', 'clerk', `${hearing.sessionId}/technical-calls`);
    expect(body).toMatchObject({ phase: 'closed', calls: [{ seat: 'witness', what: 'sound', at: 'away' }] });
    const answered = await ask('POST', 'clerk', `${hearing.sessionId}/technical-answers`, {
      pseudonym: body.calls[0].pseudonym,
      state: 'coming',
    });
    expect(answered).toMatchObject({ status: 201, body: { calls: [{ coming: { mine: true } }] } });
    const told = await send(
      stack.apiUrl,
      'GET',
      `/api/help/${hearing.sessionId}/technical-calls/own`,
      witness,
    );
    expect(told.body).toEqual({ help: 'coming' });
  });
});
