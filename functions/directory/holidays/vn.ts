/** Public holidays of Viet Nam, 2026–2030; see shipped.ts for source and form. */
export const vn = `
2026-01-01 New Year's Day
2026-02-16 Lunar New Year's Eve
2026-02-17 Lunar New Year
2026-02-18 Second Day of Lunar New Year
2026-02-19 Third Day of Lunar New Year
2026-02-20 Fourth Day of Lunar New Year
2026-04-26 Hung Kings' Commemoration Day
2026-04-27 Hung Kings' Commemoration Day (observed)
2026-04-30 Liberation Day/Reunification Day
2026-05-01 International Labor Day
2026-08-22 +Working day (for 2026-08-31)
2026-08-31 Day off (for 2026-08-22)
2026-09-01 National Day
2026-09-02 National Day
2026-11-24 Vietnam Cultural Day
2027-01-01 New Year's Day
2027-02-04 29 of Lunar New Year
2027-02-05 Lunar New Year's Eve
2027-02-06 Lunar New Year
2027-02-07 Second Day of Lunar New Year
2027-02-08 Third Day of Lunar New Year
2027-02-09 Fourth Day of Lunar New Year
2027-02-10 Fifth Day of Lunar New Year
2027-04-16 Hung Kings' Commemoration Day
2027-04-30 Liberation Day/Reunification Day
2027-05-01 International Labor Day
2027-05-03 International Labor Day (observed)
2027-09-02 National Day
2027-09-03 National Day
2027-11-24 Vietnam Cultural Day
2028-01-01 New Year's Day
2028-01-03 New Year's Day (observed)
2028-01-24 29 of Lunar New Year
2028-01-25 Lunar New Year's Eve
2028-01-26 Lunar New Year
2028-01-27 Second Day of Lunar New Year
2028-01-28 Third Day of Lunar New Year
2028-01-29 Fourth Day of Lunar New Year
2028-04-04 Hung Kings' Commemoration Day
2028-04-30 Liberation Day/Reunification Day
2028-05-01 International Labor Day
2028-05-02 Liberation Day/Reunification Day (observed)
2028-09-01 National Day
2028-09-02 National Day
2028-09-04 National Day (observed)
2028-11-24 Vietnam Cultural Day
2029-01-01 New Year's Day
2029-02-12 Lunar New Year's Eve
2029-02-13 Lunar New Year
2029-02-14 Second Day of Lunar New Year
2029-02-15 Third Day of Lunar New Year
2029-02-16 Fourth Day of Lunar New Year
2029-04-23 Hung Kings' Commemoration Day
2029-04-30 Liberation Day/Reunification Day
2029-05-01 International Labor Day
2029-09-02 National Day
2029-09-03 National Day
2029-09-04 National Day (observed)
2029-11-24 Vietnam Cultural Day
2029-11-26 Vietnam Cultural Day (observed)
2030-01-01 New Year's Day
2030-01-31 29 of Lunar New Year
2030-02-01 Lunar New Year's Eve
2030-02-02 Lunar New Year
2030-02-03 Second Day of Lunar New Year
2030-02-04 Third Day of Lunar New Year
2030-02-05 Fourth Day of Lunar New Year
2030-02-06 Fifth Day of Lunar New Year
2030-04-12 Hung Kings' Commemoration Day
2030-04-30 Liberation Day/Reunification Day
2030-05-01 International Labor Day
2030-09-02 National Day
2030-09-03 National Day
2030-11-24 Vietnam Cultural Day
2030-11-25 Vietnam Cultural Day (observed)
`;
