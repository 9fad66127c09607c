/** Public holidays of France, 2026–2030; see shipped.ts for source and form. */
export const fr = `
2026-01-01 New Year's Day
2026-04-06 Easter Monday
2026-05-01 Labor Day
2026-05-08 Victory Day
2026-05-14 Ascension Day
2026-05-25 Pentecost Monday
2026-07-14 National Day
2026-08-15 Assumption Day
2026-11-01 All Saints' Day
2026-11-11 Armistice Day
2026-12-25 Christmas Day
2027-01-01 New Year's Day
2027-03-29 Easter Monday
2027-05-01 Labor Day
2027-05-06 Ascension Day
2027-05-08 Victory Day
2027-05-17 Pentecost Monday
2027-07-14 National Day
2027-08-15 Assumption Day
2027-11-01 All Saints' Day
2027-11-11 Armistice Day
2027-12-25 Christmas Day
2028-01-01 New Year's Day
2028-04-17 Easter Monday
2028-05-01 Labor Day
2028-05-08 Victory Day
2028-05-25 Ascension Day
2028-06-05 Pentecost Monday
2028-07-14 National Day
2028-08-15 Assumption Day
2028-11-01 All Saints' Day
2028-11-11 Armistice Day
2028-12-25 Christmas Day
2029-01-01 New Year's Day
2029-04-02 Easter Monday
2029-05-01 Labor Day
2029-05-08 Victory Day
2029-05-10 Ascension Day
2029-05-21 Pentecost Monday
2029-07-14 National Day
2029-08-15 Assumption Day
2029-11-01 All Saints' Day
2029-11-11 Armistice Day
2029-12-25 Christmas Day
2030-01-01 New Year's Day
2030-04-22 Easter Monday
2030-05-01 Labor Day
2030-05-08 Victory Day
2030-05-30 Ascension Day
2030-06-10 Pentecost Monday
2030-07-14 National Day
2030-08-15 Assumption Day
2030-11-01 All Saints' Day
2030-11-11 Armistice Day
2030-12-25 Christmas Day
`;
