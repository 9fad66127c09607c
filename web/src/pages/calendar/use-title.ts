import { useTranslation } from 'react-i18next';
import { listKept, listRooms } from '../../../../functions/directory/contract.ts';
import { useAnswer } from '../../api/hooks.ts';
import { mayCall } from '../../api/may-call.ts';
import { useOwnRecord } from '../../parts/own-record.tsx';
import type { Whose } from './whose.ts';

/** Whose calendar it is, in words; empty while that is not known. */
export function useTitle(whose: Whose): string {
  const { t } = useTranslation(['scheduling', 'staff']);
  const me = useOwnRecord();
  const person = useKeptPerson(whose.kind === 'person' ? whose.personId : undefined);
  const rooms = useAnswer(listRooms, {}, { when: whose.kind === 'room' && mayCall(listRooms, me.role) });
  switch (whose.kind) {
    case 'me':
      return t('calendars.own');
    case 'person':
      return person === undefined
        ? ''
        : `${t(`staff:roles.${person.role}`)}: ${person.label}, ${person.agency}`;
    case 'room': {
      const room = rooms.data?.rooms.find(({ roomId }) => roomId === whose.roomId);
      return room === undefined ? '' : [room.label, room.city, room.agency].filter(Boolean).join(', ');
    }
  }
}

/** One of those whose calendars the reader keeps. */
export function useKeptPerson(personId: string | undefined) {
  const me = useOwnRecord();
  const people = useAnswer(listKept, {}, { when: personId !== undefined && mayCall(listKept, me.role) });
  return people.data?.people.find((each) => each.personId === personId);
}
