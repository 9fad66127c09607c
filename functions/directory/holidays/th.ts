/** Public holidays of Thailand, 2026–2030; see shipped.ts for source and form. */
export const th = `
2026-01-01 New Year's Day
2026-01-02 Bridge Public Holiday
2026-01-10 National Children's Day
2026-03-03 Makha Bucha
2026-04-06 Chakri Memorial Day
2026-04-13 Songkran Festival
2026-04-14 Songkran Festival
2026-04-15 Songkran Festival
2026-05-01 National Labor Day
2026-05-04 Coronation Day
2026-05-31 Visakha Bucha
2026-06-01 Visakha Bucha (in lieu)
2026-06-03 HM Queen Suthida's Birthday
2026-07-28 HM King Maha Vajiralongkorn's Birthday
2026-07-29 Asarnha Bucha
2026-07-30 Buddhist Lent Day
2026-08-12 HM Queen Sirikit The Queen Mother's Birthday; National Mother's Day
2026-10-13 HM King Bhumibol Adulyadej Memorial Day
2026-10-23 HM King Chulalongkorn Memorial Day
2026-12-05 HM King Bhumibol Adulyadej the Great's Birthday; National Day; National Father's Day
2026-12-07 HM King Bhumibol Adulyadej the Great's Birthday (in lieu); National Day (in lieu); National Father's Day (in lieu)
2026-12-10 Constitution Day
2026-12-31 New Year's Eve
2027-01-01 New Year's Day
2027-01-09 National Children's Day
2027-02-21 Makha Bucha
2027-02-22 Makha Bucha (in lieu)
2027-04-06 Chakri Memorial Day
2027-04-13 Songkran Festival
2027-04-14 Songkran Festival
2027-04-15 Songkran Festival
2027-05-01 National Labor Day
2027-05-03 National Labor Day (in lieu)
2027-05-04 Coronation Day
2027-05-20 Visakha Bucha
2027-06-03 HM Queen Suthida's Birthday
2027-07-18 Asarnha Bucha
2027-07-19 Buddhist Lent Day
2027-07-20 Asarnha Bucha (in lieu)
2027-07-28 HM King Maha Vajiralongkorn's Birthday
2027-08-12 HM Queen Sirikit The Queen Mother's Birthday; National Mother's Day
2027-10-13 HM King Bhumibol Adulyadej Memorial Day
2027-10-23 HM King Chulalongkorn Memorial Day
2027-10-25 HM King Chulalongkorn Memorial Day (in lieu)
2027-12-05 HM King Bhumibol Adulyadej the Great's Birthday; National Day; National Father's Day
2027-12-06 HM King Bhumibol Adulyadej the Great's Birthday (in lieu); National Day (in lieu); National Father's Day (in lieu)
2027-12-10 Constitution Day
2027-12-31 New Year's Eve
2028-01-01 New Year's Day
2028-01-03 New Year's Day (in lieu)
2028-01-08 National Children's Day
2028-02-10 Makha Bucha
2028-04-06 Chakri Memorial Day
2028-04-13 Songkran Festival
2028-04-14 Songkran Festival
2028-04-15 Songkran Festival
2028-04-17 Songkran Festival (in lieu)
2028-05-01 National Labor Day
2028-05-04 Coronation Day
2028-05-08 Visakha Bucha
2028-06-03 HM Queen Suthida's Birthday
2028-06-05 HM Queen Suthida's Birthday (in lieu)
2028-07-06 Asarnha Bucha
2028-07-07 Buddhist Lent Day
2028-07-28 HM King Maha Vajiralongkorn's Birthday
2028-08-12 HM Queen Sirikit The Queen Mother's Birthday; National Mother's Day
2028-08-14 HM Queen Sirikit The Queen Mother's Birthday (in lieu); National Mother's Day (in lieu)
2028-10-13 HM King Bhumibol Adulyadej Memorial Day
2028-10-23 HM King Chulalongkorn Memorial Day
2028-12-05 HM King Bhumibol Adulyadej the Great's Birthday; National Day; National Father's Day
2028-12-10 Constitution Day
2028-12-11 Constitution Day (in lieu)
2028-12-31 New Year's Eve
2029-01-01 New Year's Day
2029-01-02 New Year's Eve (in lieu)
2029-01-13 National Children's Day
2029-02-27 Makha Bucha
2029-04-06 Chakri Memorial Day
2029-04-13 Songkran Festival
2029-04-14 Songkran Festival
2029-04-15 Songkran Festival
2029-04-16 Songkran Festival (in lieu)
2029-05-01 National Labor Day
2029-05-04 Coronation Day
2029-05-27 Visakha Bucha
2029-05-28 Visakha Bucha (in lieu)
2029-06-03 HM Queen Suthida's Birthday
2029-06-04 HM Queen Suthida's Birthday (in lieu)
2029-07-25 Asarnha Bucha
2029-07-26 Buddhist Lent Day
2029-07-28 HM King Maha Vajiralongkorn's Birthday
2029-07-30 HM King Maha Vajiralongkorn's Birthday (in lieu)
2029-08-12 HM Queen Sirikit The Queen Mother's Birthday; National Mother's Day
2029-08-13 HM Queen Sirikit The Queen Mother's Birthday (in lieu); National Mother's Day (in lieu)
2029-10-13 HM King Bhumibol Adulyadej Memorial Day
2029-10-15 HM King Bhumibol Adulyadej Memorial Day (in lieu)
2029-10-23 HM King Chulalongkorn Memorial Day
2029-12-05 HM King Bhumibol Adulyadej the Great's Birthday; National Day; National Father's Day
2029-12-10 Constitution Day
2029-12-31 New Year's Eve
2030-01-01 New Year's Day
2030-01-12 National Children's Day
2030-02-17 Makha Bucha
2030-02-18 Makha Bucha (in lieu)
2030-04-06 Chakri Memorial Day
2030-04-08 Chakri Memorial Day (in lieu)
2030-04-13 Songkran Festival
2030-04-14 Songkran Festival
2030-04-15 Songkran Festival
2030-04-16 Songkran Festival (in lieu)
2030-05-01 National Labor Day
2030-05-04 Coronation Day
2030-05-06 Coronation Day (in lieu)
2030-05-16 Visakha Bucha
2030-06-03 HM Queen Suthida's Birthday
2030-07-14 Asarnha Bucha
2030-07-15 Buddhist Lent Day
2030-07-16 Asarnha Bucha (in lieu)
2030-07-28 HM King Maha Vajiralongkorn's Birthday
2030-07-29 HM King Maha Vajiralongkorn's Birthday (in lieu)
2030-08-12 HM Queen Sirikit The Queen Mother's Birthday; National Mother's Day
2030-10-13 HM King Bhumibol Adulyadej Memorial Day
2030-10-14 HM King Bhumibol Adulyadej Memorial Day (in lieu)
2030-10-23 HM King Chulalongkorn Memorial Day
2030-12-05 HM King Bhumibol Adulyadej the Great's Birthday; National Day; National Father's Day
2030-12-10 Constitution Day
2030-12-31 New Year's Eve
`;
