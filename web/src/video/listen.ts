/** Milliseconds between two looks. */
const LOOK_MS = 100;
/** Samples that one look hears: longer than the time between two, at any usual rate, so that no short word falls between. */
export const soundSamples = 8192;

/**
 * Looks ten times a second at the sound of a stream; at none where it has none.
 * @param look given what was heard since the look before, and a little more
 * @returns ends the listening
 */
export function listen(stream: MediaStream, look: (analyser: AnalyserNode) => void): () => void {
  if (stream.getAudioTracks().length === 0) return () => undefined;
  const context = newAudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = soundSamples;
  context.createMediaStreamSource(stream).connect(analyser);
  const timer = setInterval(() => look(analyser), LOOK_MS);
  return () => {
    clearInterval(timer);
    void context.close();
  };
}

/** Safari has it under this name alone until 14.1. */
declare const webkitAudioContext: typeof AudioContext;

const newAudioContext = (): AudioContext =>
  typeof AudioContext === 'undefined' ? new webkitAudioContext() : new AudioContext();
