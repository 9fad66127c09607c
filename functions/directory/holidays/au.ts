/** Public holidays of Australia, 2026–2030; see shipped.ts for source and form. */
export const au = `
2026-01-01 New Year's Day
2026-01-26 Australia Day
2026-04-03 Good Friday
2026-04-06 Easter Monday
2026-04-25 ANZAC Day
2026-12-25 Christmas Day
2026-12-26 Boxing Day
2027-01-01 New Year's Day
2027-01-26 Australia Day
2027-03-26 Good Friday
2027-03-29 Easter Monday
2027-04-25 ANZAC Day
2027-12-25 Christmas Day
2027-12-26 Boxing Day
2028-01-01 New Year's Day
2028-01-26 Australia Day
2028-04-14 Good Friday
2028-04-17 Easter Monday
2028-04-25 ANZAC Day
2028-12-25 Christmas Day
2028-12-26 Boxing Day
2029-01-01 New Year's Day
2029-01-26 Australia Day
2029-03-30 Good Friday
2029-04-02 Easter Monday
2029-04-25 ANZAC Day
2029-12-25 Christmas Day
2029-12-26 Boxing Day
2030-01-01 New Year's Day
2030-01-26 Australia Day
2030-04-19 Good Friday
2030-04-22 Easter Monday
2030-04-25 ANZAC Day
2030-12-25 Christmas Day
2030-12-26 Boxing Day
`;
