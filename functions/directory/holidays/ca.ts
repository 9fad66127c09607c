/** Public holidays of Canada, 2026–2030; see shipped.ts for source and form. */
export const ca = `
2026-01-01 New Year's Day
2026-04-03 Good Friday
2026-07-01 Canada Day
2026-09-07 Labor Day
2026-12-25 Christmas Day
2027-01-01 New Year's Day
2027-03-26 Good Friday
2027-07-01 Canada Day
2027-09-06 Labor Day
2027-12-25 Christmas Day
2027-12-27 Christmas Day (observed)
2028-01-01 New Year's Day
2028-01-03 New Year's Day (observed)
2028-04-14 Good Friday
2028-07-01 Canada Day
2028-09-04 Labor Day
2028-12-25 Christmas Day
2029-01-01 New Year's Day
2029-03-30 Good Friday
2029-07-01 Canada Day
2029-09-03 Labor Day
2029-12-25 Christmas Day
2030-01-01 New Year's Day
2030-04-19 Good Friday
2030-07-01 Canada Day
2030-09-02 Labor Day
2030-12-25 Christmas Day
`;
