/** Public holidays of Lao PDR, 2026–2030; see shipped.ts for source and form. */
export const la = `
2026-01-01 New Year's Day
2026-03-08 International Women's Rights Day
2026-03-09 International Women's Rights Day (in lieu)
2026-04-14 Lao New Year's Day
2026-04-15 Lao New Year's Day
2026-04-16 Lao New Year's Day
2026-05-01 International Labor Day
2026-12-02 Lao National Day
2027-01-01 New Year's Day
2027-03-08 International Women's Rights Day
2027-04-14 Lao New Year's Day
2027-04-15 Lao New Year's Day
2027-04-16 Lao New Year's Day
2027-05-01 International Labor Day
2027-05-03 International Labor Day (in lieu)
2027-12-02 Lao National Day
2028-01-01 New Year's Day
2028-01-03 New Year's Day (in lieu)
2028-03-08 International Women's Rights Day
2028-04-14 Lao New Year's Day
2028-04-15 Lao New Year's Day
2028-04-16 Lao New Year's Day
2028-04-17 Lao New Year's Day (in lieu)
2028-04-18 Lao New Year's Day (in lieu)
2028-05-01 International Labor Day
2028-12-02 Lao National Day
2028-12-04 Lao National Day (in lieu)
2029-01-01 New Year's Day
2029-03-08 International Women's Rights Day
2029-04-14 Lao New Year's Day
2029-04-15 Lao New Year's Day
2029-04-16 Lao New Year's Day
2029-04-17 Lao New Year's Day (in lieu)
2029-04-18 Lao New Year's Day (in lieu)
2029-05-01 International Labor Day
2029-12-02 Lao National Day
2029-12-03 Lao National Day (in lieu)
2030-01-01 New Year's Day
2030-03-08 International Women's Rights Day
2030-04-14 Lao New Year's Day
2030-04-15 Lao New Year's Day
2030-04-16 Lao New Year's Day
2030-04-17 Lao New Year's Day (in lieu)
2030-05-01 International Labor Day
2030-12-02 Lao National Day
`;
