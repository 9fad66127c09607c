/** Public holidays of China, 2026–2030; see shipped.ts for source and form. */
export const cn = `
2026-01-01 New Year's Day
2026-01-02 Day off (for 2026-01-04)
2026-01-04 +Working day (for 2026-01-02)
2026-02-14 +Working day (for 2026-02-20)
2026-02-16 Chinese New Year's Eve
2026-02-17 Chinese New Year (Spring Festival)
2026-02-18 Chinese New Year (Spring Festival)
2026-02-19 Chinese New Year (Spring Festival)
2026-02-20 Day off (for 2026-02-14)
2026-02-23 Day off (for 2026-02-28)
2026-02-28 +Working day (for 2026-02-23)
2026-04-05 Tomb-Sweeping Day
2026-04-06 Tomb-Sweeping Day (observed)
2026-05-01 Labor Day
2026-05-02 Labor Day
2026-05-04 Labor Day (observed)
2026-05-05 Day off (for 2026-05-09)
2026-05-09 +Working day (for 2026-05-05)
2026-06-19 Dragon Boat Festival
2026-09-20 +Working day (for 2026-10-06)
2026-09-25 Mid-Autumn Festival
2026-10-01 National Day
2026-10-02 National Day
2026-10-03 National Day
2026-10-05 National Day (observed)
2026-10-06 Day off (for 2026-09-20)
2026-10-07 Day off (for 2026-10-10)
2026-10-10 +Working day (for 2026-10-07)
2027-01-01 New Year's Day
2027-02-05 Chinese New Year's Eve
2027-02-06 Chinese New Year (Spring Festival)
2027-02-07 Chinese New Year (Spring Festival)
2027-02-08 Chinese New Year (Spring Festival)
2027-02-09 Chinese New Year (Spring Festival) (observed)
2027-02-10 Chinese New Year (Spring Festival) (observed)
2027-04-05 Tomb-Sweeping Day
2027-05-01 Labor Day
2027-05-02 Labor Day
2027-05-03 Labor Day (observed)
2027-05-04 Labor Day (observed)
2027-06-09 Dragon Boat Festival
2027-09-15 Mid-Autumn Festival
2027-10-01 National Day
2027-10-02 National Day
2027-10-03 National Day
2027-10-04 National Day (observed)
2027-10-05 National Day (observed)
2028-01-01 New Year's Day
2028-01-03 New Year's Day (observed)
2028-01-25 Chinese New Year's Eve
2028-01-26 Chinese New Year (Spring Festival)
2028-01-27 Chinese New Year (Spring Festival)
2028-01-28 Chinese New Year (Spring Festival)
2028-04-04 Tomb-Sweeping Day
2028-05-01 Labor Day
2028-05-02 Labor Day
2028-05-28 Dragon Boat Festival
2028-05-29 Dragon Boat Festival (observed)
2028-10-01 National Day
2028-10-02 National Day
2028-10-03 Mid-Autumn Festival; National Day
2028-10-04 National Day (observed)
2029-01-01 New Year's Day
2029-02-12 Chinese New Year's Eve
2029-02-13 Chinese New Year (Spring Festival)
2029-02-14 Chinese New Year (Spring Festival)
2029-02-15 Chinese New Year (Spring Festival)
2029-04-04 Tomb-Sweeping Day
2029-05-01 Labor Day
2029-05-02 Labor Day
2029-06-16 Dragon Boat Festival
2029-06-18 Dragon Boat Festival (observed)
2029-09-22 Mid-Autumn Festival
2029-09-24 Mid-Autumn Festival (observed)
2029-10-01 National Day
2029-10-02 National Day
2029-10-03 National Day
2030-01-01 New Year's Day
2030-02-02 Chinese New Year's Eve
2030-02-03 Chinese New Year (Spring Festival)
2030-02-04 Chinese New Year (Spring Festival)
2030-02-05 Chinese New Year (Spring Festival)
2030-02-06 Chinese New Year's Eve (observed)
2030-02-07 Chinese New Year (Spring Festival) (observed)
2030-04-05 Tomb-Sweeping Day
2030-05-01 Labor Day
2030-05-02 Labor Day
2030-06-05 Dragon Boat Festival
2030-09-12 Mid-Autumn Festival
2030-10-01 National Day
2030-10-02 National Day
2030-10-03 National Day
`;
