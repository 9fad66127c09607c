import type { Browser } from 'playwright-core';
import * as cases from '../../../functions/cases/contract.ts';
import { issueInvitation } from '../../../functions/rooms/invitations/contract.ts';
import * as orders from '../../../functions/orders/contract.ts';
import { keptWhollyApart, nothingOrdered } from '../../../functions/orders/port/measures.ts';
import * as booking from '../../../functions/sessions/booking/contract.ts';
import * as sessions from '../../../functions/sessions/contract.ts';
import { demoCases, openDemoCase } from '../../../infra/local/demo-cases.ts';
import { allGates, confirmInterpreter } from '../../../infra/local/demo-gates.ts';
import type { DemoAccount } from '../../../infra/local/demo-staff.ts';
import { casePeople, type CasePeople, peopleOfFirst } from '../../support/case-people.ts';
import { staffOf } from '../../support/case-room.ts';
import type { Answer } from '../../support/http.ts';
import { bangkokIn, expectDone, room } from '../../support/interview.ts';
import { deployedStack } from '../../support/stack.ts';
import { until } from '../../support/until.ts';
import { visitor, type Visitor } from '../browser.ts';
import { comeToTheDoor, signIn } from '../pages.ts';

/** The people of a hearing of the Thai court, and how each comes to its door in a browser. */

export const stack = deployedStack();
const { apiUrl: api, siteUrl } = stack;
const given = demoCases.first;

interface Story {
  browser: Browser;
  people: CasePeople;
  caseId: string;
  sessionId: string;
  /** Pseudonyms: who is heard, the accused, and who interprets for each of the two. */
  witness: string;
  accused: string;
  hers: string;
  his: string;
  readonly pages: Map<string, Visitor>;
}
/** What one step leaves to the next. The browser is there before the first. */
export const story = { pages: new Map() } as unknown as Story;

export const pageOf = (who: string) => {
  const found = story.pages.get(who);
  if (found === undefined) throw new Error(`Nobody is the ${who} yet.`);
  return found.page;
};
export const at = () => ({ api, sessionId: story.sessionId });
/** The clerk, past the pages: a clerk's own page has stories of its own. */
export const clerk = () => staffOf(story.people, 'clerk');
export const byClerk = (verb: string, body: object = {}): Promise<Answer> => room(at(), clerk(), verb, body);

/** The case, and its hearing with every gate open, by those whose turn it is. */
export async function prepare(): Promise<void> {
  const now = new Date();
  const people = await casePeople(stack, peopleOfFirst);
  const { as, ids } = people;
  const caseId = await openDemoCase(people, given, now);
  const file = await as.clerk(cases.readCase, { params: { caseId } });
  const witness = file.witnesses[0]?.pseudonym ?? '';
  const accused = file.parties.find(({ role }) => role === 'accused')?.pseudonym ?? '';
  const { sessionId } = await as.clerk(booking.bookSession, {
    body: {
      caseId,
      kind: 'testimony',
      days: [{ local: bangkokIn(5) }],
      zone: given.zone,
      parts: [{ kind: 'main', at: 0, minutes: 45 }],
      seats: [
        { seat: 'prosecutor', ids: [ids.prosecutor] },
        { seat: 'clerk', ids: [ids.clerk] },
        { seat: 'support-officer', ids: [ids['support-officer']] },
        { seat: 'witness', ids: [witness] },
        { seat: 'interpreter', ids: [ids.interpreter, ids['second-interpreter']] },
        { seat: 'judge', ids: [ids.judge] },
        { seat: 'defence-counsel', ids: [ids['defence-counsel']] },
        { seat: 'accused', ids: [accused] },
      ],
    },
  });
  const { seats } = await as.clerk(sessions.readSession, { params: { sessionId } });
  const [hers = '', his = ''] = seats.flatMap(({ seat, pseudonym }) =>
    seat === 'interpreter' ? [pseudonym] : [],
  );
  Object.assign(story, { people, caseId, sessionId, witness, accused, hers, his });
  const door = { sessionId, caseId, party: witness };
  for (const open of allGates.filter((gate) => gate !== confirmInterpreter))
    await open(people, given, door, now);
  for (const interpreter of [hers, his])
    await confirmInterpreter(people, given, { ...door, interpreter }, now);
  const counsel = seats.find(({ seat }) => seat === 'defence-counsel')?.pseudonym ?? '';
  // Counsel puts questions to her in the court's room; the accused hears her, and not as she sounds.
  for (const [from, measures] of [
    [counsel, nothingOrdered],
    [accused, { ...keptWhollyApart, heard: 'altered' }],
  ] as const) {
    const wanted = { kind: 'pair' as const, protected: witness, from, measures };
    const defence = { was: 'not-heard' as const, reason: 'Agreed to in writing.' };
    await as.judge(orders.decideOrder, {
      params: { caseId },
      body: { ruling: { decision: 'order', wanted, defence }, read: 0, reasons: 'Said in court.' },
    });
  }
  await until(
    () => as.clerk(sessions.readSession, { params: { sessionId } }),
    ({ status }) => status === 'ready',
  );
}

/** Signs in, opens the page of the room, and says that they are there. */
export async function atDesk(who: DemoAccount): Promise<void> {
  const visit = await visitor(story.browser);
  story.pages.set(who, visit);
  const account = story.people.accounts[who];
  if (account === undefined) throw new Error(`The ${who} has no account.`);
  await signIn(visit.page, siteUrl, account);
  await visit.page.goto(`${siteUrl}sessions/${story.sessionId}/room`);
  await visit.page.locator('button:enabled', { hasText: 'I am here' }).click();
}

/** By a link and a PIN, on a telephone. @param name how this story calls them, where two have one seat */
export async function onPhone(
  seat: 'witness' | 'accused' | 'interpreter',
  language: 'my' | 'th',
  pseudonym: string,
  name: string = seat,
): Promise<void> {
  const by = seat === 'witness' ? 'support-officer' : 'clerk';
  const { secret, pin } = await story.people.as[by](issueInvitation, {
    params: { sessionId: story.sessionId },
    body: { seat, language, ...(seat === 'interpreter' ? { pseudonym } : {}) },
  });
  const visit = await visitor(story.browser, { language, width: 360, height: 740 });
  story.pages.set(name, visit);
  await comeToTheDoor(visit.page, `${siteUrl}join/${language}/#${secret}`, pin);
}

/** By the clerk; whoever is screened once the machines carry. */
export const letIn = async (seat: string, pseudonym?: string): Promise<void> => {
  const answer = await until(
    () => byClerk('admissions', { seat, ...(pseudonym === undefined ? {} : { pseudonym }) }),
    ({ status, code }) => status === 201 || (code !== 'relay-not-ready' && code !== 'not-waiting'),
    40,
  );
  expectDone(answer);
};
