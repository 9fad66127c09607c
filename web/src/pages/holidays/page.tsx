import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { readHolidays } from '../../../../functions/directory/contract.ts';
import { countries, countryCode, type CountryCode } from '../../../../functions/shared/values/countries.ts';
import { useAnswer } from '../../api/hooks.ts';
import { Answer } from '../../parts/answer.tsx';
import { Select } from '../../parts/fields.tsx';
import { useNames } from '../../parts/state-and-language-names.ts';
import { useOwnRecord } from '../../parts/own-record.tsx';
import { Page } from '../../parts/page.tsx';
import { useReader } from '../../parts/reader.tsx';
import { useToday } from '../../parts/use-now.ts';
import { OneYear } from './one-year.tsx';
import { useYearWords } from './use-year-words.ts';
import '../calendar/calendar.css';

/** The years that officers correct, as the contract has them. */
const firstYear = 2026;
const lastYear = 2037;
/** Shown to somebody whose own country is none of those known. */
const mekongFirst: CountryCode = 'KH';
const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index);

/** The public holidays of a country in a year: what was shipped, what was corrected and by whom; and correcting them. */
export default function HolidaysPage() {
  const { t } = useTranslation(['keeping', 'scheduling', 'staff']);
  const { language } = useReader();
  const names = useNames();
  const yearWords = useYearWords();
  const { country, year, choose } = useChosen();
  const found = useAnswer(readHolidays, { query: { country, year: String(year) } });
  const order = new Intl.Collator(language);
  return (
    <Page title={t('holidays.title')} above={{ to: '/calendars', label: t('scheduling:calendars.title') }}>
      <p>{t('holidays.what')}</p>
      <div className="pair">
        <Select<CountryCode>
          label={t('holidays.country')}
          options={countries
            .map(({ code }) => ({ value: code, label: names.country(code) }))
            .toSorted((one, other) => order.compare(one.label, other.label))}
          value={country}
          onChoose={(code) => choose({ country: code })}
        />
        <Select
          label={yearWords.label}
          options={years.map((each) => ({ value: String(each), label: yearWords.of(each) }))}
          value={String(year)}
          onChoose={(each) => choose({ year: each })}
        />
      </div>
      <Answer of={found}>
        {(answer) => <OneYear key={`${country} ${year}`} {...{ country, year, answer }} />}
      </Answer>
    </Page>
  );
}

/** Country and year stand in the address, so that a year can be linked to; at first the own ones. */
function useChosen() {
  const me = useOwnRecord();
  const thisYear = Number(useToday(me.zone).slice(0, 4));
  const [asked, ask] = useSearchParams();
  const country = countryCode.safeParse(asked.get('country') ?? me.agency.country);
  const year = Number(asked.get('year') ?? thisYear);
  const chosen = {
    country: country.success ? country.data : mekongFirst,
    year: years.includes(year) ? year : firstYear,
  };
  return {
    ...chosen,
    choose: (changed: { readonly country?: string; readonly year?: string }) =>
      ask({ country: chosen.country, year: String(chosen.year), ...changed }, { replace: true }),
  };
}
