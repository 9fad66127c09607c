/** Public holidays of Nepal, 2026–2030; see shipped.ts for source and form. */
export const np = `
2026-01-11 Prithvi Jayanti
2026-01-15 Maghe Sankranti
2026-01-19 Sonam Lhochhar
2026-01-29 Martyr's Day
2026-02-15 Maha Shivaratri
2026-02-18 Gyalpo Lhosar
2026-02-19 National Democracy Day
2026-03-02 Fagu Poornima
2026-03-03 Fagu Poornima (Terai)
2026-03-08 International Women's Day
2026-03-21 Eid al-Fitr (estimated)
2026-03-27 Ram Navami
2026-04-14 Nepali New Year
2026-05-01 Buddha Jayanti; International Labor Day
2026-05-28 Eid al-Adha (estimated)
2026-05-29 Republic Day
2026-08-28 Janai Poornima
2026-09-04 Shree Krishna Janmashtami
2026-09-19 Constitution Day
2026-10-11 Ghatasthapana
2026-10-18 Fulpati
2026-10-19 Maha Ashtami; Maha Navami
2026-10-20 Bijaya Dashami
2026-10-21 Ekadashi (Dashain)
2026-10-22 Duwadashi (Dashain)
2026-11-08 Laxmi Pooja
2026-11-09 Gai Tihar
2026-11-10 Gobardhan Pooja; Mha Pooja
2026-11-11 Bhai Tika
2026-11-15 Chhath Parva
2026-12-25 Christmas Day
2026-12-30 Tamu Lhochhar
2027-01-11 Prithvi Jayanti
2027-01-15 Maghe Sankranti
2027-01-29 Martyr's Day
2027-02-07 Gyalpo Lhosar; Sonam Lhochhar
2027-02-19 National Democracy Day
2027-03-06 Maha Shivaratri
2027-03-08 International Women's Day
2027-03-10 Eid al-Fitr (estimated)
2027-03-21 Fagu Poornima
2027-03-22 Fagu Poornima (Terai)
2027-04-14 Nepali New Year
2027-04-15 Ram Navami
2027-05-01 International Labor Day
2027-05-17 Eid al-Adha (estimated)
2027-05-20 Buddha Jayanti
2027-05-29 Republic Day
2027-08-17 Janai Poornima
2027-08-25 Shree Krishna Janmashtami
2027-09-19 Constitution Day
2027-09-30 Ghatasthapana
2027-10-06 Fulpati
2027-10-07 Maha Ashtami
2027-10-08 Maha Navami
2027-10-09 Bijaya Dashami
2027-10-10 Ekadashi (Dashain)
2027-10-11 Duwadashi (Dashain)
2027-10-29 Gai Tihar; Laxmi Pooja
2027-10-30 Gobardhan Pooja; Mha Pooja
2027-10-31 Bhai Tika
2027-11-04 Chhath Parva
2027-12-25 Christmas Day
2027-12-30 Tamu Lhochhar
2028-01-11 Prithvi Jayanti
2028-01-15 Maghe Sankranti
2028-01-29 Martyr's Day
2028-02-19 National Democracy Day
2028-02-23 Maha Shivaratri
2028-02-26 Gyalpo Lhosar; Sonam Lhochhar
2028-02-27 Eid al-Fitr (estimated)
2028-03-08 International Women's Day
2028-03-10 Fagu Poornima
2028-03-11 Fagu Poornima (Terai)
2028-04-03 Ram Navami
2028-04-13 Nepali New Year
2028-05-01 International Labor Day
2028-05-06 Eid al-Adha (estimated)
2028-05-08 Buddha Jayanti
2028-05-28 Republic Day
2028-08-05 Janai Poornima
2028-08-13 Shree Krishna Janmashtami
2028-09-18 Constitution Day
2028-09-19 Ghatasthapana
2028-09-25 Fulpati
2028-09-26 Maha Ashtami; Maha Navami
2028-09-27 Bijaya Dashami
2028-09-28 Ekadashi (Dashain)
2028-09-29 Duwadashi (Dashain)
2028-10-17 Gai Tihar; Laxmi Pooja
2028-10-18 Gobardhan Pooja; Mha Pooja
2028-10-19 Bhai Tika
2028-10-23 Chhath Parva
2028-12-25 Christmas Day
2028-12-30 Tamu Lhochhar
2029-01-11 Prithvi Jayanti
2029-01-14 Maghe Sankranti
2029-01-15 Sonam Lhochhar
2029-01-29 Martyr's Day
2029-02-11 Maha Shivaratri
2029-02-14 Gyalpo Lhosar
2029-02-15 Eid al-Fitr (estimated)
2029-02-19 National Democracy Day
2029-02-28 Fagu Poornima
2029-03-01 Fagu Poornima (Terai)
2029-03-08 International Women's Day
2029-04-14 Nepali New Year
2029-04-22 Ram Navami
2029-04-25 Eid al-Adha (estimated)
2029-05-01 International Labor Day
2029-05-27 Buddha Jayanti
2029-05-28 Republic Day
2029-08-23 Janai Poornima
2029-09-01 Shree Krishna Janmashtami
2029-09-19 Constitution Day
2029-10-08 Ghatasthapana
2029-10-13 Fulpati
2029-10-14 Maha Ashtami
2029-10-15 Maha Navami
2029-10-16 Bijaya Dashami
2029-10-17 Ekadashi (Dashain)
2029-10-18 Duwadashi (Dashain)
2029-11-05 Gai Tihar; Laxmi Pooja
2029-11-06 Gobardhan Pooja; Mha Pooja
2029-11-07 Bhai Tika
2029-11-11 Chhath Parva
2029-12-25 Christmas Day
2029-12-30 Tamu Lhochhar
2030-01-11 Prithvi Jayanti
2030-01-14 Maghe Sankranti
2030-01-29 Martyr's Day
2030-02-03 Sonam Lhochhar
2030-02-05 Eid al-Fitr (estimated)
2030-02-19 National Democracy Day
2030-03-02 Maha Shivaratri
2030-03-05 Gyalpo Lhosar
2030-03-08 International Women's Day
2030-03-19 Fagu Poornima
2030-03-20 Fagu Poornima (Terai)
2030-04-12 Ram Navami
2030-04-14 Eid al-Adha (estimated); Nepali New Year
2030-05-01 International Labor Day
2030-05-17 Buddha Jayanti
2030-05-29 Republic Day
2030-08-13 Janai Poornima
2030-08-21 Shree Krishna Janmashtami
2030-09-19 Constitution Day
2030-09-28 Ghatasthapana
2030-10-03 Fulpati
2030-10-04 Maha Ashtami
2030-10-05 Maha Navami
2030-10-06 Bijaya Dashami
2030-10-07 Ekadashi (Dashain)
2030-10-08 Duwadashi (Dashain)
2030-10-26 Gai Tihar; Laxmi Pooja
2030-10-27 Gobardhan Pooja; Mha Pooja
2030-10-28 Bhai Tika
2030-11-01 Chhath Parva
2030-12-25 Christmas Day
2030-12-31 Tamu Lhochhar
`;
