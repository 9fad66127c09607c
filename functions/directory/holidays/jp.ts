/** Public holidays of Japan, 2026–2030; see shipped.ts for source and form. */
export const jp = `
2026-01-01 New Year's Day
2026-01-12 Coming of Age Day
2026-02-11 Foundation Day
2026-02-23 Emperor's Birthday
2026-03-20 Vernal Equinox Day
2026-04-29 Showa Day
2026-05-03 Constitution Day
2026-05-04 Greenery Day
2026-05-05 Children's Day
2026-05-06 Substitute Holiday
2026-07-20 Marine Day
2026-08-11 Mountain Day
2026-09-21 Respect for the Aged Day
2026-09-22 National Holiday
2026-09-23 Autumnal Equinox Day
2026-10-12 Sports Day
2026-11-03 Culture Day
2026-11-23 Labor Thanksgiving Day
2027-01-01 New Year's Day
2027-01-11 Coming of Age Day
2027-02-11 Foundation Day
2027-02-23 Emperor's Birthday
2027-03-21 Vernal Equinox Day
2027-03-22 Substitute Holiday
2027-04-29 Showa Day
2027-05-03 Constitution Day
2027-05-04 Greenery Day
2027-05-05 Children's Day
2027-07-19 Marine Day
2027-08-11 Mountain Day
2027-09-20 Respect for the Aged Day
2027-09-23 Autumnal Equinox Day
2027-10-11 Sports Day
2027-11-03 Culture Day
2027-11-23 Labor Thanksgiving Day
2028-01-01 New Year's Day
2028-01-10 Coming of Age Day
2028-02-11 Foundation Day
2028-02-23 Emperor's Birthday
2028-03-20 Vernal Equinox Day
2028-04-29 Showa Day
2028-05-03 Constitution Day
2028-05-04 Greenery Day
2028-05-05 Children's Day
2028-07-17 Marine Day
2028-08-11 Mountain Day
2028-09-18 Respect for the Aged Day
2028-09-22 Autumnal Equinox Day
2028-10-09 Sports Day
2028-11-03 Culture Day
2028-11-23 Labor Thanksgiving Day
2029-01-01 New Year's Day
2029-01-08 Coming of Age Day
2029-02-11 Foundation Day
2029-02-12 Substitute Holiday
2029-02-23 Emperor's Birthday
2029-03-20 Vernal Equinox Day
2029-04-29 Showa Day
2029-04-30 Substitute Holiday
2029-05-03 Constitution Day
2029-05-04 Greenery Day
2029-05-05 Children's Day
2029-07-16 Marine Day
2029-08-11 Mountain Day
2029-09-17 Respect for the Aged Day
2029-09-23 Autumnal Equinox Day
2029-09-24 Substitute Holiday
2029-10-08 Sports Day
2029-11-03 Culture Day
2029-11-23 Labor Thanksgiving Day
2030-01-01 New Year's Day
2030-01-14 Coming of Age Day
2030-02-11 Foundation Day
2030-02-23 Emperor's Birthday
2030-03-20 Vernal Equinox Day
2030-04-29 Showa Day
2030-05-03 Constitution Day
2030-05-04 Greenery Day
2030-05-05 Children's Day
2030-05-06 Substitute Holiday
2030-07-15 Marine Day
2030-08-11 Mountain Day
2030-08-12 Substitute Holiday
2030-09-16 Respect for the Aged Day
2030-09-23 Autumnal Equinox Day
2030-10-14 Sports Day
2030-11-03 Culture Day
2030-11-04 Substitute Holiday
2030-11-23 Labor Thanksgiving Day
`;
