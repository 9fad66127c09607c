/** Public holidays of Germany, 2026–2030; see shipped.ts for source and form. */
export const de = `
2026-01-01 New Year's Day
2026-04-03 Good Friday
2026-04-06 Easter Monday
2026-05-01 Labor Day
2026-05-14 Ascension Day
2026-05-25 Pentecost Monday
2026-10-03 German Unity Day
2026-12-25 Christmas Day
2026-12-26 Second Day of Christmas
2027-01-01 New Year's Day
2027-03-26 Good Friday
2027-03-29 Easter Monday
2027-05-01 Labor Day
2027-05-06 Ascension Day
2027-05-17 Pentecost Monday
2027-10-03 German Unity Day
2027-12-25 Christmas Day
2027-12-26 Second Day of Christmas
2028-01-01 New Year's Day
2028-04-14 Good Friday
2028-04-17 Easter Monday
2028-05-01 Labor Day
2028-05-25 Ascension Day
2028-06-05 Pentecost Monday
2028-10-03 German Unity Day
2028-12-25 Christmas Day
2028-12-26 Second Day of Christmas
2029-01-01 New Year's Day
2029-03-30 Good Friday
2029-04-02 Easter Monday
2029-05-01 Labor Day
2029-05-10 Ascension Day
2029-05-21 Pentecost Monday
2029-10-03 German Unity Day
2029-12-25 Christmas Day
2029-12-26 Second Day of Christmas
2030-01-01 New Year's Day
2030-04-19 Good Friday
2030-04-22 Easter Monday
2030-05-01 Labor Day
2030-05-30 Ascension Day
2030-06-10 Pentecost Monday
2030-10-03 German Unity Day
2030-12-25 Christmas Day
2030-12-26 Second Day of Christmas
`;
