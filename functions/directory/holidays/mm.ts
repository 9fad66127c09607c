/** Public holidays of Myanmar, 2026–2030; see shipped.ts for source and form. */
export const mm = `
2026-01-01 New Year's Day
2026-01-03 +Working day
2026-01-04 Independence Day
2026-02-12 Union Day
2026-02-17 Chinese New Year
2026-03-02 Full Moon Day of Tabaung; Peasants' Day
2026-03-27 Armed Forces Day
2026-04-13 Myanmar New Year
2026-04-14 Myanmar New Year
2026-04-15 Myanmar New Year
2026-04-16 Myanmar New Year
2026-04-17 Myanmar New Year
2026-04-18 Myanmar New Year
2026-04-19 Myanmar New Year
2026-04-20 Myanmar New Year
2026-04-21 Myanmar New Year
2026-04-30 Full Moon Day of Kason
2026-05-01 May Day
2026-05-28 Eid al-Adha (estimated)
2026-07-19 Martyrs' Day
2026-07-29 Full Moon Day of Waso
2026-10-25 Thadingyut Holidays
2026-10-26 Thadingyut Holidays
2026-10-27 Thadingyut Holidays
2026-11-10 Diwali
2026-11-24 Full Moon Day of Tazaungmon
2026-12-04 National Day
2026-12-25 Christmas Day
2027-01-01 New Year's Day
2027-01-04 Independence Day
2027-01-08 Karen New Year
2027-02-06 Chinese New Year
2027-02-12 Union Day
2027-03-02 Peasants' Day
2027-03-22 Full Moon Day of Tabaung
2027-03-27 Armed Forces Day
2027-04-13 Myanmar New Year
2027-04-14 Myanmar New Year
2027-04-15 Myanmar New Year
2027-04-16 Myanmar New Year
2027-04-17 Myanmar New Year
2027-04-18 Myanmar New Year
2027-04-19 Myanmar New Year
2027-04-20 Myanmar New Year
2027-04-21 Myanmar New Year
2027-05-01 May Day
2027-05-17 Eid al-Adha (estimated)
2027-05-20 Full Moon Day of Kason
2027-07-18 Full Moon Day of Waso
2027-07-19 Martyrs' Day
2027-10-14 Thadingyut Holidays
2027-10-15 Thadingyut Holidays
2027-10-16 Thadingyut Holidays
2027-10-30 Diwali
2027-11-13 Full Moon Day of Tazaungmon
2027-11-23 National Day
2027-12-25 Christmas Day
2027-12-28 Karen New Year
2028-01-01 New Year's Day
2028-01-04 Independence Day
2028-01-26 Chinese New Year
2028-02-12 Union Day
2028-03-02 Peasants' Day
2028-03-10 Full Moon Day of Tabaung
2028-03-27 Armed Forces Day
2028-04-13 Myanmar New Year
2028-04-14 Myanmar New Year
2028-04-15 Myanmar New Year
2028-04-16 Myanmar New Year
2028-04-17 Myanmar New Year
2028-04-18 Myanmar New Year
2028-04-19 Myanmar New Year
2028-04-20 Myanmar New Year
2028-04-21 Myanmar New Year
2028-05-01 May Day
2028-05-06 Eid al-Adha (estimated)
2028-05-08 Full Moon Day of Kason
2028-07-06 Full Moon Day of Waso
2028-07-19 Martyrs' Day
2028-10-02 Thadingyut Holidays
2028-10-03 Thadingyut Holidays
2028-10-04 Thadingyut Holidays
2028-10-18 Diwali
2028-11-01 Full Moon Day of Tazaungmon
2028-11-11 National Day
2028-12-16 Karen New Year
2028-12-25 Christmas Day
2029-01-01 New Year's Day
2029-01-04 Independence Day
2029-02-12 Union Day
2029-02-13 Chinese New Year
2029-02-27 Full Moon Day of Tabaung
2029-03-02 Peasants' Day
2029-03-27 Armed Forces Day
2029-04-13 Myanmar New Year
2029-04-14 Myanmar New Year
2029-04-15 Myanmar New Year
2029-04-16 Myanmar New Year
2029-04-17 Myanmar New Year
2029-04-18 Myanmar New Year
2029-04-19 Myanmar New Year
2029-04-20 Myanmar New Year
2029-04-21 Myanmar New Year
2029-04-25 Eid al-Adha (estimated)
2029-04-27 Full Moon Day of Kason
2029-05-01 May Day
2029-07-19 Martyrs' Day
2029-07-25 Full Moon Day of Waso
2029-10-21 Thadingyut Holidays
2029-10-22 Thadingyut Holidays
2029-10-23 Thadingyut Holidays
2029-11-06 Diwali
2029-11-20 Full Moon Day of Tazaungmon
2029-11-30 National Day
2029-12-25 Christmas Day
2030-01-01 New Year's Day
2030-01-04 Independence Day; Karen New Year
2030-02-03 Chinese New Year
2030-02-12 Union Day
2030-03-02 Peasants' Day
2030-03-18 Full Moon Day of Tabaung
2030-03-27 Armed Forces Day
2030-04-13 Myanmar New Year
2030-04-14 Eid al-Adha (estimated); Myanmar New Year
2030-04-15 Myanmar New Year
2030-04-16 Myanmar New Year
2030-04-17 Myanmar New Year
2030-04-18 Myanmar New Year
2030-04-19 Myanmar New Year
2030-04-20 Myanmar New Year
2030-04-21 Myanmar New Year
2030-05-01 May Day
2030-05-16 Full Moon Day of Kason
2030-07-14 Full Moon Day of Waso
2030-07-19 Martyrs' Day
2030-10-10 Thadingyut Holidays
2030-10-11 Thadingyut Holidays
2030-10-12 Thadingyut Holidays
2030-10-26 Diwali
2030-11-09 Full Moon Day of Tazaungmon
2030-11-19 National Day
2030-12-24 Karen New Year
2030-12-25 Christmas Day
`;
