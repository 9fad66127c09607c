/** The name of a missing word, as one can read it: `booking.lastDay` is "last day". */
export const plain = (key: string): string =>
  (key.split(/[.:]/).pop() ?? key)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/-/g, ' ')
    .toLowerCase();
