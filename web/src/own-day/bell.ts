/**
 * The bell at the door. A browser lets a page make a sound only once somebody has pressed or typed something in it, so the
 * bell is hung up at the first press. It says nothing of who has come: a screen may be seen, and a loudspeaker heard, by
 * others.
 */

const SWITCH = 'saksi.bell';

let audio: AudioContext | undefined;

/** Whether the bell rings in this browser; it does unless somebody has switched it off. */
export const bellIsOn = (): boolean => localStorage.getItem(SWITCH) !== 'off';

export const switchBell = (on: boolean): void => localStorage.setItem(SWITCH, on ? 'on' : 'off');

/** Hangs the bell up at the next press. Gives what takes it down again. */
export function hangBell(): () => void {
  const hang = () => {
    audio ??= new AudioContext();
    // Where it is not let, the next press tries again; the title and the notification are there meanwhile.
    audio.resume().catch((error: unknown) => console.warn('The bell cannot ring yet.', error));
  };
  const presses = ['pointerdown', 'keydown'] as const;
  for (const press of presses) addEventListener(press, hang);
  return () => {
    for (const press of presses) removeEventListener(press, hang);
  };
}

/** Two tones, high and low, about a second in all. Silent where the bell could not be hung up. */
export function ring(): void {
  if (audio?.state !== 'running') return;
  tone(audio, 880, audio.currentTime);
  tone(audio, 660, audio.currentTime + 0.4);
}

function tone(context: AudioContext, hertz: number, at: number): void {
  const oscillator = context.createOscillator();
  const loudness = context.createGain();
  oscillator.frequency.value = hertz;
  loudness.gain.setValueAtTime(0, at);
  loudness.gain.linearRampToValueAtTime(0.3, at + 0.02);
  loudness.gain.exponentialRampToValueAtTime(0.001, at + 0.6);
  oscillator.connect(loudness).connect(context.destination);
  oscillator.start(at);
  oscillator.stop(at + 0.6);
}

/** Whether this browser could show a notification, and has not been asked yet. */
export const mayAskToNotify = (): boolean =>
  'Notification' in globalThis && Notification.permission === 'default';

/** Must be called from a press. */
export const askToNotify = async (): Promise<void> => void (await Notification.requestPermission());

/** Shows a notification where that was allowed; one in place of another, so that a screen never fills with them. */
export function notify(text: string): void {
  if (!('Notification' in globalThis) || Notification.permission !== 'granted') return;
  try {
    const shown = new Notification(text, { tag: 'saksi-door' });
    shown.addEventListener('click', () => {
      globalThis.focus();
      shown.close();
    });
  } catch (error) {
    // Chrome on Android has the class and refuses to make one.
    console.warn('No notification can be shown here.', error);
  }
}
