/** Public holidays of Cambodia, 2026–2030; see shipped.ts for source and form. */
export const kh = `
2026-01-01 International New Year Day
2026-01-07 Day of Victory over the Genocidal Regime
2026-03-08 International Women's Rights Day
2026-04-14 Khmer New Year's Day
2026-04-15 Khmer New Year's Day
2026-04-16 Khmer New Year's Day
2026-05-01 International Labor Day; Visaka Bochea Day
2026-05-05 Royal Ploughing Ceremony
2026-05-14 HM King Norodom Sihamoni's Birthday
2026-06-18 HM Queen Norodom Monineath Sihanouk the Queen-Mother's Birthday
2026-09-24 Constitution Day
2026-10-10 Pchum Ben Day
2026-10-11 Pchum Ben Day
2026-10-12 Pchum Ben Day
2026-10-15 HM King Norodom Sihanouk Mourning Day
2026-10-29 HM King Norodom Sihamoni's Coronation Day
2026-11-09 National Independence Day
2026-11-23 Water Festival
2026-11-24 Water Festival
2026-11-25 Water Festival
2026-12-29 Peace Day in Cambodia
2027-01-01 International New Year Day
2027-01-07 Day of Victory over the Genocidal Regime
2027-03-08 International Women's Rights Day
2027-04-14 Khmer New Year's Day
2027-04-15 Khmer New Year's Day
2027-04-16 Khmer New Year's Day
2027-05-01 International Labor Day
2027-05-14 HM King Norodom Sihamoni's Birthday
2027-05-20 Visaka Bochea Day
2027-05-24 Royal Ploughing Ceremony
2027-06-18 HM Queen Norodom Monineath Sihanouk the Queen-Mother's Birthday
2027-09-24 Constitution Day
2027-09-29 Pchum Ben Day
2027-09-30 Pchum Ben Day
2027-10-01 Pchum Ben Day
2027-10-15 HM King Norodom Sihanouk Mourning Day
2027-10-29 HM King Norodom Sihamoni's Coronation Day
2027-11-09 National Independence Day
2027-11-12 Water Festival
2027-11-13 Water Festival
2027-11-14 Water Festival
2027-12-29 Peace Day in Cambodia
2028-01-01 International New Year Day
2028-01-07 Day of Victory over the Genocidal Regime
2028-03-08 International Women's Rights Day
2028-04-13 Khmer New Year's Day
2028-04-14 Khmer New Year's Day
2028-04-15 Khmer New Year's Day
2028-05-01 International Labor Day
2028-05-08 Visaka Bochea Day
2028-05-12 Royal Ploughing Ceremony
2028-05-14 HM King Norodom Sihamoni's Birthday
2028-06-18 HM Queen Norodom Monineath Sihanouk the Queen-Mother's Birthday
2028-09-17 Pchum Ben Day
2028-09-18 Pchum Ben Day
2028-09-19 Pchum Ben Day
2028-09-24 Constitution Day
2028-10-15 HM King Norodom Sihanouk Mourning Day
2028-10-29 HM King Norodom Sihamoni's Coronation Day
2028-10-31 Water Festival
2028-11-01 Water Festival
2028-11-02 Water Festival
2028-11-09 National Independence Day
2028-12-29 Peace Day in Cambodia
2029-01-01 International New Year Day
2029-01-07 Day of Victory over the Genocidal Regime
2029-03-08 International Women's Rights Day
2029-04-14 Khmer New Year's Day
2029-04-15 Khmer New Year's Day
2029-04-16 Khmer New Year's Day
2029-04-27 Visaka Bochea Day
2029-05-01 International Labor Day; Royal Ploughing Ceremony
2029-05-14 HM King Norodom Sihamoni's Birthday
2029-06-18 HM Queen Norodom Monineath Sihanouk the Queen-Mother's Birthday
2029-09-24 Constitution Day
2029-10-06 Pchum Ben Day
2029-10-07 Pchum Ben Day
2029-10-08 Pchum Ben Day
2029-10-15 HM King Norodom Sihanouk Mourning Day
2029-10-29 HM King Norodom Sihamoni's Coronation Day
2029-11-09 National Independence Day
2029-11-19 Water Festival
2029-11-20 Water Festival
2029-11-21 Water Festival
2029-12-29 Peace Day in Cambodia
2030-01-01 International New Year Day
2030-01-07 Day of Victory over the Genocidal Regime
2030-03-08 International Women's Rights Day
2030-04-14 Khmer New Year's Day
2030-04-15 Khmer New Year's Day
2030-04-16 Khmer New Year's Day
2030-05-01 International Labor Day
2030-05-14 HM King Norodom Sihamoni's Birthday
2030-05-16 Visaka Bochea Day
2030-05-20 Royal Ploughing Ceremony
2030-06-18 HM Queen Norodom Monineath Sihanouk the Queen-Mother's Birthday
2030-09-24 Constitution Day
2030-09-25 Pchum Ben Day
2030-09-26 Pchum Ben Day
2030-09-27 Pchum Ben Day
2030-10-15 HM King Norodom Sihanouk Mourning Day
2030-10-29 HM King Norodom Sihamoni's Coronation Day
2030-11-08 Water Festival
2030-11-09 National Independence Day; Water Festival
2030-11-10 Water Festival
2030-12-29 Peace Day in Cambodia
`;
