import type { GuestWords } from './guest-words.ts';

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/**
 * When, on the clock of the device she holds, with the weekday. Words of our own: telephones' browsers leave Burmese,
 * Khmer and Lao out of their date formats and then write English without saying so.
 */
export function timeWords(words: Pick<GuestWords, 'weekdays' | 'when'>, at: Date): string {
  return words.when
    .replace('{weekday}', words.weekdays.split('|')[at.getDay()] ?? '')
    .replace('{day}', String(at.getDate()))
    .replace('{month}', String(at.getMonth() + 1))
    .replace('{clock}', `${twoDigits(at.getHours())}:${twoDigits(at.getMinutes())}`);
}
