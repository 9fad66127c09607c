/** Public holidays of United States of America, 2026–2030; see shipped.ts for source and form. */
export const us = `
2026-01-01 New Year's Day
2026-01-19 Martin Luther King Jr. Day
2026-02-16 Washington's Birthday
2026-05-25 Memorial Day
2026-06-19 Juneteenth National Independence Day
2026-07-03 Independence Day (observed)
2026-07-04 Independence Day
2026-09-07 Labor Day
2026-10-12 Columbus Day
2026-11-11 Veterans Day
2026-11-26 Thanksgiving Day
2026-12-25 Christmas Day
2027-01-01 New Year's Day
2027-01-18 Martin Luther King Jr. Day
2027-02-15 Washington's Birthday
2027-05-31 Memorial Day
2027-06-18 Juneteenth National Independence Day (observed)
2027-06-19 Juneteenth National Independence Day
2027-07-04 Independence Day
2027-07-05 Independence Day (observed)
2027-09-06 Labor Day
2027-10-11 Columbus Day
2027-11-11 Veterans Day
2027-11-25 Thanksgiving Day
2027-12-24 Christmas Day (observed)
2027-12-25 Christmas Day
2027-12-31 New Year's Day (observed)
2028-01-01 New Year's Day
2028-01-17 Martin Luther King Jr. Day
2028-02-21 Washington's Birthday
2028-05-29 Memorial Day
2028-06-19 Juneteenth National Independence Day
2028-07-04 Independence Day
2028-09-04 Labor Day
2028-10-09 Columbus Day
2028-11-10 Veterans Day (observed)
2028-11-11 Veterans Day
2028-11-23 Thanksgiving Day
2028-12-25 Christmas Day
2029-01-01 New Year's Day
2029-01-15 Martin Luther King Jr. Day
2029-02-19 Washington's Birthday
2029-05-28 Memorial Day
2029-06-19 Juneteenth National Independence Day
2029-07-04 Independence Day
2029-09-03 Labor Day
2029-10-08 Columbus Day
2029-11-11 Veterans Day
2029-11-12 Veterans Day (observed)
2029-11-22 Thanksgiving Day
2029-12-25 Christmas Day
2030-01-01 New Year's Day
2030-01-21 Martin Luther King Jr. Day
2030-02-18 Washington's Birthday
2030-05-27 Memorial Day
2030-06-19 Juneteenth National Independence Day
2030-07-04 Independence Day
2030-09-02 Labor Day
2030-10-14 Columbus Day
2030-11-11 Veterans Day
2030-11-28 Thanksgiving Day
2030-12-25 Christmas Day
`;
