import type { UiLanguage } from './languages.ts';
import { canonicalZone } from './zones.ts';

type Names = Readonly<Record<Exclude<UiLanguage, 'en'>, string>>;

/** The cities of the zones that most readers deal with, as each language writes them. */
const NAMES: Readonly<Record<string, Names>> = {
  'Asia/Bangkok': {
    th: 'กรุงเทพฯ',
    my: 'ဘန်ကောက်',
    km: 'បាងកក',
    lo: 'ບາງກອກ',
    vi: 'Băng Cốc',
    zh: '曼谷',
  },
  'Asia/Yangon': { th: 'ย่างกุ้ง', my: 'ရန်ကုန်', km: 'យ៉ាំងហ្គោន', lo: 'ຢ່າງກຸ້ງ', vi: 'Yangon', zh: '仰光' },
  'Asia/Phnom_Penh': {
    th: 'พนมเปญ',
    my: 'ဖနွမ်းပင်',
    km: 'ភ្នំពេញ',
    lo: 'ພະນົມເປັນ',
    vi: 'Phnôm Pênh',
    zh: '金边',
  },
  'Asia/Vientiane': {
    th: 'เวียงจันทน์',
    my: 'ဗီယင်ကျန်း',
    km: 'វៀងចន្ទន៍',
    lo: 'ວຽງຈັນ',
    vi: 'Viêng Chăn',
    zh: '万象',
  },
  'Asia/Ho_Chi_Minh': {
    th: 'นครโฮจิมินห์',
    my: 'ဟိုချီမင်းမြို့',
    km: 'ទីក្រុងហូជីមិញ',
    lo: 'ໂຮຈິມິນ',
    vi: 'TP. Hồ Chí Minh',
    zh: '胡志明市',
  },
  'Asia/Shanghai': {
    th: 'เซี่ยงไฮ้',
    my: 'ရှန်ဟိုင်း',
    km: 'សៀងហៃ',
    lo: 'ຊຽງໄຮ',
    vi: 'Thượng Hải',
    zh: '上海',
  },
  'Australia/Sydney': { th: 'ซิดนีย์', my: 'ဆစ်ဒနီ', km: 'ស៊ីដនី', lo: 'ຊິດນີ', vi: 'Sydney', zh: '悉尼' },
};

/** The city that a zone is named after, in the reader's language where it is known, else as the IANA name has it. */
export function zonePlace(zone: string, language: UiLanguage): string {
  const modern = canonicalZone(zone);
  const names = NAMES[modern];
  if (names !== undefined && language !== 'en') return names[language];
  return modern.slice(modern.lastIndexOf('/') + 1).replaceAll('_', ' ');
}
