/** Public holidays of Kenya, 2026–2030; see shipped.ts for source and form. */
export const ke = `
2026-01-01 New Year's Day
2026-03-20 Eid al-Fitr
2026-04-03 Good Friday
2026-04-06 Easter Monday
2026-05-01 Labor Day
2026-06-01 Madaraka Day
2026-10-10 Mazingira Day
2026-10-20 Mashujaa Day
2026-12-12 Jamhuri Day
2026-12-25 Christmas Day
2026-12-26 Boxing Day
2027-01-01 New Year's Day
2027-03-09 Eid al-Fitr (estimated)
2027-03-26 Good Friday
2027-03-29 Easter Monday
2027-05-01 Labor Day
2027-06-01 Madaraka Day
2027-10-10 Mazingira Day
2027-10-11 Mazingira Day (observed)
2027-10-20 Mashujaa Day
2027-12-12 Jamhuri Day
2027-12-13 Jamhuri Day (observed)
2027-12-25 Christmas Day
2027-12-26 Boxing Day
2027-12-27 Boxing Day (observed)
2028-01-01 New Year's Day
2028-02-26 Eid al-Fitr (estimated)
2028-04-14 Good Friday
2028-04-17 Easter Monday
2028-05-01 Labor Day
2028-06-01 Madaraka Day
2028-10-10 Mazingira Day
2028-10-20 Mashujaa Day
2028-12-12 Jamhuri Day
2028-12-25 Christmas Day
2028-12-26 Boxing Day
2029-01-01 New Year's Day
2029-02-14 Eid al-Fitr (estimated)
2029-03-30 Good Friday
2029-04-02 Easter Monday
2029-05-01 Labor Day
2029-06-01 Madaraka Day
2029-10-10 Mazingira Day
2029-10-20 Mashujaa Day
2029-12-12 Jamhuri Day
2029-12-25 Christmas Day
2029-12-26 Boxing Day
2030-01-01 New Year's Day
2030-02-04 Eid al-Fitr (estimated)
2030-04-19 Good Friday
2030-04-22 Easter Monday
2030-05-01 Labor Day
2030-06-01 Madaraka Day
2030-10-10 Mazingira Day
2030-10-20 Mashujaa Day
2030-10-21 Mashujaa Day (observed)
2030-12-12 Jamhuri Day
2030-12-25 Christmas Day
2030-12-26 Boxing Day
`;
