/** Public holidays of India, 2026–2030; see shipped.ts for source and form. */
export const ind = `
2026-01-26 Republic Day
2026-03-04 Holi
2026-03-21 Eid al-Fitr
2026-03-26 Ram Navami
2026-03-31 Mahavira's Birthday
2026-04-03 Good Friday
2026-04-14 Dr. B. R. Ambedkar's Birthday
2026-05-01 Buddha Purnima
2026-05-27 Eid al-Adha
2026-06-26 Ashura
2026-08-15 Independence Day
2026-08-26 Prophet's Birthday
2026-09-04 Janmashtami (Vaishnava)
2026-10-02 Mahatma Gandhi's Birthday
2026-10-20 Dussehra
2026-11-08 Diwali
2026-11-24 Guru Nanak's Birthday
2026-12-25 Christmas
2027-01-26 Republic Day
2027-03-06 Maha Shivaratri
2027-03-10 Eid al-Fitr (estimated)
2027-03-22 Holi
2027-03-26 Good Friday
2027-04-14 Dr. B. R. Ambedkar's Birthday
2027-04-15 Ram Navami
2027-04-18 Mahavira's Birthday
2027-05-17 Eid al-Adha (estimated)
2027-05-20 Buddha Purnima
2027-06-16 Ashura (estimated)
2027-08-15 Independence Day; Prophet's Birthday (estimated)
2027-08-25 Janmashtami (Vaishnava)
2027-10-02 Mahatma Gandhi's Birthday
2027-10-09 Dussehra
2027-10-29 Diwali
2027-11-14 Guru Nanak's Birthday
2027-12-25 Christmas
2028-01-26 Republic Day
2028-02-23 Maha Shivaratri
2028-02-27 Eid al-Fitr (estimated)
2028-03-11 Holi
2028-04-03 Ram Navami
2028-04-07 Mahavira's Birthday
2028-04-14 Dr. B. R. Ambedkar's Birthday; Good Friday
2028-05-06 Eid al-Adha (estimated)
2028-05-08 Buddha Purnima
2028-06-04 Ashura (estimated)
2028-08-04 Prophet's Birthday (estimated)
2028-08-13 Janmashtami (Vaishnava)
2028-08-15 Independence Day
2028-09-27 Dussehra
2028-10-02 Mahatma Gandhi's Birthday
2028-10-17 Diwali
2028-11-02 Guru Nanak's Birthday
2028-12-25 Christmas
2029-01-26 Republic Day
2029-02-11 Maha Shivaratri
2029-02-15 Eid al-Fitr (estimated)
2029-03-01 Holi
2029-03-30 Good Friday
2029-04-14 Dr. B. R. Ambedkar's Birthday
2029-04-25 Eid al-Adha (estimated)
2029-04-26 Mahavira's Birthday
2029-05-24 Ashura (estimated)
2029-05-27 Buddha Purnima
2029-07-25 Prophet's Birthday (estimated)
2029-08-15 Independence Day
2029-09-01 Janmashtami (Vaishnava)
2029-10-02 Mahatma Gandhi's Birthday
2029-10-16 Dussehra
2029-11-05 Diwali
2029-11-21 Guru Nanak's Birthday
2029-12-25 Christmas
2030-01-26 Republic Day
2030-02-05 Eid al-Fitr (estimated)
2030-03-02 Maha Shivaratri
2030-03-20 Holi
2030-04-12 Ram Navami
2030-04-14 Dr. B. R. Ambedkar's Birthday; Eid al-Adha (estimated)
2030-04-16 Mahavira's Birthday
2030-04-19 Good Friday
2030-05-13 Ashura (estimated)
2030-05-17 Buddha Purnima
2030-07-14 Prophet's Birthday (estimated)
2030-08-15 Independence Day
2030-08-21 Janmashtami (Vaishnava)
2030-10-02 Mahatma Gandhi's Birthday
2030-10-06 Dussehra
2030-10-26 Diwali
2030-11-10 Guru Nanak's Birthday
2030-12-25 Christmas
`;
