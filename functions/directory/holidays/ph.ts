/** Public holidays of Philippines, 2026–2030; see shipped.ts for source and form. */
export const ph = `
2026-01-01 New Year's Day
2026-02-17 Chinese New Year
2026-03-20 Eid al-Fitr
2026-04-02 Maundy Thursday
2026-04-03 Good Friday
2026-04-04 Black Saturday
2026-04-09 Day of Valor
2026-05-01 Labor Day
2026-05-27 Eid al-Adha
2026-06-12 Independence Day
2026-08-21 Ninoy Aquino Day
2026-08-31 National Heroes Day
2026-11-01 All Saints' Day
2026-11-02 All Souls' Day
2026-11-30 Bonifacio Day
2026-12-08 Immaculate Conception
2026-12-24 Christmas Eve
2026-12-25 Christmas Day
2026-12-30 Rizal Day
2026-12-31 New Year's Eve
2027-01-01 New Year's Day
2027-02-06 Chinese New Year
2027-03-09 Eid al-Fitr (estimated)
2027-03-25 Maundy Thursday
2027-03-26 Good Friday
2027-03-27 Black Saturday
2027-04-09 Day of Valor
2027-05-01 Labor Day
2027-05-16 Eid al-Adha (estimated)
2027-06-12 Independence Day
2027-08-21 Ninoy Aquino Day
2027-08-30 National Heroes Day
2027-11-01 All Saints' Day
2027-11-02 All Souls' Day
2027-11-30 Bonifacio Day
2027-12-08 Immaculate Conception
2027-12-24 Christmas Eve
2027-12-25 Christmas Day
2027-12-30 Rizal Day
2027-12-31 New Year's Eve
2028-01-01 New Year's Day
2028-01-26 Chinese New Year
2028-02-26 Eid al-Fitr (estimated)
2028-04-09 Day of Valor
2028-04-13 Maundy Thursday
2028-04-14 Good Friday
2028-04-15 Black Saturday
2028-05-01 Labor Day
2028-05-05 Eid al-Adha (estimated)
2028-06-12 Independence Day
2028-08-21 Ninoy Aquino Day
2028-08-28 National Heroes Day
2028-11-01 All Saints' Day
2028-11-30 Bonifacio Day
2028-12-08 Immaculate Conception
2028-12-25 Christmas Day
2028-12-30 Rizal Day
2028-12-31 New Year's Eve
2029-01-01 New Year's Day
2029-02-13 Chinese New Year
2029-02-14 Eid al-Fitr (estimated)
2029-03-29 Maundy Thursday
2029-03-30 Good Friday
2029-03-31 Black Saturday
2029-04-09 Day of Valor
2029-04-24 Eid al-Adha (estimated)
2029-05-01 Labor Day
2029-06-12 Independence Day
2029-08-21 Ninoy Aquino Day
2029-08-27 National Heroes Day
2029-11-01 All Saints' Day
2029-11-30 Bonifacio Day
2029-12-08 Immaculate Conception
2029-12-25 Christmas Day
2029-12-30 Rizal Day
2029-12-31 New Year's Eve
2030-01-01 New Year's Day
2030-02-03 Chinese New Year
2030-02-04 Eid al-Fitr (estimated)
2030-04-09 Day of Valor
2030-04-13 Eid al-Adha (estimated)
2030-04-18 Maundy Thursday
2030-04-19 Good Friday
2030-04-20 Black Saturday
2030-05-01 Labor Day
2030-06-12 Independence Day
2030-08-21 Ninoy Aquino Day
2030-08-26 National Heroes Day
2030-11-01 All Saints' Day
2030-11-30 Bonifacio Day
2030-12-08 Immaculate Conception
2030-12-25 Christmas Day
2030-12-30 Rizal Day
2030-12-31 New Year's Eve
`;
