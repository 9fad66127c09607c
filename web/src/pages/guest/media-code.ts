import { useEffect, useState } from 'react';
import { insist } from '../../parts/insist.ts';
import { loadLiveKit } from '../../video/livekit.ts';
import { loadRoomWords } from '../../video/room-words.ts';

type MediaCode = Pick<typeof import('../../video/hearing.tsx'), 'Hearing'>;

let coming: Promise<MediaCode> | undefined;

/**
 * All that the room is made of: the page, its words, what talks to the media server. Asked for once, and anew after it
 * failed.
 * @throws what the browser says when it does not come, however often it is asked for
 */
export function loadMediaCode(language: string): Promise<MediaCode> {
  coming ??= insist(async () => {
    const [hearing] = await Promise.all([
      import('../../video/hearing.tsx').then(({ Hearing }) => ({ Hearing })),
      loadRoomWords(language),
      loadLiveKit(),
    ]);
    return hearing;
  }).catch((error: unknown) => {
    coming = undefined;
    throw error;
  });
  return coming;
}

/** The room's code, when it is there. */
export function useMediaCode(language: string): MediaCode | 'coming' | 'failed' {
  const [code, setCode] = useState<MediaCode | 'coming' | 'failed'>('coming');
  useEffect(() => {
    let gone = false;
    loadMediaCode(language).then(
      (loaded) => !gone && setCode(loaded),
      () => !gone && setCode('failed'),
    );
    return () => {
      gone = true;
    };
  }, [language]);
  return code;
}
