import { describe, expect, it } from 'vitest';
import { channelName, channelOf } from '../../../web/src/video/channel-name.ts';
import { COMES_BACK_MS, DUCKED, languagesIn, originalVolume } from '../../../web/src/video/channels.ts';
import type { Media } from '../../../web/src/video/media.ts';
import type { RoomView } from '../../../web/src/video/room-view.ts';

describe('a track of a language', () => {
  it('is known by its name, and no other is', () => {
    for (const tag of ['km', 'shn']) expect(channelOf(channelName(tag))).toBe(tag);
    for (const name of ['microphone', 'language-', 'language-KM', 'language-zh-Hant', 'xlanguage-km', ''])
      expect([name, channelOf(name)]).toEqual([name, undefined]);
  });
});

describe('what can be listened to', () => {
  const view = {
    seats: [
      { seat: 'interpreter', pseudonym: 'I-4JKM', state: 'admitted', identity: 'i' },
      { seat: 'interpreter', pseudonym: 'I-6JKM', state: 'admitted', identity: 'i-two' },
      { seat: 'prosecutor', pseudonym: 'P-2ACD', state: 'admitted', identity: 'p' },
    ],
  } as unknown as RoomView;
  const from = (identity: string, ...languages: string[]) => ({
    identity,
    channels: languages.map((language) => ({ language, muted: false, audio: undefined })),
  });
  const media = (...others: object[]) => ({ others }) as unknown as Media;

  it('is each language once, from whoever interprets', () => {
    expect(languagesIn(media(from('i', 'th', 'my'), from('i-two', 'km', 'my')), view)).toEqual([
      'km',
      'my',
      'th',
    ]);
  });

  it('is nothing from anybody else, seated or not', () => {
    expect(languagesIn(media(from('p', 'th'), from('stranger', 'my')), view)).toEqual([]);
  });
});

describe('the original under an interpretation', () => {
  it('is soft while that is heard and a moment longer, and else as loud as it is', () => {
    expect(originalVolume(undefined, 10_000)).toBe(1);
    expect(originalVolume(10_000, 10_000)).toBe(DUCKED);
    expect(originalVolume(10_000, 10_000 + COMES_BACK_MS - 1)).toBe(DUCKED);
    expect(originalVolume(10_000, 10_000 + COMES_BACK_MS)).toBe(1);
  });
});
