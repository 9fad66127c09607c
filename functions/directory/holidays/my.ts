/** Public holidays of Malaysia, 2026–2030; see shipped.ts for source and form. */
export const my = `
2026-02-17 Chinese New Year
2026-02-18 Chinese New Year (Second Day)
2026-03-20 Eid al-Fitr (additional holiday)
2026-03-21 Eid al-Fitr
2026-03-22 Eid al-Fitr (Second Day)
2026-03-23 Eid al-Fitr (Second Day) (observed)
2026-05-01 Labor Day
2026-05-27 Eid al-Adha
2026-05-31 Vesak Day
2026-06-01 Birthday of HM Yang di-Pertuan Agong
2026-06-02 Vesak Day (observed)
2026-06-17 Islamic New Year
2026-08-25 Prophet Muhammad's Birthday
2026-08-31 National Day
2026-09-16 Malaysia Day
2026-12-25 Christmas Day
2027-02-06 Chinese New Year
2027-02-07 Chinese New Year (Second Day)
2027-02-08 Chinese New Year (Second Day) (observed)
2027-03-10 Eid al-Fitr
2027-03-11 Eid al-Fitr (Second Day)
2027-05-01 Labor Day
2027-05-17 Eid al-Adha
2027-05-20 Vesak Day
2027-06-06 Islamic New Year
2027-06-07 Birthday of HM Yang di-Pertuan Agong
2027-08-15 Prophet Muhammad's Birthday
2027-08-16 Prophet Muhammad's Birthday (observed)
2027-08-31 National Day
2027-09-16 Malaysia Day
2027-12-25 Christmas Day
2028-01-26 Chinese New Year (estimated)
2028-01-27 Chinese New Year (Second Day) (estimated)
2028-02-27 Eid al-Fitr (estimated)
2028-02-28 Eid al-Fitr (Second Day) (estimated)
2028-02-29 Eid al-Fitr (observed, estimated)
2028-05-01 Labor Day
2028-05-05 Eid al-Adha (estimated)
2028-05-09 Vesak Day (estimated)
2028-05-26 Islamic New Year (estimated)
2028-06-05 Birthday of HM Yang di-Pertuan Agong
2028-08-04 Prophet Muhammad's Birthday (estimated)
2028-08-31 National Day
2028-09-16 Malaysia Day
2028-12-25 Christmas Day
2029-02-13 Chinese New Year (estimated)
2029-02-14 Chinese New Year (Second Day) (estimated)
2029-02-15 Eid al-Fitr (estimated)
2029-02-16 Eid al-Fitr (Second Day) (estimated)
2029-04-25 Eid al-Adha (estimated)
2029-05-01 Labor Day
2029-05-15 Islamic New Year (estimated)
2029-05-27 Vesak Day (estimated)
2029-05-28 Vesak Day (observed, estimated)
2029-06-04 Birthday of HM Yang di-Pertuan Agong
2029-07-24 Prophet Muhammad's Birthday (estimated)
2029-08-31 National Day
2029-09-16 Malaysia Day
2029-09-17 Malaysia Day (observed)
2029-12-25 Christmas Day
2030-02-03 Chinese New Year (estimated)
2030-02-04 Chinese New Year (Second Day) (estimated); Eid al-Fitr (estimated)
2030-02-05 Eid al-Fitr (Second Day) (estimated)
2030-02-06 Chinese New Year (observed, estimated)
2030-04-14 Eid al-Adha (estimated)
2030-04-15 Eid al-Adha (observed, estimated)
2030-05-01 Labor Day
2030-05-04 Islamic New Year (estimated)
2030-05-16 Vesak Day (estimated)
2030-06-03 Birthday of HM Yang di-Pertuan Agong
2030-07-13 Prophet Muhammad's Birthday (estimated)
2030-08-31 National Day
2030-09-16 Malaysia Day
2030-12-25 Christmas Day
`;
