/** What may be said of a slot for one of those who take part. None of it ever excludes a slot. */
export const warnings = [
  /** Outside the hours that this calendar calls sociable. */
  'unsociable',
  /** A holiday of this calendar’s country. */
  'holiday',
  /** Outside working hours; only where the question allows it. */
  'outside-hours',
  /** The clocks there change between now and then. */
  'clock-changes',
  /** The date there differs from the venue’s. */
  'other-date',
] as const;
export type Warning = (typeof warnings)[number];
