import type { Role } from '../../functions/shared/access/roles.ts';

/**
 * Who may call what, written out a second time and by hand: what a contract says is compared with it, so that nobody
 * enters a route by a list that grew elsewhere. A route that is not here, a role that is not here, fails the test.
 */

/** Each role by the letter of its pseudonyms. */
export const letters: Readonly<Record<Role, string>> = {
  prosecutor: 'P',
  clerk: 'C',
  'support-officer': 'S',
  'attending-officer': 'A',
  'central-authority': 'H',
  auditor: 'U',
  witness: 'W',
  interpreter: 'I',
  judge: 'J',
  'defence-counsel': 'D',
  'victim-counsel': 'V',
  'custody-officer': 'K',
  technician: 'T',
  'agency-administrator': 'M',
  accused: 'R',
  guardian: 'G',
  'support-person': 'N',
  expert: 'X',
  observer: 'O',
};

const everyRole = Object.keys(letters) as readonly Role[];

/** Letters in the order above; `anyone` needs no sign-in. */
const table: Readonly<Record<string, string>> = {
  'cases.listCases': 'P C S A H U J',
  'cases.nameParty': 'P C',
  'cases.nameWitness': 'P',
  'cases.openCase': 'P',
  'cases.readCase': 'P C S A H U J',
  'cases.takeCase': 'P C S A H J',
  'custody.carryOnAgencyExport': 'C S H',
  'custody.carryOnExport': 'P C U',
  'custody.exportAgencyLog': 'C S H',
  'custody.listAgencyEntries': 'C S H',
  'custody.exportLog': 'P C U',
  'custody.listEntries': 'P C U',
  'custody.readKey': 'anyone',
  'directory.addRoom': 'C S H',
  'directory.changeRoom': 'C S H',
  'directory.correctHoliday': 'C H',
  'directory.keepDrafts': 'P C S A H U J D V K T M',
  'directory.listKept': 'C S H',
  'directory.listPeople': 'P C S H J',
  'directory.listRooms': 'P C S H J',
  'directory.readWorkingTime': 'C S H',
  'directory.readHolidays': 'P C S A H U J',
  'directory.readMe': 'P C S A H U J D V K T M',
  'directory.readMyWorkingTime': 'P C S A H U J D V K T M',
  'directory.readProfile': 'C S H',
  'directory.readRoomWorkingTime': 'C S H',
  'directory.setWorkingTime': 'C S H',
  'directory.setMyWorkingTime': 'P C S A H U J D V K T M',
  'directory.setProfile': 'C S H',
  'directory.setRoomWorkingTime': 'C S H',
  'interpreting.confirmInterpreter': 'C',
  'interpreting.readAssignment': 'P C S A H U J',
  'notices.listNotices': 'P C S A H U J',
  'notices.previewNotices': 'P C S A H U J',
  'notices.previewOfBooking': 'P C S H J',
  'requests.readLaw': 'P C H J',
  'requests.readPermission': 'P C S A H U',
  'requests.readPermissionOfSession': 'P C S A H U',
  'requests.recordPermission': 'H',
  'rooms.acknowledgeAlarms': 'C',
  'rooms.admit': 'C',
  'rooms.arrive': 'P C S A W I J',
  'rooms.endSession': 'C',
  'rooms.issueInvitation': 'C S',
  'rooms.listInvitations': 'C S',
  'rooms.listen': 'P C S A W I J',
  'rooms.mediaHook': 'anyone',
  'rooms.openRoom': 'C',
  'rooms.pause': 'C S A W',
  'rooms.readGuestSeat': 'W I',
  'rooms.readRoom': 'P C S A W I J',
  'rooms.redeemInvitation': 'anyone',
  'rooms.remove': 'C',
  'rooms.requestPass': 'P C S A W I J',
  'rooms.resume': 'C S A W',
  'sessions.approveChange': 'P C S J',
  'sessions.bookSession': 'P S H C J',
  'sessions.cancelSeries': 'P S H C J',
  'sessions.cancelSession': 'P S H C J',
  'sessions.changeLength': 'P S H C J',
  'sessions.confirmSession': 'P S H C J',
  'sessions.joinSeries': 'P S H C J',
  'sessions.leaveSeries': 'P S H C J',
  'sessions.listRoomChoices': 'P S H C J',
  'sessions.listOwnSessions': 'P C S A H U J',
  'sessions.listSessions': 'P C S A H U J',
  'sessions.moveSession': 'P S H C J',
  'sessions.nameAttendingOfficer': 'H',
  'availability.previewSession': 'P C S H J',
  'sessions.readSeries': 'P C S A H U J',
  'sessions.readSession': 'P C S A H U J',
  'sessions.replaceParticipant': 'P C S J',
  'sessions.restOfShift': 'P S H C J',
  'sessions.restoreSession': 'P S H C J',
  'sessions.shiftSeries': 'P S H C J',
  'sessions.setRooms': 'P S H C J',
  'availability.searchSlots': 'P C S H J',
  'availability.listTaken': 'P C S A H U J',
  'witnesses.approveRiskPlan': 'S',
  'witnesses.readWitness': 'P C S A H U',
  'witnesses.readWitnessOfSession': 'P C S A H U',
  'witnesses.recordConsent': 'S',
  'witnesses.withdrawConsent': 'S',
};

export const namedRoutes: readonly string[] = Object.keys(table);

/** The roles that may call a route, by its name. @throws RangeError for a route that the table does not name */
export function mayCall(name: string): readonly Role[] | 'anyone' {
  const line = table[name];
  if (line === undefined) throw new RangeError(`Say in test/access/access-table.ts who may call ${name}.`);
  return line === 'anyone' ? line : everyRole.filter((role) => line.split(' ').includes(letters[role]));
}
