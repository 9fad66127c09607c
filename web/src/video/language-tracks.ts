import type { LocalAudioTrack } from 'livekit-client';

interface TrackParts {
  readonly capture: () => Promise<LocalAudioTrack>;
  readonly publish: (track: LocalAudioTrack, language: string) => Promise<void>;
  /** Whether that language is spoken into at this moment. */
  readonly isSpokenInto: (language: string) => boolean;
  readonly onChange: () => void;
  /** The microphone could not be opened, or not be sent. */
  readonly onFailed: () => void;
}

/**
 * An interpreter's voices into languages in one room, one track for each. A track stands from when it is first spoken into, so
 * that whoever listens waits for nothing when the interpreter comes back to it.
 */
export class LanguageTracks {
  readonly #parts: TrackParts;
  readonly #tracks = new Map<string, LocalAudioTrack | 'opening'>();
  #stopped = false;

  constructor(parts: TrackParts) {
    this.#parts = parts;
  }

  get all(): readonly (readonly [language: string, track: LocalAudioTrack])[] {
    return [...this.#tracks].flatMap(([language, track]) =>
      track === 'opening' ? [] : [[language, track] as const],
    );
  }

  /** Opens the track of a language, once. */
  async open(language: string): Promise<void> {
    if (this.#tracks.has(language) || this.#stopped) return;
    this.#tracks.set(language, 'opening');
    let track: LocalAudioTrack | undefined;
    try {
      track = await this.#parts.capture();
      if (this.#stopped) return track.stop();
      this.#tracks.set(language, track);
      if (!this.#parts.isSpokenInto(language)) await track.mute();
      await this.#parts.publish(track, language);
    } catch {
      track?.stop();
      this.#tracks.delete(language);
      this.#parts.onFailed();
    }
    this.#parts.onChange();
  }

  /** Stopped before it returns. */
  stop(): void {
    this.#stopped = true;
    for (const [, track] of this.all) {
      track.mediaStreamTrack.stop();
      track.stop();
    }
    this.#tracks.clear();
  }
}
