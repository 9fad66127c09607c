import { useQueryClient } from '@tanstack/react-query';
import { readHearing } from '../../../functions/hearing/contract.ts';
import { listen, readRoom } from '../../../functions/rooms/contract.ts';
import { useNudges } from '../nudges/use-nudges.ts';
import { randomKey } from './action-key.ts';
import { call } from './call.ts';
import { useLine } from './hooks.ts';

/** Listens at a room for staff: whoever shows it on this page shows it anew when something happens there. */
export function useRoomNudges(sessionId: string | undefined) {
  const line = useLine();
  const known = useQueryClient();
  return useNudges(
    sessionId,
    (id) => call(line, listen, { params: { sessionId: id }, body: {}, key: randomKey() }),
    () => {
      for (const { path } of [readRoom, readHearing])
        void known.invalidateQueries({ queryKey: [path, { sessionId }] });
    },
  );
}
