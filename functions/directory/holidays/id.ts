/** Public holidays of Indonesia, 2026–2030; see shipped.ts for source and form. */
export const id = `
2026-01-01 New Year's Day
2026-01-16 Isra' and Mi'raj
2026-02-17 Lunar New Year
2026-03-19 Day of Silence
2026-03-21 Eid al-Fitr
2026-03-22 Eid al-Fitr Second Day
2026-04-03 Good Friday
2026-04-05 Easter Sunday
2026-05-01 International Labor Day
2026-05-14 Ascension Day
2026-05-27 Eid al-Adha
2026-05-31 Vesak Day
2026-06-01 Pancasila Day
2026-06-16 Islamic New Year
2026-08-17 Independence Day
2026-08-25 Prophet's Birthday
2026-12-25 Christmas Day
2027-01-01 New Year's Day
2027-01-05 Isra' and Mi'raj
2027-02-06 Lunar New Year
2027-03-08 Day of Silence
2027-03-10 Eid al-Fitr (estimated)
2027-03-11 Eid al-Fitr Second Day (estimated)
2027-03-26 Good Friday
2027-03-28 Easter Sunday
2027-05-01 International Labor Day
2027-05-06 Ascension Day
2027-05-17 Eid al-Adha (estimated)
2027-05-20 Vesak Day
2027-06-01 Pancasila Day
2027-06-06 Islamic New Year
2027-08-15 Prophet's Birthday
2027-08-17 Independence Day
2027-12-25 Christmas Day
2027-12-26 Isra' and Mi'raj
2028-01-01 New Year's Day
2028-01-26 Lunar New Year (estimated)
2028-02-27 Eid al-Fitr (estimated)
2028-02-28 Eid al-Fitr Second Day (estimated)
2028-03-26 Day of Silence
2028-04-14 Good Friday
2028-04-16 Easter Sunday
2028-05-01 International Labor Day
2028-05-05 Eid al-Adha (estimated)
2028-05-09 Vesak Day (estimated)
2028-05-25 Ascension Day
2028-05-26 Islamic New Year (estimated)
2028-06-01 Pancasila Day
2028-08-04 Prophet's Birthday (estimated)
2028-08-17 Independence Day
2028-12-14 Isra' and Mi'raj (estimated)
2028-12-25 Christmas Day
2029-01-01 New Year's Day
2029-02-13 Lunar New Year (estimated)
2029-02-15 Eid al-Fitr (estimated)
2029-02-16 Eid al-Fitr Second Day (estimated)
2029-03-15 Day of Silence
2029-03-30 Good Friday
2029-04-01 Easter Sunday
2029-04-25 Eid al-Adha (estimated)
2029-05-01 International Labor Day
2029-05-10 Ascension Day
2029-05-15 Islamic New Year (estimated)
2029-05-27 Vesak Day (estimated)
2029-06-01 Pancasila Day
2029-07-24 Prophet's Birthday (estimated)
2029-08-17 Independence Day
2029-12-04 Isra' and Mi'raj (estimated)
2029-12-25 Christmas Day
2030-01-01 New Year's Day
2030-02-03 Lunar New Year (estimated)
2030-02-04 Eid al-Fitr (estimated)
2030-02-05 Eid al-Fitr Second Day (estimated)
2030-03-05 Day of Silence
2030-04-14 Eid al-Adha (estimated)
2030-04-19 Good Friday
2030-04-21 Easter Sunday
2030-05-01 International Labor Day
2030-05-04 Islamic New Year (estimated)
2030-05-16 Vesak Day (estimated)
2030-05-30 Ascension Day
2030-06-01 Pancasila Day
2030-07-13 Prophet's Birthday (estimated)
2030-08-17 Independence Day
2030-11-23 Isra' and Mi'raj (estimated)
2030-12-25 Christmas Day
`;
