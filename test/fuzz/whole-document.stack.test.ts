import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { everyRoute } from '../support/every-route.ts';
import { deployedStack } from '../support/stack.ts';
import { newGround } from './ground.ts';
import { fuzz } from './schemathesis.ts';

/** Another one asks other things: `npm run fuzz` takes a new one each time. */
const seed = 8;
/** Beside the examples of the document and the bounds of every field, which are most. */
const examples = 5;
/**
 * What needs a hold, a lost session, a second interpreter, or a day to come that all can come: done on the stack elsewhere.
 * Of all others, whoever may does each here at least once, so that no right of a function's role can be missing unseen.
 */
const doneElsewhere: Readonly<Record<string, string>> = {
  // Each needs somebody as the one before left them.
  'accounts.changePerson': 'test/accounts/accounts.stack.test.ts',
  'accounts.disablePerson': 'test/accounts/accounts.stack.test.ts',
  'accounts.enablePerson': 'test/accounts/accounts.stack.test.ts',
  'accounts.giveAccount': 'test/accounts/accounts.stack.test.ts',
  'accounts.inviteAgain': 'test/accounts/accounts.stack.test.ts',
  'cases.admitCounsel': 'test/cases/joining.stack.test.ts',
  'cases.handOverWitness': 'test/cases/joining.stack.test.ts',
  // A second officer, and an administrator of their agency.
  'cases.askTakeOver': 'test/cases/joining.stack.test.ts',
  'cases.confirmForAgency': 'test/cases/joining.stack.test.ts',
  'cases.confirmTakeOver': 'test/cases/joining.stack.test.ts',
  'cases.endTakeOver': 'test/cases/joining.stack.test.ts',
  'requests.confirmPaper': 'test/requests/paper.stack.test.ts',
  'requests.enterPaper': 'test/requests/paper.stack.test.ts',
  'requests.markItem': 'test/requests/requests.stack.test.ts',
  'requests.transmitRequest': 'test/requests/requests.stack.test.ts',
  // Needs a grant in which another way comes before the link.
  'requests.recordWayTried': 'test/requests/requests.stack.test.ts',
  // One after a refusal, the other after a grant in writing.
  'requests.tellOfDecision': 'test/requests/requests.stack.test.ts',
  'requests.recordQuestions': 'test/requests/paper.stack.test.ts',
  // Each needs a case that stands otherwise, or somebody who is needed in it no more.
  'cases.bringColleague': 'test/cases/life/life.stack.test.ts',
  'cases.holdCase': 'test/cases/life/life.stack.test.ts',
  'cases.leaveAsParty': 'test/cases/life/life.stack.test.ts',
  'cases.leaveCase': 'test/cases/life/life.stack.test.ts',
  'cases.releaseCase': 'test/cases/life/life.stack.test.ts',
  'cases.reopenCase': 'test/cases/life/life.stack.test.ts',
  // By pseudonyms of those who can be on call, of whom the ground names none.
  'help.keepOnCall': 'test/help/help.stack.test.ts',
  // Of people in a room of theirs, some of them before a court, which the ground is not.
  'hearing.answerOath': 'test/hearing/hearing.stack.test.ts',
  'hearing.askHandOver': 'test/hearing/hearing.stack.test.ts',
  'hearing.challenge': 'test/hearing/hearing.stack.test.ts',
  'hearing.enterLanguages': 'test/hearing/hearing.stack.test.ts',
  'hearing.enterOath': 'test/hearing/hearing.stack.test.ts',
  'hearing.enterReadBack': 'test/hearing/hearing.stack.test.ts',
  'hearing.enterStop': 'test/hearing/hearing.stack.test.ts',
  'hearing.enterTold': 'test/hearing/hearing.stack.test.ts',
  'hearing.giveSignal': 'test/hearing/hearing.stack.test.ts',
  'hearing.object': 'test/hearing/hearing.stack.test.ts',
  'hearing.ruleOnChallenge': 'test/hearing/hearing.stack.test.ts',
  'hearing.ruleOnObjection': 'test/hearing/hearing.stack.test.ts',
  'hearing.ruleOnStop': 'test/hearing/hearing.stack.test.ts',
  'hearing.showWait': 'test/hearing/hearing.stack.test.ts',
  'hearing.takeOver': 'test/hearing/hearing.stack.test.ts',
  'interpreting.acknowledgeBriefing': 'test/interpreting/interpreting.stack.test.ts',
  // Nobody has worked there, and nobody is missed a quarter of an hour before anything begins.
  'interpreting.enterTimes': 'test/interpreting/interpreting.stack.test.ts',
  // By an interpreter with an account, of whom the cast has none.
  'interpreting.readOwnDay': 'test/interpreting/times/own-day.stack.test.ts',
  'interpreting.reportNoShow': 'test/interpreting/times/times.test.ts',
  // Needs an alarm that rings.
  'help.answerCall': 'test/help/help.stack.test.ts',
  // The same of somebody who asks for technical help.
  'help.answerTechnical': 'test/help/help.stack.test.ts',
  // One after a session that is over, the other after a test that failed.
  'preparation.closeTask': 'test/preparation/preparation.stack.test.ts',
  'preparation.setTestAside': 'test/preparation/preparation.stack.test.ts',
  // A file that is whole comes first.
  'exhibits.allowExhibit': 'test/exhibits/exhibits.stack.test.ts',
  'exhibits.hideExhibit': 'test/exhibits/exhibits.stack.test.ts',
  'exhibits.pointAt': 'test/exhibits/exhibits.stack.test.ts',
  'exhibits.showExhibit': 'test/exhibits/exhibits.stack.test.ts',
  'exhibits.turnPage': 'test/exhibits/exhibits.stack.test.ts',
  'exhibits.enterExhibit': 'test/exhibits/exhibits.stack.test.ts',
  'exhibits.lookAtPage': 'test/exhibits/exhibits.stack.test.ts',
  'exhibits.putPart': 'test/exhibits/exhibits.stack.test.ts',
  // By an order that stands, to one who has an account there.
  'disclosures.agreeToDisclosure': 'test/disclosures/disclosures.stack.test.ts',
  'disclosures.liftDisclosure': 'test/disclosures/disclosures.stack.test.ts',
  'disclosures.orderDisclosure': 'test/disclosures/disclosures.stack.test.ts',
  'disclosures.readDisclosed': 'test/disclosures/disclosures.stack.test.ts',
  'disclosures.takeDisclosed': 'test/disclosures/disclosures.stack.test.ts',
  // Nobody of the ground is counsel.
  'orders.stateDefence': 'test/orders/orders.stack.test.ts',
  // Nobody there is heard as a witness who is no victim.
  'orders.orderToTestify': 'test/orders/orders.stack.test.ts',
  // Before a court, with people in its rooms, which the ground is not; a turn by a machine's own secret alone.
  'rooms.adjourn': 'test/rooms/presiding/presiding.stack.test.ts',
  'rooms.callIn': 'test/rooms/presiding/presiding.stack.test.ts',
  'rooms.carryLanguages': 'test/rooms/presiding/presiding.stack.test.ts',
  'rooms.endTalk': 'test/rooms/presiding/presiding.stack.test.ts',
  'rooms.goWith': 'test/rooms/presiding/presiding.stack.test.ts',
  'rooms.recess': 'test/rooms/presiding/presiding.stack.test.ts',
  'rooms.reportStall': 'test/rooms/presiding/presiding.stack.test.ts',
  'rooms.silence': 'test/rooms/presiding/presiding.stack.test.ts',
  'rooms.setRecord': 'test/rooms/presiding/presiding.stack.test.ts',
  'rooms.sitInCamera': 'test/rooms/presiding/presiding.stack.test.ts',
  'rooms.standDown': 'test/rooms/presiding/presiding.stack.test.ts',
  'rooms.talkApart': 'test/rooms/presiding/presiding.stack.test.ts',
  'rooms.takeTurn': 'test/rooms/screened.stack.test.ts',
  // On the day of a session alone, by the officer who sits there.
  'rooms.identify': 'test/rooms/passes.stack.test.ts',
  // On the day of a session alone, and a no takes its room away.
  'rooms.sayToday': 'test/rooms/witness.stack.test.ts',
  // No case is closed that has sessions to come.
  'cases.closeCase': 'test/cases/life/life.stack.test.ts',
  'rooms.endSession': 'test/rooms/passes.stack.test.ts',
  // Only where somebody wished for a woman and a man waits.
  'rooms.waiveOwnWish': 'test/interpreting/interpreting.stack.test.ts',
  // By whoever is heard, in the session of their own pass alone, whose room it takes away.
  'rooms.withdrawByLink': 'test/cases/life/life.stack.test.ts',
  'rooms.withdraw': 'test/cases/whole/thailand-and-myanmar.stack.test.ts',
  'sessions.addInterpreter': 'test/interpreting/interpreting.stack.test.ts',
  'sessions.cancelSeries': 'test/sessions/series/series.stack.test.ts',
  'sessions.confirmSeries': 'test/notices/series.stack.test.ts',
  'sessions.confirmSession': 'test/journeys/booking.test.ts',
  'sessions.joinSeries': 'test/sessions/series/series.stack.test.ts',
  'sessions.leaveSeries': 'test/sessions/series/series.stack.test.ts',
  'sessions.moveSession': 'test/notices/notices.stack.test.ts',
  'sessions.replaceParticipant': 'test/notices/notices.stack.test.ts',
  'sessions.restOfShift': 'test/sessions/series/series.stack.test.ts',
  'sessions.restoreGate': 'test/sessions/door/aside.stack.test.ts',
  'sessions.setGateAside': 'test/sessions/door/aside.stack.test.ts',
  'sessions.restoreSession': 'test/notices/notices.stack.test.ts',
  'sessions.shiftSeries': 'test/sessions/series/series.stack.test.ts',
  // Each needs what the one before left, and consent that names an authority.
  'sharing.shareInformation': 'test/sharing/sharing.stack.test.ts',
  'sharing.confirmReceipt': 'test/sharing/sharing.stack.test.ts',
  'sharing.declineAsk': 'test/sharing/sharing.stack.test.ts',
  'sharing.enterUse': 'test/sharing/sharing.stack.test.ts',
  'sharing.giveFeedback': 'test/sharing/sharing.stack.test.ts',
  'sharing.tellPerson': 'test/sharing/sharing.stack.test.ts',
  // Each needs what the one before left, and the last leaves nothing.
  'witnesses.askUnmasking': 'test/witnesses/vault.stack.test.ts',
  'witnesses.decideUnmasking': 'test/witnesses/vault.stack.test.ts',
  'witnesses.readIdentity': 'test/witnesses/vault.stack.test.ts',
  'witnesses.eraseIdentity': 'test/witnesses/vault.stack.test.ts',
  'witnesses.waiveWish': 'test/interpreting/interpreting.stack.test.ts',
};
/** On a machine that does much else, and installs Schemathesis first. */
const longest = 20 * 60_000;

test(
  'the deployed API keeps what its document promises, whatever it is sent',
  async () => {
    const stack = deployedStack();
    const folder = join(stack.folder, 'logs');
    const ground = await newGround(stack);
    const began = Date.now();
    const outcome = await fuzz(ground, {
      asker: 'whoever may',
      seed,
      examples,
      bounds: 'that hold',
      folder,
    });
    const { clean, operations, cases, done, words } = outcome;
    const seconds = Math.round((Date.now() - began) / 1000);
    // Past vitest, which keeps back what a test that passes has to say.
    writeSync(
      1,
      `Schemathesis: ${operations} operations, ${done.length} done; ${cases} cases in ${seconds} s\n`,
    );
    expect(clean, words).toBe(true);
    expect(operations).toBe(everyRoute.length);
    expect(cases).toBeGreaterThan(20 * operations);
    const undone = everyRoute.map(([name]) => name).filter((name) => !done.includes(name));
    expect(undone.filter((name) => !(name in doneElsewhere))).toEqual([]);
  },
  longest,
);
