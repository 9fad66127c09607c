import { useTranslation } from 'react-i18next';
import type { Role } from '../../../../functions/shared/access/roles.ts';
import { listPeople, listRooms } from '../../../../functions/directory/contract.ts';
import { useAnswer } from '../../api/hooks.ts';
import { usePeople } from '../../api/use-people.ts';
import { mayCall } from '../../api/may-call.ts';
import { useNames } from '../../parts/state-and-language-names.ts';
import { useOwnRecord } from '../../parts/own-record.tsx';
import type { Attendee } from './attendees.ts';
import type { WantedSession } from './wanted-session.ts';

/** Interpreters and rooms that can be chosen, and how they are called. */
export interface Choosable {
  readonly interpreters: readonly { readonly id: string; readonly name: string }[];
  /** Looks for other interpreters by what was typed. */
  readonly onSearch: (typed: string) => void;
  readonly rooms: readonly {
    readonly id: string;
    readonly name: string;
    readonly city?: string | undefined;
  }[];
  /** @returns undefined where the reader's role may not know */
  readonly nameOf: (id: string) => string | undefined;
}

export function useChoosable(): Choosable {
  const me = useOwnRecord();
  const names = useNames();
  const { people = [], onSearch } = usePeople('interpreter', mayCall(listPeople, me.role));
  const places = useAnswer(listRooms, {}, { when: mayCall(listRooms, me.role) });
  const interpreters = people.map(({ personId, label, languages = [] }) => ({
    id: personId,
    name: `${languages.map((tag) => names.language(tag)).join(' – ')}: ${label}`,
  }));
  const rooms = (places.data?.rooms ?? []).map(({ roomId, label, agency, city }) => ({
    id: roomId,
    name: [label, city, agency].filter((each) => each !== undefined).join(', '),
    city,
  }));
  const all = new Map<string, string>([...interpreters, ...rooms].map(({ id, name }) => [id, name] as const));
  return { interpreters, onSearch, rooms, nameOf: (id) => all.get(id) };
}

/** What a row is called, and what is said below it. */
export function useAttendeeWords(wanted: WantedSession, choosable: Choosable) {
  const { t } = useTranslation(['scheduling', 'staff']);
  const names = useNames();
  const title = ({ kind, role }: Attendee): string => {
    switch (kind) {
      case 'member':
        return t(`staff:roles.${role as Role}`);
      case 'witness':
        return t('staff:roles.witness');
      case 'interpreter':
        return t('staff:roles.interpreter');
      case 'room':
        return t('room.title');
    }
  };
  const interpreterDetail = () => {
    const { interpreter } = wanted;
    if (interpreter.kind === 'none') return '';
    if (interpreter.kind === 'one') return choosable.nameOf(interpreter.id) ?? '';
    const [one, other] = interpreter.between;
    return [
      t('interpreter.anyOf', { one: names.language(one), other: names.language(other) }),
      interpreter.dialect,
      interpreter.gender === '' ? '' : t(`interpreter.genders.${interpreter.gender}`),
      interpreter.mode === '' ? '' : t(`staff:interpreter.modes.${interpreter.mode}`),
      interpreter.vetted ? t('interpreter.vettedShort') : '',
      interpreter.notFrom === ''
        ? ''
        : t('interpreter.notFromShort', { country: names.country(interpreter.notFrom) }),
    ]
      .filter((each) => each !== '')
      .join(', ');
  };
  const roomDetail = (roomId?: string) => {
    const { room } = wanted;
    if (roomId !== undefined) return choosable.nameOf(roomId) ?? '';
    if (room.kind !== 'any') return '';
    return [t('room.any'), room.city, room.vetted ? t('room.vettedShort') : '']
      .filter((each) => each !== '')
      .join(', ');
  };
  const detail = ({ kind, label, roomId }: Attendee): string => {
    switch (kind) {
      case 'member':
        return label ?? '';
      case 'witness':
        return '';
      case 'interpreter':
        return interpreterDetail();
      case 'room':
        return roomDetail(roomId);
    }
  };
  return { title, detail };
}
