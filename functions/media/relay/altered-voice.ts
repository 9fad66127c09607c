/**
 * A voice moved in pitch. This deters casual recognition and no more: whoever knows the person well, or has a program for it, may
 * know them all the same, and it is said so wherever it can be ordered. Two readers go round one short stretch of sound faster or
 * slower than it is written, each silent at the moment in which it jumps.
 */

/** Samples in each second. */
export const sampleRate = 48_000;

/** Samples of the stretch: 40 ms, the delay of one reader at the most and of both 20 ms in the mean. */
const stretch = (sampleRate * 40) / 1000;

/**
 * @param pitch of what is heard, against what was said: 0.8 is a good third lower
 * @returns alters the next samples of the same voice, as many as it is given
 */
export function voiceAlterer(pitch: number): (samples: Int16Array) => Int16Array {
  const kept = new Float32Array(stretch);
  let written = 0;
  let phase = 0;
  const step = (1 - pitch) / stretch;
  const readAt = (delay: number): number => {
    const at = (written - delay + 2 * stretch) % stretch;
    const before = Math.floor(at);
    const part = at - before;
    return (kept[before] ?? 0) * (1 - part) + (kept[(before + 1) % stretch] ?? 0) * part;
  };
  return (samples) => {
    const altered = new Int16Array(samples.length);
    for (const [index, sample] of samples.entries()) {
      kept[written] = sample;
      const other = (phase + 0.5) % 1;
      // Loudest in the middle of its way, silent where it jumps; the two together are always as loud as one.
      const heard =
        readAt(phase * (stretch - 2)) * Math.sin(Math.PI * phase) ** 2 +
        readAt(other * (stretch - 2)) * Math.sin(Math.PI * other) ** 2;
      altered[index] = Math.max(-32_768, Math.min(32_767, Math.round(heard)));
      written = (written + 1) % stretch;
      phase = (phase + step + 1) % 1;
    }
    return altered;
  };
}
