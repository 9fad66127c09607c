/** What the checklist is made of, by name. What each item is, says checklist.ts. */

export const phaseNames = ['two-weeks', 'one-week', 'two-days', 'an-hour', 'at-arrival'] as const;

/** In the order in which they are looked at. */
export const itemNames = [
  'legalGates',
  'interpretersConfirmed',
  'siteVisited',
  'documentsSealed',
  'rehearsedEachEnd',
  'backupLine',
  'networkMeasured',
  'framing',
  'echo',
  'lighting',
  'screenPosition',
  'eachLanguage',
  'delay',
  'recordingTrial',
  'screenShareOff',
  'remindersLocal',
  'identityMethod',
  'oathText',
  'holyBook',
  'printedExhibits',
  'supporter',
  'consentRefreshed',
  'siteOpen',
  'witnessArrived',
  'identityChecked',
  'roomSwept',
  'accusedPlaced',
  'aliasesShown',
  'nothingDialable',
  'interpreterBriefed',
  'breakSigns',
  'dropScript',
  'backupPhone',
  'recordingConfirmed',
  'clocksCompared',
] as const;

export const tickStates = ['open', 'done', 'not-applicable'] as const;
