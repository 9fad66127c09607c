/** Public holidays of Singapore, 2026–2030; see shipped.ts for source and form. */
export const sg = `
2026-01-01 New Year's Day
2026-02-17 Chinese New Year
2026-02-18 Chinese New Year
2026-03-21 Eid al-Fitr
2026-04-03 Good Friday
2026-05-01 Labor Day
2026-05-27 Eid al-Adha
2026-05-31 Vesak Day
2026-06-01 Vesak Day (observed)
2026-08-09 National Day
2026-08-10 National Day (observed)
2026-11-08 Diwali
2026-11-09 Diwali (observed)
2026-12-25 Christmas Day
2027-01-01 New Year's Day
2027-02-06 Chinese New Year
2027-02-07 Chinese New Year
2027-02-08 Chinese New Year (observed)
2027-03-10 Eid al-Fitr
2027-03-26 Good Friday
2027-05-01 Labor Day
2027-05-17 Eid al-Adha
2027-05-20 Vesak Day
2027-08-09 National Day
2027-10-28 Diwali
2027-12-25 Christmas Day
2028-01-01 New Year's Day
2028-01-26 Chinese New Year (estimated)
2028-01-27 Chinese New Year (estimated)
2028-02-27 Eid al-Fitr (estimated)
2028-02-28 Eid al-Fitr (observed, estimated)
2028-04-14 Good Friday
2028-05-01 Labor Day
2028-05-05 Eid al-Adha (estimated)
2028-05-09 Vesak Day (estimated)
2028-08-09 National Day
2028-11-15 Diwali
2028-12-25 Christmas Day
2029-01-01 New Year's Day
2029-02-13 Chinese New Year (estimated)
2029-02-14 Chinese New Year (estimated)
2029-02-15 Eid al-Fitr (estimated)
2029-03-30 Good Friday
2029-04-25 Eid al-Adha (estimated)
2029-05-01 Labor Day
2029-05-27 Vesak Day (estimated)
2029-05-28 Vesak Day (observed, estimated)
2029-08-09 National Day
2029-11-05 Diwali
2029-12-25 Christmas Day
2030-01-01 New Year's Day
2030-02-03 Chinese New Year (estimated)
2030-02-04 Chinese New Year (estimated); Eid al-Fitr (estimated)
2030-02-05 Chinese New Year (observed, estimated)
2030-04-14 Eid al-Adha (estimated)
2030-04-15 Eid al-Adha (observed, estimated)
2030-04-19 Good Friday
2030-05-01 Labor Day
2030-05-16 Vesak Day (estimated)
2030-08-09 National Day
2030-10-26 Diwali
2030-12-25 Christmas Day
`;
