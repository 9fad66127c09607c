import type { Context } from '../shared/http/call.ts';
import { capabilityApp } from '../shared/http/mount.ts';
import { acknowledgeAlarms } from './acknowledge-alarms.ts';
import { admit } from './admit.ts';
import { arrive } from './arrive.ts';
import * as contract from './contract.ts';
import * as invitations from './invitations/contract.ts';
import * as machines from './machines/contract.ts';
import { reportStall } from './machines/report-stall.ts';
import { takeTurn } from './machines/take-turn.ts';
import { callIn, carryLanguages, goWith, standDown } from './presiding/calling.ts';
import * as presiding from './presiding/contract.ts';
import { adjourn, recess, setRecord, silence, sitInCamera } from './presiding/halting.ts';
import { endTalk, talkApart } from './presiding/talking.ts';
import { endSession } from './end-session.ts';
import { identify } from './identify.ts';
import { issueInvitation } from './invitations/issue-invitation.ts';
import { listInvitations } from './invitations/list-invitations.ts';
import { listen } from './pages/listen.ts';
import type { MediaServer } from './media/media-server.ts';
import { openRoom } from './open-room.ts';
import { pause } from './pause.ts';
import { readGuestSeat } from './invitations/read-guest-seat.ts';
import { raiseHand } from './raise-hand.ts';
import { readCompany } from './read-company.ts';
import { readRoom } from './read-room.ts';
import { redeemInvitation } from './invitations/redeem-invitation.ts';
import { remove } from './remove.ts';
import { requestPass } from './request-pass.ts';
import { resume } from './resume.ts';
import { sayToday } from './say-today.ts';
import { takeMediaEvent } from './media/take-media-event.ts';
import { waiveOwnWish } from './waive-own-wish.ts';
import { withdrawByLink } from './invitations/withdraw-by-link.ts';
import { tellLine } from './tell-line.ts';
import { withdraw } from './withdraw.ts';

/**
 * The routes of `rooms`. `media` is asked for late, so that a page that only reads needs no key.
 * @param socketsUrl where pages open their sockets
 */
export function roomsApp(context: Context, media: () => Promise<MediaServer>, socketsUrl: string) {
  const { app, mount } = capabilityApp('rooms', context);

  // Before the routes with an id in the same place.
  mount(invitations.readGuestSeat, readGuestSeat);
  mount(invitations.withdrawByLink, (call) => withdrawByLink(call, media));
  mount(invitations.redeemInvitation, (call) => redeemInvitation(call, media));
  mount(contract.mediaHook, async (call) => {
    await takeMediaEvent(context, media, call.request);
    return {};
  });

  mount(contract.readRoom, (call) => readRoom(call, media));
  mount(contract.readCompany, readCompany);
  mount(contract.listen, (call) => listen(call, socketsUrl));
  mount(invitations.issueInvitation, (call) => issueInvitation(call, media));
  mount(invitations.listInvitations, listInvitations);
  mount(contract.arrive, (call) => arrive(call, media));
  mount(contract.raiseHand, (call) => raiseHand(call, media));
  mount(contract.tellLine, (call) => tellLine(call, media));
  mount(contract.openRoom, (call) => openRoom(call, media));
  mount(contract.admit, (call) => admit(call, media));
  mount(contract.remove, (call) => remove(call, media));
  mount(contract.acknowledgeAlarms, (call) => acknowledgeAlarms(call, media));
  mount(contract.requestPass, (call) => requestPass(call, media));
  mount(contract.pause, (call) => pause(call, media));
  mount(contract.resume, (call) => resume(call, media));
  mount(contract.sayToday, (call) => sayToday(call, media));
  mount(contract.identify, (call) => identify(call, media));
  mount(contract.waiveOwnWish, (call) => waiveOwnWish(call, media));
  mount(contract.withdraw, (call) => withdraw(call, media));
  mount(presiding.callIn, (call) => callIn(call, media));
  mount(presiding.standDown, (call) => standDown(call, media));
  mount(presiding.goWith, (call) => goWith(call, media));
  mount(presiding.carryLanguages, (call) => carryLanguages(call, media));
  mount(presiding.recess, (call) => recess(call, media));
  mount(presiding.setRecord, (call) => setRecord(call, media));
  mount(presiding.sitInCamera, (call) => sitInCamera(call, media));
  mount(presiding.silence, (call) => silence(call, media));
  mount(presiding.adjourn, (call) => adjourn(call, media));
  mount(presiding.talkApart, (call) => talkApart(call, media));
  mount(presiding.endTalk, (call) => endTalk(call, media));
  mount(machines.reportStall, (call) => reportStall(call, media));
  mount(machines.takeTurn, (call) => takeTurn(call, media));
  mount(contract.endSession, (call) => endSession(call, media));
  return app;
}
