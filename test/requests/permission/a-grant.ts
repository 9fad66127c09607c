import type { NamedSession } from '../../../functions/requests/permission/decision.ts';

/** A grant as a host State gives it; a test changes one field to see what comes of it. */
export const grant = {
  decision: 'granted',
  legalBasis: 'asean-mlat',
  reference: 'MLA 2026/114',
  receivedOn: '2026-10-01',
  decidedOn: '2026-11-20',
  validFrom: '2026-12-01',
  validUntil: '2027-01-31',
  modalities: ['live', 'written-questions'],
  conducts: 'requesting-authority',
  attendance: { demanded: true, identifies: true },
  noticeDays: 7,
  persons: [] as string[],
  languages: [] as string[],
  conditions: ['attending-officer-present'] as string[],
} as const;

export const session: NamedSession = {
  sessionId: '0'.repeat(26),
  heard: ['W-4K7Q'],
  start: '2027-01-11T02:30:00.000Z',
  end: '2027-01-11T04:00:00.000Z',
  isOver: false,
};

/** A refusal of the same request. */
export const refusal = {
  decision: 'refused',
  ground: 'danger-to-a-person',
  legalBasis: 'asean-mlat',
  reference: 'MLA 2026/115',
  receivedOn: '2025-12-01',
  decidedOn: '2026-01-02',
} as const;
