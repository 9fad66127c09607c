/** Small letters, and no marks on Latin ones, so that a name is found by whoever cannot type them. */
export const simpleLetters = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036F]/g, '')
    .replaceAll('đ', 'd')
    .normalize('NFC');
