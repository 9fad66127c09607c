import type { UiLanguage } from './languages.ts';

/**
 * Chrome, Edge and every other browser built on Chromium carry no words for dates in Burmese, Khmer and Lao: asked for
 * them, their Intl answers in English, and says nothing. So these three have their words here, as Unicode CLDR has them.
 */
export interface DateWords {
  /** From Sunday. */
  readonly weekdays: { readonly short: readonly string[]; readonly long: readonly string[] };
  readonly months: { readonly short: readonly string[]; readonly long: readonly string[] };
  /** From 0 to 9. */
  readonly digits: string;
  /** Stands after a year of the Buddhist Era. */
  readonly buddhistEra: string;
  readonly date: (day: string, month: string, year: string) => string;
  readonly whole: (weekday: string, date: string, time: string) => string;
}

const split = (text: string): readonly string[] => text.split(' ');

const burmese = {
  weekdays: split('တနင်္ဂနွေ တနင်္လာ အင်္ဂါ ဗုဒ္ဓဟူး ကြာသပတေး သောကြာ စနေ'),
  // Also where short ones are asked for: single letters say too little.
  months: split('ဇန်နဝါရီ ဖေဖော်ဝါရီ မတ် ဧပြီ မေ ဇွန် ဇူလိုင် ဩဂုတ် စက်တင်ဘာ အောက်တိုဘာ နိုဝင်ဘာ ဒီဇင်ဘာ'),
};

const khmerMonths = split('មករា កុម្ភៈ មីនា មេសា ឧសភា មិថុនា កក្កដា សីហា កញ្ញា តុលា វិច្ឆិកា ធ្នូ');

export type WithOwnWords = Extract<UiLanguage, 'my' | 'km' | 'lo'>;

export const dateWords: Readonly<Record<WithOwnWords, DateWords>> = {
  my: {
    weekdays: { short: burmese.weekdays, long: burmese.weekdays },
    months: { short: burmese.months, long: burmese.months },
    digits: '၀၁၂၃၄၅၆၇၈၉',
    buddhistEra: 'သာသနာနှစ်',
    date: (day, month, year) => `${year} ${month} ${day}`,
    whole: (weekday, date, time) => `${date} ${weekday} ${time}`,
  },
  km: {
    weekdays: {
      short: split('អាទិត្យ ចន្ទ អង្គារ ពុធ ព្រហ សុក្រ សៅរ៍'),
      long: split('អាទិត្យ ចន្ទ អង្គារ ពុធ ព្រហស្បតិ៍ សុក្រ សៅរ៍'),
    },
    months: { short: khmerMonths, long: khmerMonths },
    digits: '០១២៣៤៥៦៧៨៩',
    buddhistEra: 'ព.ស.',
    date: (day, month, year) => `${day} ${month} ${year}`,
    whole: (weekday, date, time) => `${weekday} ${date}, ${time}`,
  },
  lo: {
    weekdays: {
      short: split('ອາທິດ ຈັນ ອັງຄານ ພຸດ ພະຫັດ ສຸກ ເສົາ'),
      long: split('ວັນອາທິດ ວັນຈັນ ວັນອັງຄານ ວັນພຸດ ວັນພະຫັດ ວັນສຸກ ວັນເສົາ'),
    },
    months: {
      short: split('ມ.ກ. ກ.ພ. ມ.ນ. ມ.ສ. ພ.ພ. ມິ.ຖ. ກ.ລ. ສ.ຫ. ກ.ຍ. ຕ.ລ. ພ.ຈ. ທ.ວ.'),
      long: split('ມັງກອນ ກຸມພາ ມີນາ ເມສາ ພຶດສະພາ ມິຖຸນາ ກໍລະກົດ ສິງຫາ ກັນຍາ ຕຸລາ ພະຈິກ ທັນວາ'),
    },
    digits: '໐໑໒໓໔໕໖໗໘໙',
    buddhistEra: 'ພ.ສ.',
    date: (day, month, year) => `${day} ${month} ${year}`,
    whole: (weekday, date, time) => `${weekday}, ${date}, ${time}`,
  },
};

export const hasOwnWords = (language: UiLanguage): language is WithOwnWords =>
  Object.hasOwn(dateWords, language);
