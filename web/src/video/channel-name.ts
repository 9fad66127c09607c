const PREFIX = 'language-';

/** What the track of a language is called; the court's side knows it by that (functions/rooms/media/intruder.ts). */
export const channelName = (language: string): string => `${PREFIX}${language}`;

/** The language of a track, or undefined where it is no language's. */
export const channelOf = (trackName: string): string | undefined =>
  /^language-[a-z]{2,3}$/.test(trackName) ? trackName.slice(PREFIX.length) : undefined;
