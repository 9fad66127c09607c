import { describe, expect, it } from 'vitest';
import { channelName, channelOf } from '../../../functions/shared/values/channel-name.ts';
import {
  COMES_BACK_MS,
  DUCKED,
  languagesIn,
  originalVolume,
  voicesIn,
} from '../../../web/src/video/channels.ts';
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
  const media = (...others: object[]) => ({ media: { others } as unknown as Media, others: [] });

  it('is each language once, from whoever interprets', () => {
    expect(languagesIn(media(from('i', 'th', 'my'), from('i-two', 'km', 'my')), view)).toEqual([
      'km',
      'my',
      'th',
    ]);
  });

  it('is on the screened side what carries the court over, and in a further room who interprets there', () => {
    const relay = from('r', 'th', 'km');
    expect(languagesIn(media(relay), view)).toEqual([]);
    expect(languagesIn(media(relay), { ...view, relay: 'r' })).toEqual(['km', 'th']);
    const beside = { ...media(), others: [media(from('i', 'th'), relay)] };
    expect(languagesIn(beside, view)).toEqual(['th']);
  });

  it('is for the second of two who interpret what the first says: so one interprets from the other, and not from the floor', () => {
    const second = { ...view, mySeat: 'interpreter', myPseudonym: 'I-6JKM' } as unknown as RoomView;
    expect(languagesIn(media(from('i', 'my')), second)).toEqual(['my']);
    const [[language, voice] = []] = voicesIn(media(from('i', 'my')), second);
    expect([language, voice]).toEqual(['my', undefined]);
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
