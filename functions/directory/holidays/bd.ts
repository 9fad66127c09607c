/** Public holidays of Bangladesh, 2026–2030; see shipped.ts for source and form. */
export const bd = `
2026-02-04 Mid-Sha'ban
2026-02-21 Martyrs' Day and International Mother Language Day
2026-03-17 Laylat al-Qadr
2026-03-20 Jumu'atul-Wida
2026-03-21 Eid al-Fitr
2026-03-22 Eid al-Fitr
2026-03-23 Eid al-Fitr
2026-03-26 Independence Day
2026-04-14 Bengali New Year's Day
2026-05-01 May Day
2026-05-28 Eid al-Adha
2026-05-29 Eid al-Adha
2026-05-30 Eid al-Adha
2026-06-26 Ashura
2026-08-05 July Mass Uprising Day
2026-08-26 Prophet's Birthday
2026-12-16 Victory Day
2026-12-25 Christmas Day
2027-01-24 Mid-Sha'ban (estimated)
2027-02-21 Martyrs' Day and International Mother Language Day
2027-03-05 Jumu'atul-Wida (estimated)
2027-03-07 Laylat al-Qadr (estimated)
2027-03-10 Eid al-Fitr (estimated)
2027-03-11 Eid al-Fitr (estimated)
2027-03-12 Eid al-Fitr (estimated)
2027-03-26 Independence Day
2027-04-14 Bengali New Year's Day
2027-05-01 May Day
2027-05-17 Eid al-Adha (estimated)
2027-05-18 Eid al-Adha (estimated)
2027-05-19 Eid al-Adha (estimated)
2027-06-16 Ashura (estimated)
2027-08-05 July Mass Uprising Day
2027-08-15 Prophet's Birthday (estimated)
2027-12-16 Victory Day
2027-12-25 Christmas Day
2028-01-13 Mid-Sha'ban (estimated)
2028-02-21 Martyrs' Day and International Mother Language Day
2028-02-24 Laylat al-Qadr (estimated)
2028-02-25 Jumu'atul-Wida (estimated)
2028-02-27 Eid al-Fitr (estimated)
2028-02-28 Eid al-Fitr (estimated)
2028-02-29 Eid al-Fitr (estimated)
2028-03-26 Independence Day
2028-04-14 Bengali New Year's Day
2028-05-01 May Day
2028-05-06 Eid al-Adha (estimated)
2028-05-07 Eid al-Adha (estimated)
2028-05-08 Eid al-Adha (estimated)
2028-06-04 Ashura (estimated)
2028-08-04 Prophet's Birthday (estimated)
2028-08-05 July Mass Uprising Day
2028-12-16 Victory Day
2028-12-25 Christmas Day
2029-01-01 Mid-Sha'ban (estimated)
2029-02-09 Jumu'atul-Wida (estimated)
2029-02-12 Laylat al-Qadr (estimated)
2029-02-15 Eid al-Fitr (estimated)
2029-02-16 Eid al-Fitr (estimated)
2029-02-17 Eid al-Fitr (estimated)
2029-02-21 Martyrs' Day and International Mother Language Day
2029-03-26 Independence Day
2029-04-14 Bengali New Year's Day
2029-04-25 Eid al-Adha (estimated)
2029-04-26 Eid al-Adha (estimated)
2029-04-27 Eid al-Adha (estimated)
2029-05-01 May Day
2029-05-24 Ashura (estimated)
2029-07-25 Prophet's Birthday (estimated)
2029-08-05 July Mass Uprising Day
2029-12-16 Victory Day
2029-12-22 Mid-Sha'ban (estimated)
2029-12-25 Christmas Day
2030-02-01 Jumu'atul-Wida (estimated); Laylat al-Qadr (estimated)
2030-02-05 Eid al-Fitr (estimated)
2030-02-06 Eid al-Fitr (estimated)
2030-02-07 Eid al-Fitr (estimated)
2030-02-21 Martyrs' Day and International Mother Language Day
2030-03-26 Independence Day
2030-04-14 Bengali New Year's Day; Eid al-Adha (estimated)
2030-04-15 Eid al-Adha (estimated)
2030-04-16 Eid al-Adha (estimated)
2030-05-01 May Day
2030-05-13 Ashura (estimated)
2030-07-14 Prophet's Birthday (estimated)
2030-08-05 July Mass Uprising Day
2030-12-11 Mid-Sha'ban (estimated)
2030-12-16 Victory Day
2030-12-25 Christmas Day
`;
