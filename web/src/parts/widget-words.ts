import i18next from 'i18next';

type Variables = Readonly<Record<string, string>>;
type Phrase = (variables?: Variables) => string;

/**
 * React Aria has words of its own for screen readers, but not in Thai, Burmese, Khmer, Lao or Vietnamese, where it would
 * speak English. It takes other words from two well-known places on `window` (meant for pages drawn by a server); ours
 * are looked up when they are spoken, so that they follow the chosen language. A widget from a package that is not
 * listed here throws when it is first drawn: that is how a missing translation shows itself.
 */
export function giveWidgetsWords(): void {
  const say =
    (key: keyof typeof phrases): Phrase =>
    (variables = {}) =>
      // Which variables a phrase takes is the widget's affair, so the compiler cannot check them here.
      i18next.t(phrases[key], variables as { readonly date: string });
  const host = window as unknown as Record<symbol, unknown>;
  host[Symbol.for('react-aria.i18n.locale')] = 'en';
  host[Symbol.for('react-aria.i18n.strings')] = {
    '@react-aria/datepicker': pick(say, [
      'era',
      'year',
      'month',
      'day',
      'hour',
      'minute',
      'second',
      'dayPeriod',
      'calendar',
      'weekday',
      'timeZoneName',
      'startDate',
      'endDate',
      'selectedDateDescription',
      'selectedTimeDescription',
      'selectedRangeDescription',
    ]),
    '@react-aria/calendar': pick(say, [
      'previous',
      'next',
      'selectedDateDescription',
      'selectedRangeDescription',
      'todayDate',
      'todayDateSelected',
      'dateSelected',
      'minimumDate',
      'maximumDate',
      'dateRange',
      'startRangeSelectionPrompt',
      'finishRangeSelectionPrompt',
    ]),
    '@react-aria/spinbutton': pick(say, ['Empty']),
    '@react-aria/overlays': pick(say, ['dismiss']),
    '@react-stately/datepicker': pick(say, [
      'rangeUnderflow',
      'rangeOverflow',
      'rangeReversed',
      'unavailableDate',
    ]),
  };
}

const pick = (say: (key: keyof typeof phrases) => Phrase, keys: readonly (keyof typeof phrases)[]) =>
  Object.fromEntries(keys.map((key) => [key, say(key)]));

/** From the widget's name of a phrase to ours. Ranges of dates are used nowhere; they share the nearest words. */
const phrases = {
  era: 'widgets.era',
  year: 'widgets.year',
  month: 'widgets.month',
  day: 'widgets.day',
  hour: 'widgets.hour',
  minute: 'widgets.minute',
  second: 'widgets.second',
  dayPeriod: 'widgets.dayPeriod',
  calendar: 'widgets.calendar',
  weekday: 'widgets.weekday',
  timeZoneName: 'widgets.timeZone',
  startDate: 'widgets.day',
  endDate: 'widgets.day',
  selectedDateDescription: 'widgets.chosenDate',
  selectedTimeDescription: 'widgets.chosenTime',
  selectedRangeDescription: 'widgets.calendar',
  previous: 'widgets.previous',
  next: 'widgets.next',
  todayDate: 'widgets.today',
  todayDateSelected: 'widgets.todayChosen',
  dateSelected: 'widgets.dateChosen',
  minimumDate: 'widgets.firstDate',
  maximumDate: 'widgets.lastDate',
  dateRange: 'widgets.calendar',
  startRangeSelectionPrompt: 'widgets.calendar',
  finishRangeSelectionPrompt: 'widgets.calendar',
  Empty: 'widgets.empty',
  dismiss: 'widgets.close',
  rangeUnderflow: 'widgets.tooEarly',
  rangeOverflow: 'widgets.tooLate',
  rangeReversed: 'widgets.unavailable',
  unavailableDate: 'widgets.unavailable',
} as const;
