/** Public holidays of United Arab Emirates, 2026–2030; see shipped.ts for source and form. */
export const ae = `
2026-01-01 New Year's Day
2026-03-19 Eid al-Fitr Holiday
2026-03-20 Eid al-Fitr
2026-03-21 Eid al-Fitr Holiday
2026-03-22 Eid al-Fitr Holiday
2026-05-26 Day of Arafah
2026-05-27 Eid al-Adha
2026-05-28 Eid al-Adha Holiday
2026-05-29 Eid al-Adha Holiday
2026-06-15 Islamic New Year
2026-08-28 Prophet's Birthday
2026-12-02 National Day
2026-12-03 National Day
2027-01-01 New Year's Day
2027-03-09 Eid al-Fitr (estimated)
2027-03-10 Eid al-Fitr Holiday (estimated)
2027-03-11 Eid al-Fitr Holiday (estimated)
2027-05-15 Day of Arafah (estimated)
2027-05-16 Eid al-Adha (estimated)
2027-05-17 Eid al-Adha Holiday (estimated)
2027-05-18 Eid al-Adha Holiday (estimated)
2027-06-06 Islamic New Year (estimated)
2027-08-14 Prophet's Birthday (estimated)
2027-12-02 National Day
2027-12-03 National Day
2028-01-01 New Year's Day
2028-02-26 Eid al-Fitr (estimated)
2028-02-27 Eid al-Fitr Holiday (estimated)
2028-02-28 Eid al-Fitr Holiday (estimated)
2028-05-04 Day of Arafah (estimated)
2028-05-05 Eid al-Adha (estimated)
2028-05-06 Eid al-Adha Holiday (estimated)
2028-05-07 Eid al-Adha Holiday (estimated)
2028-05-25 Islamic New Year (estimated)
2028-08-03 Prophet's Birthday (estimated)
2028-12-02 National Day
2028-12-03 National Day
2029-01-01 New Year's Day
2029-02-14 Eid al-Fitr (estimated)
2029-02-15 Eid al-Fitr Holiday (estimated)
2029-02-16 Eid al-Fitr Holiday (estimated)
2029-04-23 Day of Arafah (estimated)
2029-04-24 Eid al-Adha (estimated)
2029-04-25 Eid al-Adha Holiday (estimated)
2029-04-26 Eid al-Adha Holiday (estimated)
2029-05-14 Islamic New Year (estimated)
2029-07-24 Prophet's Birthday (estimated)
2029-12-02 National Day
2029-12-03 National Day
2030-01-01 New Year's Day
2030-02-04 Eid al-Fitr (estimated)
2030-02-05 Eid al-Fitr Holiday (estimated)
2030-02-06 Eid al-Fitr Holiday (estimated)
2030-04-12 Day of Arafah (estimated)
2030-04-13 Eid al-Adha (estimated)
2030-04-14 Eid al-Adha Holiday (estimated)
2030-04-15 Eid al-Adha Holiday (estimated)
2030-05-03 Islamic New Year (estimated)
2030-07-13 Prophet's Birthday (estimated)
2030-12-02 National Day
2030-12-03 National Day
`;
