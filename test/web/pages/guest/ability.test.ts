import { describe, expect, it } from 'vitest';
import { abilityOf, mayTryHere } from '../../../../web/src/pages/guest/ability.ts';

const chrome =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36';
const able = { mediaDevices: true, peerConnection: true, userAgent: chrome };

describe('what a browser can do', () => {
  it('an ordinary browser is able', () => {
    expect(abilityOf(able)).toBe('able');
    const safari =
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';
    expect(abilityOf({ ...able, userAgent: safari })).toBe('able');
  });

  it.each([
    ['Facebook', `${chrome} [FB_IAB/FB4A;FBAV/500.0.0.1.1;]`],
    ['LINE', `${chrome} Line/14.1.0`],
    ['WeChat', `${chrome} MicroMessenger/8.0.50`],
    ['Zalo', `${chrome} Zalo android/24100`],
    ['any Android web view', chrome.replace('; K)', '; K; wv)')],
  ])('inside %s', (_, userAgent) => {
    expect(abilityOf({ ...able, userAgent })).toBe('inside-app');
  });

  it('no devices or no peer connection: unable, and no offer to try', () => {
    expect(abilityOf({ ...able, mediaDevices: false })).toBe('unable');
    expect(abilityOf({ ...able, peerConnection: false })).toBe('unable');
    expect(mayTryHere({ ...able, mediaDevices: false })).toBe(false);
    expect(mayTryHere(able)).toBe(true);
  });
});
