/** Public holidays of United Kingdom, 2026–2030; see shipped.ts for source and form. */
export const gb = `
2026-01-01 New Year's Day
2026-04-03 Good Friday
2026-05-04 May Day
2026-05-25 Spring Bank Holiday
2026-12-25 Christmas Day
2026-12-26 Boxing Day
2026-12-28 Boxing Day (observed)
2027-01-01 New Year's Day
2027-03-26 Good Friday
2027-05-03 May Day
2027-05-31 Spring Bank Holiday
2027-12-25 Christmas Day
2027-12-26 Boxing Day
2027-12-27 Christmas Day (observed)
2027-12-28 Boxing Day (observed)
2028-01-01 New Year's Day
2028-01-03 New Year's Day (observed)
2028-04-14 Good Friday
2028-05-01 May Day
2028-05-29 Spring Bank Holiday
2028-12-25 Christmas Day
2028-12-26 Boxing Day
2029-01-01 New Year's Day
2029-03-30 Good Friday
2029-05-07 May Day
2029-05-28 Spring Bank Holiday
2029-12-25 Christmas Day
2029-12-26 Boxing Day
2030-01-01 New Year's Day
2030-04-19 Good Friday
2030-05-06 May Day
2030-05-27 Spring Bank Holiday
2030-12-25 Christmas Day
2030-12-26 Boxing Day
`;
