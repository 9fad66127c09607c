/** Public holidays of Republic of Korea, 2026–2030; see shipped.ts for source and form. */
export const kr = `
2026-01-01 New Year's Day
2026-02-16 The day preceding Korean New Year
2026-02-17 Korean New Year
2026-02-18 The second day of Korean New Year
2026-03-01 Independence Movement Day
2026-03-02 Alternative holiday for Independence Movement Day
2026-05-01 Labor Day
2026-05-05 Children's Day
2026-05-24 Buddha's Birthday
2026-05-25 Alternative holiday for Buddha's Birthday
2026-06-03 Local Election Day
2026-06-06 Memorial Day
2026-07-17 Constitution Day
2026-08-15 Liberation Day
2026-08-17 Alternative holiday for Liberation Day
2026-09-24 The day preceding Chuseok
2026-09-25 Chuseok
2026-09-26 The second day of Chuseok
2026-10-03 National Foundation Day
2026-10-05 Alternative holiday for National Foundation Day
2026-10-09 Hangul Day
2026-12-25 Christmas Day
2027-01-01 New Year's Day
2027-02-06 The day preceding Korean New Year
2027-02-07 Korean New Year
2027-02-08 The second day of Korean New Year
2027-02-09 Alternative holiday for Korean New Year
2027-03-01 Independence Movement Day
2027-05-01 Labor Day
2027-05-03 Alternative holiday for Labor Day
2027-05-05 Children's Day
2027-05-13 Buddha's Birthday
2027-06-06 Memorial Day
2027-07-17 Constitution Day
2027-07-19 Alternative holiday for Constitution Day
2027-08-15 Liberation Day
2027-08-16 Alternative holiday for Liberation Day
2027-09-14 The day preceding Chuseok
2027-09-15 Chuseok
2027-09-16 The second day of Chuseok
2027-10-03 National Foundation Day
2027-10-04 Alternative holiday for National Foundation Day
2027-10-09 Hangul Day
2027-10-11 Alternative holiday for Hangul Day
2027-12-25 Christmas Day
2027-12-27 Alternative holiday for Christmas Day
2028-01-01 New Year's Day
2028-01-26 The day preceding Korean New Year
2028-01-27 Korean New Year
2028-01-28 The second day of Korean New Year
2028-03-01 Independence Movement Day
2028-04-12 National Assembly Election Day
2028-05-01 Labor Day
2028-05-02 Buddha's Birthday
2028-05-05 Children's Day
2028-06-06 Memorial Day
2028-07-17 Constitution Day
2028-08-15 Liberation Day
2028-10-02 The day preceding Chuseok
2028-10-03 Chuseok; National Foundation Day
2028-10-04 The second day of Chuseok
2028-10-05 Alternative holiday for Chuseok
2028-10-09 Hangul Day
2028-12-25 Christmas Day
2029-01-01 New Year's Day
2029-02-12 The day preceding Korean New Year
2029-02-13 Korean New Year
2029-02-14 The second day of Korean New Year
2029-03-01 Independence Movement Day
2029-05-01 Labor Day
2029-05-05 Children's Day
2029-05-07 Alternative holiday for Children's Day
2029-05-20 Buddha's Birthday
2029-05-21 Alternative holiday for Buddha's Birthday
2029-06-06 Memorial Day
2029-07-17 Constitution Day
2029-08-15 Liberation Day
2029-09-21 The day preceding Chuseok
2029-09-22 Chuseok
2029-09-23 The second day of Chuseok
2029-09-24 Alternative holiday for Chuseok
2029-10-03 National Foundation Day
2029-10-09 Hangul Day
2029-12-25 Christmas Day
2030-01-01 New Year's Day
2030-02-02 The day preceding Korean New Year
2030-02-03 Korean New Year
2030-02-04 The second day of Korean New Year
2030-02-05 Alternative holiday for Korean New Year
2030-03-01 Independence Movement Day
2030-03-27 Presidential Election Day
2030-05-01 Labor Day
2030-05-05 Children's Day
2030-05-06 Alternative holiday for Children's Day
2030-05-09 Buddha's Birthday
2030-06-06 Memorial Day
2030-06-12 Local Election Day
2030-07-17 Constitution Day
2030-08-15 Liberation Day
2030-09-11 The day preceding Chuseok
2030-09-12 Chuseok
2030-09-13 The second day of Chuseok
2030-10-03 National Foundation Day
2030-10-09 Hangul Day
2030-12-25 Christmas Day
`;
