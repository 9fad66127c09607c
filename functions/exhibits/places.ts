/** Where the files of an exhibit lie in the bucket of papers. */
export const partPlace = (exhibitId: string, part: number): string => `${exhibitId}/part-${part}`;
export const originalPlace = (exhibitId: string): string => `${exhibitId}/original`;
export const pagePlace = (exhibitId: string, page: number, size: 'large' | 'small'): string =>
  `${exhibitId}/page-${page}-${size}.webp`;
