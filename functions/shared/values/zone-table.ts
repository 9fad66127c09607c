// Written by infra/zone-table.ts from the IANA time zone data. Do not edit: run `node infra/zone-table.ts`.

/** The release of the IANA data. */
export const version = '2026f';
export const firstYear = 2024;
export const lastYear = 2037;
/** Minutes since 1970-01-01T00:00Z from which the changes are counted, and at which the table ends. */
export const baseMinute = 28399680;
export const endMinute = 35766720;

/** Rules (see zone-rules.ts), then the names of the zones that have them. */
export const ruleSets: readonly (readonly [rules: string, names: string])[] = [
  [
    '0',
    'Africa/Abidjan Africa/Accra Africa/Bamako Africa/Banjul Africa/Bissau Africa/Conakry Africa/Dakar Africa/Freetown Africa/Lome Africa/Monrovia Africa/Nouakchott Africa/Ouagadougou Africa/Sao_Tome America/Danmarkshavn Atlantic/Reykjavik Atlantic/St_Helena Etc/GMT Etc/UTC',
  ],
  [
    '180',
    'Africa/Addis_Ababa Africa/Asmara Africa/Dar_es_Salaam Africa/Djibouti Africa/Kampala Africa/Mogadishu Africa/Nairobi Antarctica/Syowa Asia/Aden Asia/Amman Asia/Baghdad Asia/Bahrain Asia/Damascus Asia/Kuwait Asia/Qatar Asia/Riyadh Etc/GMT-3 Europe/Istanbul Europe/Kirov Europe/Minsk Europe/Moscow Europe/Simferopol Europe/Volgograd Indian/Antananarivo Indian/Comoro Indian/Mayotte',
  ],
  [
    '60',
    'Africa/Algiers Africa/Bangui Africa/Brazzaville Africa/Douala Africa/Kinshasa Africa/Lagos Africa/Libreville Africa/Luanda Africa/Malabo Africa/Ndjamena Africa/Niamey Africa/Porto-Novo Africa/Tunis Etc/GMT-1',
  ],
  [
    '120',
    'Africa/Blantyre Africa/Bujumbura Africa/Gaborone Africa/Harare Africa/Johannesburg Africa/Juba Africa/Khartoum Africa/Kigali Africa/Lubumbashi Africa/Lusaka Africa/Maputo Africa/Maseru Africa/Mbabane Africa/Tripoli Africa/Windhoek Etc/GMT-2 Europe/Kaliningrad',
  ],
  [
    '120 3lwo:180 5tyc:120 5eho:180 5tyc:120 5eho:180 5tyc:120 5m9o:180 5m6c:120 5m9o:180 5m6c:120 5m9o:180 5m6c:120 5m9o:180 5tyc:120 5eho:180 5tyc:120 5m9o:180 5m6c:120 5m9o:180 5m6c:120 5m9o:180 5m6c:120 5m9o:180 5m6c:120 5m9o:180 5tyc:120 5eho:180 5tyc:120',
    'Africa/Cairo',
  ],
  ['60 25vc:0 12w0:60 9q00:0 1ao0:60 9q00:0 12w0:60 5m6c:0', 'Africa/Casablanca Africa/El_Aaiun'],
  [
    '60 2t5o:120 6hc0:60 4r40:120 6hc0:60 4r40:120 6hc0:60 4r40:120 6p40:60 4jc0:120 6p40:60 4jc0:120 6p40:60 4r40:120 6hc0:60 4r40:120 6hc0:60 4r40:120 6p40:60 4jc0:120 6p40:60 4jc0:120 6p40:60 4jc0:120 6p40:60 4r40:120 6hc0:60 4r40:120 6hc0:60',
    'Africa/Ceuta Arctic/Longyearbyen Europe/Amsterdam Europe/Andorra Europe/Belgrade Europe/Berlin Europe/Bratislava Europe/Brussels Europe/Budapest Europe/Busingen Europe/Copenhagen Europe/Gibraltar Europe/Ljubljana Europe/Luxembourg Europe/Madrid Europe/Malta Europe/Monaco Europe/Oslo Europe/Paris Europe/Podgorica Europe/Prague Europe/Rome Europe/San_Marino Europe/Sarajevo Europe/Skopje Europe/Stockholm Europe/Tirane Europe/Vaduz Europe/Vatican Europe/Vienna Europe/Warsaw Europe/Zagreb Europe/Zurich',
  ],
  [
    '-600 26c0:-540 7cec:-600 3w1o:-540 7cec:-600 3w1o:-540 7cec:-600 43to:-540 7cec:-600 3w1o:-540 7cec:-600 3w1o:-540 7cec:-600 3w1o:-540 7cec:-600 3w1o:-540 7cec:-600 43to:-540 7cec:-600 3w1o:-540 7cec:-600 3w1o:-540 7cec:-600 3w1o:-540 7cec:-600 3w1o:-540 7cec:-600 3w1o:-540 7cec:-600',
    'America/Adak',
  ],
  [
    '-540 26ac:-480 7cec:-540 3w1o:-480 7cec:-540 3w1o:-480 7cec:-540 43to:-480 7cec:-540 3w1o:-480 7cec:-540 3w1o:-480 7cec:-540 3w1o:-480 7cec:-540 3w1o:-480 7cec:-540 43to:-480 7cec:-540 3w1o:-480 7cec:-540 3w1o:-480 7cec:-540 3w1o:-480 7cec:-540 3w1o:-480 7cec:-540 3w1o:-480 7cec:-540',
    'America/Anchorage America/Juneau America/Metlakatla America/Nome America/Sitka America/Yakutat',
  ],
  [
    '-240',
    'America/Anguilla America/Antigua America/Aruba America/Barbados America/Blanc-Sablon America/Boa_Vista America/Campo_Grande America/Caracas America/Cuiaba America/Curacao America/Dominica America/Grenada America/Guadeloupe America/Guyana America/Kralendijk America/La_Paz America/Lower_Princes America/Manaus America/Marigot America/Martinique America/Montserrat America/Port_of_Spain America/Porto_Velho America/Puerto_Rico America/Santo_Domingo America/St_Barthelemy America/St_Kitts America/St_Lucia America/St_Thomas America/St_Vincent America/Tortola Etc/GMT+4',
  ],
  [
    '-180',
    'America/Araguaina America/Argentina/Buenos_Aires America/Argentina/Catamarca America/Argentina/Cordoba America/Argentina/Jujuy America/Argentina/La_Rioja America/Argentina/Mendoza America/Argentina/Rio_Gallegos America/Argentina/Salta America/Argentina/San_Juan America/Argentina/San_Luis America/Argentina/Tucuman America/Argentina/Ushuaia America/Bahia America/Belem America/Cayenne America/Fortaleza America/Maceio America/Montevideo America/Paramaribo America/Punta_Arenas America/Recife America/Santarem America/Sao_Paulo Antarctica/Palmer Antarctica/Rothera Atlantic/Stanley Etc/GMT+3',
  ],
  ['-180 2lh0:-240 61to:-180', 'America/Asuncion'],
  [
    '-300',
    'America/Atikokan America/Bogota America/Cancun America/Cayman America/Eirunepe America/Guayaquil America/Jamaica America/Lima America/Panama America/Rio_Branco Etc/GMT+5',
  ],
  [
    '-360',
    'America/Bahia_Banderas America/Belize America/Chihuahua America/Costa_Rica America/El_Salvador America/Guatemala America/Managua America/Merida America/Mexico_City America/Monterrey America/Regina America/Swift_Current America/Tegucigalpa Etc/GMT+6 Pacific/Galapagos',
  ],
  [
    '-420 2670:-360 7cec:-420 3w1o:-360 7cec:-420 3w1o:-360 7cec:-420 43to:-360 7cec:-420 3w1o:-360 7cec:-420 3w1o:-360 7cec:-420 3w1o:-360 7cec:-420 3w1o:-360 7cec:-420 43to:-360 7cec:-420 3w1o:-360 7cec:-420 3w1o:-360 7cec:-420 3w1o:-360 7cec:-420 3w1o:-360 7cec:-420 3w1o:-360 7cec:-420',
    'America/Boise America/Cambridge_Bay America/Ciudad_Juarez America/Denver',
  ],
  [
    '-360 265c:-300 7cec:-360 3w1o:-300 7cec:-360 3w1o:-300 7cec:-360 43to:-300 7cec:-360 3w1o:-300 7cec:-360 3w1o:-300 7cec:-360 3w1o:-300 7cec:-360 3w1o:-300 7cec:-360 43to:-300 7cec:-360 3w1o:-300 7cec:-360 3w1o:-300 7cec:-360 3w1o:-300 7cec:-360 3w1o:-300 7cec:-360 3w1o:-300 7cec:-360',
    'America/Chicago America/Indiana/Knox America/Indiana/Tell_City America/Matamoros America/Menominee America/North_Dakota/Beulah America/North_Dakota/Center America/North_Dakota/New_Salem America/Ojinaga America/Rankin_Inlet America/Resolute',
  ],
  ['-180 3110:-240 4r5o:-180', 'America/Coyhaique'],
  [
    '-420',
    'America/Creston America/Dawson America/Dawson_Creek America/Fort_Nelson America/Hermosillo America/Mazatlan America/Phoenix America/Whitehorse Etc/GMT+7',
  ],
  [
    '-300 263o:-240 7cec:-300 3w1o:-240 7cec:-300 3w1o:-240 7cec:-300 43to:-240 7cec:-300 3w1o:-240 7cec:-300 3w1o:-240 7cec:-300 3w1o:-240 7cec:-300 3w1o:-240 7cec:-300 43to:-240 7cec:-300 3w1o:-240 7cec:-300 3w1o:-240 7cec:-300 3w1o:-240 7cec:-300 3w1o:-240 7cec:-300 3w1o:-240 7cec:-300',
    'America/Detroit America/Grand_Turk America/Indiana/Indianapolis America/Indiana/Marengo America/Indiana/Petersburg America/Indiana/Vevay America/Indiana/Vincennes America/Indiana/Winamac America/Iqaluit America/Kentucky/Louisville America/Kentucky/Monticello America/Nassau America/New_York America/Port-au-Prince America/Toronto',
  ],
  ['-420 2670:-360 7cec:-420 3w1o:-360 7cec:-420 3w1o:-360', 'America/Edmonton America/Inuvik'],
  [
    '-240 2620:-180 7cec:-240 3w1o:-180 7cec:-240 3w1o:-180 7cec:-240 43to:-180 7cec:-240 3w1o:-180 7cec:-240 3w1o:-180 7cec:-240 3w1o:-180 7cec:-240 3w1o:-180 7cec:-240 43to:-180 7cec:-240 3w1o:-180 7cec:-240 3w1o:-180 7cec:-240 3w1o:-180 7cec:-240 3w1o:-180 7cec:-240 3w1o:-180 7cec:-240',
    'America/Glace_Bay America/Goose_Bay America/Halifax America/Moncton America/Thule Atlantic/Bermuda',
  ],
  [
    '-300 260c:-240 7cg0:-300 3w00:-240 7cg0:-300 3w00:-240 iso0:-300 3w00:-240 7cg0:-300 3w00:-240 7cg0:-300 3w00:-240 7cg0:-300 3w00:-240 7cg0:-300 43s0:-240 7cg0:-300 3w00:-240 7cg0:-300 3w00:-240 7cg0:-300 3w00:-240 7cg0:-300 3w00:-240 7cg0:-300 3w00:-240 7cg0:-300',
    'America/Havana',
  ],
  [
    '-480 268o:-420 7cec:-480 3w1o:-420 7cec:-480 3w1o:-420 7cec:-480 43to:-420 7cec:-480 3w1o:-420 7cec:-480 3w1o:-420 7cec:-480 3w1o:-420 7cec:-480 3w1o:-420 7cec:-480 43to:-420 7cec:-480 3w1o:-420 7cec:-480 3w1o:-420 7cec:-480 3w1o:-420 7cec:-480 3w1o:-420 7cec:-480 3w1o:-420 7cec:-480',
    'America/Los_Angeles America/Tijuana',
  ],
  [
    '-180 260c:-120 7cec:-180 3w1o:-120 7cec:-180 3w1o:-120 7cec:-180 43to:-120 7cec:-180 3w1o:-120 7cec:-180 3w1o:-120 7cec:-180 3w1o:-120 7cec:-180 3w1o:-120 7cec:-180 43to:-120 7cec:-180 3w1o:-120 7cec:-180 3w1o:-120 7cec:-180 3w1o:-120 7cec:-180 3w1o:-120 7cec:-180 3w1o:-120 7cec:-180',
    'America/Miquelon',
  ],
  ['-120', 'America/Noronha Atlantic/South_Georgia Etc/GMT+2'],
  [
    '-120 2t5o:-60 6hc0:-120 4r40:-60 6hc0:-120 4r40:-60 6hc0:-120 4r40:-60 6p40:-120 4jc0:-60 6p40:-120 4jc0:-60 6p40:-120 4r40:-60 6hc0:-120 4r40:-60 6hc0:-120 4r40:-60 6p40:-120 4jc0:-60 6p40:-120 4jc0:-60 6p40:-120 4jc0:-60 6p40:-120 4r40:-60 6hc0:-120 4r40:-60 6hc0:-120',
    'America/Nuuk',
  ],
  [
    '-180 3110:-240 4r5o:-180 6hac:-240 4r5o:-180 6hac:-240 4r5o:-180 6hac:-240 4r5o:-180 6hac:-240 4r5o:-180 6p2c:-240 4jdo:-180 6p2c:-240 4r5o:-180 6hac:-240 4r5o:-180 6hac:-240 4r5o:-180 6hac:-240 4r5o:-180 6hac:-240 4r5o:-180 6p2c:-240 4jdo:-180 6p2c:-240 4r5o:-180 6hac:-240 4r5o:-180',
    'America/Santiago',
  ],
  [
    '-60 9aho:-120 4r40:-60 6hc0:-120 4r40:-60 6hc0:-120 4r40:-60 6p40:-120 4jc0:-60 6p40:-120 4jc0:-60 6p40:-120 4r40:-60 6hc0:-120 4r40:-60 6hc0:-120 4r40:-60 6p40:-120 4jc0:-60 6p40:-120 4jc0:-60 6p40:-120 4jc0:-60 6p40:-120 4r40:-60 6hc0:-120 4r40:-60 6hc0:-120',
    'America/Scoresbysund',
  ],
  [
    '-210 2616:-150 7cec:-210 3w1o:-150 7cec:-210 3w1o:-150 7cec:-210 43to:-150 7cec:-210 3w1o:-150 7cec:-210 3w1o:-150 7cec:-210 3w1o:-150 7cec:-210 3w1o:-150 7cec:-210 43to:-150 7cec:-210 3w1o:-150 7cec:-210 3w1o:-150 7cec:-210 3w1o:-150 7cec:-210 3w1o:-150 7cec:-210 3w1o:-150 7cec:-210',
    'America/St_Johns',
  ],
  ['-480 268o:-420 7cec:-480 3w1o:-420 7cec:-480 3w1o:-420', 'America/Vancouver'],
  ['-360 265c:-300 7cec:-360 3w1o:-300 7cec:-360 3w1o:-300', 'America/Winnipeg'],
  [
    '480',
    'Antarctica/Casey Asia/Brunei Asia/Hong_Kong Asia/Irkutsk Asia/Kuala_Lumpur Asia/Kuching Asia/Macau Asia/Makassar Asia/Manila Asia/Shanghai Asia/Singapore Asia/Taipei Asia/Ulaanbaatar Australia/Perth Etc/GMT-8',
  ],
  [
    '420',
    'Antarctica/Davis Asia/Bangkok Asia/Barnaul Asia/Ho_Chi_Minh Asia/Hovd Asia/Jakarta Asia/Krasnoyarsk Asia/Novokuznetsk Asia/Novosibirsk Asia/Phnom_Penh Asia/Pontianak Asia/Tomsk Asia/Vientiane Etc/GMT-7 Indian/Christmas',
  ],
  [
    '600',
    'Antarctica/DumontDUrville Asia/Ust-Nera Asia/Vladivostok Australia/Brisbane Australia/Lindeman Etc/GMT-10 Pacific/Chuuk Pacific/Guam Pacific/Port_Moresby Pacific/Saipan',
  ],
  [
    '660 30io:600 5m80:660 5m80:600 5m80:660 5m80:600 5m80:660 5m80:600 5m80:660 5m80:600 5m80:660 5m80:600 5u00:660 5m80:600 5m80:660 5m80:600 5m80:660 5m80:600 5m80:660 5m80:600 5m80:660 5m80:600 5m80:660 5m80:600 5u00:660 5m80:600 5m80:660 5m80:600 5m80:660',
    'Antarctica/Macquarie Australia/Hobart Australia/Melbourne Australia/Sydney',
  ],
  [
    '300',
    'Antarctica/Mawson Antarctica/Vostok Asia/Aqtau Asia/Aqtobe Asia/Ashgabat Asia/Atyrau Asia/Dushanbe Asia/Karachi Asia/Oral Asia/Qyzylorda Asia/Samarkand Asia/Tashkent Asia/Yekaterinburg Etc/GMT-5 Indian/Kerguelen Indian/Maldives',
  ],
  [
    '780 30fc:720 5eg0:780 5u00:720 5eg0:780 5u00:720 5eg0:780 5u00:720 5eg0:780 5u00:720 5eg0:780 5u00:720 5m80:780 5u00:720 5eg0:780 5u00:720 5eg0:780 5u00:720 5eg0:780 5u00:720 5eg0:780 5u00:720 5eg0:780 5u00:720 5m80:780 5u00:720 5eg0:780 5u00:720 5eg0:780',
    'Antarctica/McMurdo Pacific/Auckland',
  ],
  [
    '0 2t5o:120 6hc0:0 4r40:120 6hc0:0 4r40:120 6hc0:0 4r40:120 6p40:0 4jc0:120 6p40:0 4jc0:120 6p40:0 4r40:120 6hc0:0 4r40:120 6hc0:0 4r40:120 6p40:0 4jc0:120 6p40:0 4jc0:120 6p40:0 4jc0:120 6p40:0 4r40:120 6hc0:0 4r40:120 6hc0:0',
    'Antarctica/Troll',
  ],
  ['360 1vi0:300', 'Asia/Almaty Asia/Qostanay'],
  [
    '720',
    'Asia/Anadyr Asia/Kamchatka Etc/GMT-12 Pacific/Fiji Pacific/Funafuti Pacific/Kwajalein Pacific/Majuro Pacific/Nauru Pacific/Tarawa Pacific/Wake Pacific/Wallis',
  ],
  [
    '240',
    'Asia/Baku Asia/Dubai Asia/Muscat Asia/Tbilisi Asia/Yerevan Etc/GMT-4 Europe/Astrakhan Europe/Samara Europe/Saratov Europe/Ulyanovsk Indian/Mahe Indian/Mauritius Indian/Reunion',
  ],
  [
    '120 2t0o:180 6hac:120 4r5o:180 6hac:120 4r5o:180 6hac:120 4r5o:180 6p2c:120 4jdo:180 6p2c:120 4jdo:180 6p2c:120 4r5o:180 6hac:120 4r5o:180 6hac:120 4r5o:180 6p2c:120 4jdo:180 6p2c:120 4jdo:180 6p2c:120 4jdo:180 6p2c:120 4r5o:180 6hac:120 4r5o:180 6hac:120',
    'Asia/Beirut',
  ],
  ['360', 'Asia/Bishkek Asia/Dhaka Asia/Omsk Asia/Thimphu Asia/Urumqi Etc/GMT-6 Indian/Chagos'],
  [
    '540',
    'Asia/Chita Asia/Dili Asia/Jayapura Asia/Khandyga Asia/Pyongyang Asia/Seoul Asia/Tokyo Asia/Yakutsk Etc/GMT-9 Pacific/Palau',
  ],
  ['330', 'Asia/Colombo Asia/Kolkata'],
  [
    '120 2t5o:180 6hc0:120 4r40:180 6hc0:120 4r40:180 6hc0:120 4r40:180 6p40:120 4jc0:180 6p40:120 4jc0:180 6p40:120 4r40:180 6hc0:120 4r40:180 6hc0:120 4r40:180 6p40:120 4jc0:180 6p40:120 4jc0:180 6p40:120 4jc0:180 6p40:120 4r40:180 6hc0:120 4r40:180 6hc0:120',
    'Asia/Famagusta Asia/Nicosia Europe/Athens Europe/Bucharest Europe/Chisinau Europe/Helsinki Europe/Kyiv Europe/Mariehamn Europe/Riga Europe/Sofia Europe/Tallinn Europe/Vilnius',
  ],
  [
    '120 3fc0:180 5tyc:120 56po:180 61qc:120 4r5o:180 6hac:120 4r5o:180 6p2c:120 4jdo:180 6p2c:120 4jdo:180 6p2c:120 4r5o:180 6hac:120 4r5o:180 6hac:120 4r5o:180 6p2c:120 4jdo:180 6p2c:120 4jdo:180 6p2c:120 4jdo:180 6p2c:120 4r5o:180 69ic:120 4yxo:180 61qc:120',
    'Asia/Gaza Asia/Hebron',
  ],
  [
    '120 2qw0:180 6jic:120 4oxo:180 6jic:120 4oxo:180 6jic:120 4oxo:180 6rac:120 4h5o:180 6rac:120 4h5o:180 6rac:120 4oxo:180 6jic:120 4oxo:180 6jic:120 4oxo:180 6rac:120 4h5o:180 6rac:120 4h5o:180 6rac:120 4h5o:180 6rac:120 4oxo:180 6jic:120 4oxo:180 6jic:120',
    'Asia/Jerusalem',
  ],
  ['270', 'Asia/Kabul'],
  ['345', 'Asia/Kathmandu'],
  [
    '660',
    'Asia/Magadan Asia/Sakhalin Asia/Srednekolymsk Etc/GMT-11 Pacific/Bougainville Pacific/Efate Pacific/Guadalcanal Pacific/Kosrae Pacific/Noumea Pacific/Pohnpei',
  ],
  ['210', 'Asia/Tehran'],
  ['390', 'Asia/Yangon Indian/Cocos'],
  [
    '-60 2t5o:0 6hc0:-60 4r40:0 6hc0:-60 4r40:0 6hc0:-60 4r40:0 6p40:-60 4jc0:0 6p40:-60 4jc0:0 6p40:-60 4r40:0 6hc0:-60 4r40:0 6hc0:-60 4r40:0 6p40:-60 4jc0:0 6p40:-60 4jc0:0 6p40:-60 4jc0:0 6p40:-60 4r40:0 6hc0:-60 4r40:0 6hc0:-60',
    'Atlantic/Azores',
  ],
  [
    '0 2t5o:60 6hc0:0 4r40:60 6hc0:0 4r40:60 6hc0:0 4r40:60 6p40:0 4jc0:60 6p40:0 4jc0:60 6p40:0 4r40:60 6hc0:0 4r40:60 6hc0:0 4r40:60 6p40:0 4jc0:60 6p40:0 4jc0:60 6p40:0 4jc0:60 6p40:0 4r40:60 6hc0:0 4r40:60 6hc0:0',
    'Atlantic/Canary Atlantic/Faroe Atlantic/Madeira Europe/Dublin Europe/Guernsey Europe/Isle_of_Man Europe/Jersey Europe/Lisbon Europe/London',
  ],
  ['-60', 'Atlantic/Cape_Verde Etc/GMT+1'],
  [
    '630 30ji:570 5m80:630 5m80:570 5m80:630 5m80:570 5m80:630 5m80:570 5m80:630 5m80:570 5m80:630 5m80:570 5u00:630 5m80:570 5m80:630 5m80:570 5m80:630 5m80:570 5m80:630 5m80:570 5m80:630 5m80:570 5m80:630 5m80:570 5u00:630 5m80:570 5m80:630 5m80:570 5m80:630',
    'Australia/Adelaide Australia/Broken_Hill',
  ],
  ['570', 'Australia/Darwin'],
  ['525', 'Australia/Eucla'],
  [
    '660 30h0:630 5m8u:660 5m76:630 5m8u:660 5m76:630 5m8u:660 5m76:630 5m8u:660 5m76:630 5m8u:660 5m76:630 5u0u:660 5m76:630 5m8u:660 5m76:630 5m8u:660 5m76:630 5m8u:660 5m76:630 5m8u:660 5m76:630 5m8u:660 5m76:630 5u0u:660 5m76:630 5m8u:660 5m76:630 5m8u:660',
    'Australia/Lord_Howe',
  ],
  ['-600', 'Etc/GMT+10 Pacific/Honolulu Pacific/Rarotonga Pacific/Tahiti'],
  ['-660', 'Etc/GMT+11 Pacific/Midway Pacific/Niue Pacific/Pago_Pago'],
  ['-720', 'Etc/GMT+12'],
  ['-480', 'Etc/GMT+8 Pacific/Pitcairn'],
  ['-540', 'Etc/GMT+9 Pacific/Gambier'],
  ['780', 'Etc/GMT-13 Pacific/Apia Pacific/Fakaofo Pacific/Kanton Pacific/Tongatapu'],
  ['840', 'Etc/GMT-14 Pacific/Kiritimati'],
  [
    '825 30fc:765 5eg0:825 5u00:765 5eg0:825 5u00:765 5eg0:825 5u00:765 5eg0:825 5u00:765 5eg0:825 5u00:765 5m80:825 5u00:765 5eg0:825 5u00:765 5eg0:825 5u00:765 5eg0:825 5u00:765 5eg0:825 5u00:765 5eg0:825 5u00:765 5m80:825 5u00:765 5eg0:825 5u00:765 5eg0:825',
    'Pacific/Chatham',
  ],
  [
    '-300 3110:-360 4r5o:-300 6hac:-360 4r5o:-300 6hac:-360 4r5o:-300 6hac:-360 4r5o:-300 6hac:-360 4r5o:-300 6p2c:-360 4jdo:-300 6p2c:-360 4r5o:-300 6hac:-360 4r5o:-300 6hac:-360 4r5o:-300 6hac:-360 4r5o:-300 6hac:-360 4r5o:-300 6p2c:-360 4jdo:-300 6p2c:-360 4r5o:-300 6hac:-360 4r5o:-300',
    'Pacific/Easter',
  ],
  ['-570', 'Pacific/Marquesas'],
  [
    '720 30h0:660 5m80:720 5m80:660 5m80:720 5m80:660 5m80:720 5m80:660 5m80:720 5m80:660 5m80:720 5m80:660 5u00:720 5m80:660 5m80:720 5m80:660 5m80:720 5m80:660 5m80:720 5m80:660 5m80:720 5m80:660 5m80:720 5m80:660 5u00:720 5m80:660 5m80:720 5m80:660 5m80:720',
    'Pacific/Norfolk',
  ],
];

/** `outdated=modern`, one space between. */
export const renamed =
  'Africa/Asmera=Africa/Asmara Africa/Timbuktu=Africa/Bamako America/Argentina/ComodRivadavia=America/Argentina/Catamarca America/Atka=America/Adak America/Buenos_Aires=America/Argentina/Buenos_Aires America/Catamarca=America/Argentina/Catamarca America/Coral_Harbour=America/Atikokan America/Cordoba=America/Argentina/Cordoba America/Ensenada=America/Tijuana America/Fort_Wayne=America/Indiana/Indianapolis America/Godthab=America/Nuuk America/Indianapolis=America/Indiana/Indianapolis America/Jujuy=America/Argentina/Jujuy America/Knox_IN=America/Indiana/Knox America/Louisville=America/Kentucky/Louisville America/Mendoza=America/Argentina/Mendoza America/Montreal=America/Toronto America/Nipigon=America/Toronto America/Pangnirtung=America/Iqaluit America/Porto_Acre=America/Rio_Branco America/Rainy_River=America/Winnipeg America/Rosario=America/Argentina/Cordoba America/Santa_Isabel=America/Tijuana America/Shiprock=America/Denver America/Thunder_Bay=America/Toronto America/Virgin=America/St_Thomas America/Yellowknife=America/Edmonton Antarctica/South_Pole=Antarctica/McMurdo Asia/Ashkhabad=Asia/Ashgabat Asia/Calcutta=Asia/Kolkata Asia/Choibalsan=Asia/Ulaanbaatar Asia/Chongqing=Asia/Shanghai Asia/Chungking=Asia/Shanghai Asia/Dacca=Asia/Dhaka Asia/Harbin=Asia/Shanghai Asia/Istanbul=Europe/Istanbul Asia/Kashgar=Asia/Urumqi Asia/Katmandu=Asia/Kathmandu Asia/Macao=Asia/Macau Asia/Rangoon=Asia/Yangon Asia/Saigon=Asia/Ho_Chi_Minh Asia/Tel_Aviv=Asia/Jerusalem Asia/Thimbu=Asia/Thimphu Asia/Ujung_Pandang=Asia/Makassar Asia/Ulan_Bator=Asia/Ulaanbaatar Atlantic/Faeroe=Atlantic/Faroe Atlantic/Jan_Mayen=Arctic/Longyearbyen Australia/ACT=Australia/Sydney Australia/Canberra=Australia/Sydney Australia/Currie=Australia/Hobart Australia/LHI=Australia/Lord_Howe Australia/NSW=Australia/Sydney Australia/North=Australia/Darwin Australia/Queensland=Australia/Brisbane Australia/South=Australia/Adelaide Australia/Tasmania=Australia/Hobart Australia/Victoria=Australia/Melbourne Australia/West=Australia/Perth Australia/Yancowinna=Australia/Broken_Hill Brazil/Acre=America/Rio_Branco Brazil/DeNoronha=America/Noronha Brazil/East=America/Sao_Paulo Brazil/West=America/Manaus CET=Europe/Brussels CST6CDT=America/Chicago Canada/Atlantic=America/Halifax Canada/Central=America/Winnipeg Canada/Eastern=America/Toronto Canada/Mountain=America/Edmonton Canada/Newfoundland=America/St_Johns Canada/Pacific=America/Vancouver Canada/Saskatchewan=America/Regina Canada/Yukon=America/Whitehorse Chile/Continental=America/Santiago Chile/EasterIsland=Pacific/Easter Cuba=America/Havana EET=Europe/Athens EST5EDT=America/New_York EST=America/Panama Egypt=Africa/Cairo Eire=Europe/Dublin Etc/GMT+0=Etc/GMT Etc/GMT-0=Etc/GMT Etc/GMT0=Etc/GMT Etc/Greenwich=Etc/GMT Etc/UCT=Etc/UTC Etc/Universal=Etc/UTC Etc/Zulu=Etc/UTC Europe/Belfast=Europe/London Europe/Kiev=Europe/Kyiv Europe/Nicosia=Asia/Nicosia Europe/Tiraspol=Europe/Chisinau Europe/Uzhgorod=Europe/Kyiv Europe/Zaporozhye=Europe/Kyiv GB-Eire=Europe/London GB=Europe/London GMT+0=Etc/GMT GMT-0=Etc/GMT GMT0=Etc/GMT GMT=Etc/GMT Greenwich=Etc/GMT HST=Pacific/Honolulu Hongkong=Asia/Hong_Kong Iceland=Atlantic/Reykjavik Iran=Asia/Tehran Israel=Asia/Jerusalem Jamaica=America/Jamaica Japan=Asia/Tokyo Kwajalein=Pacific/Kwajalein Libya=Africa/Tripoli MET=Europe/Brussels MST7MDT=America/Denver MST=America/Phoenix Mexico/BajaNorte=America/Tijuana Mexico/BajaSur=America/Mazatlan Mexico/General=America/Mexico_City NZ-CHAT=Pacific/Chatham NZ=Pacific/Auckland Navajo=America/Denver PRC=Asia/Shanghai PST8PDT=America/Los_Angeles Pacific/Enderbury=Pacific/Kanton Pacific/Johnston=Pacific/Honolulu Pacific/Ponape=Pacific/Pohnpei Pacific/Samoa=Pacific/Pago_Pago Pacific/Truk=Pacific/Chuuk Pacific/Yap=Pacific/Chuuk Poland=Europe/Warsaw Portugal=Europe/Lisbon ROC=Asia/Taipei ROK=Asia/Seoul Singapore=Asia/Singapore Turkey=Europe/Istanbul UCT=Etc/UTC US/Alaska=America/Anchorage US/Aleutian=America/Adak US/Arizona=America/Phoenix US/Central=America/Chicago US/East-Indiana=America/Indiana/Indianapolis US/Eastern=America/New_York US/Hawaii=Pacific/Honolulu US/Indiana-Starke=America/Indiana/Knox US/Michigan=America/Detroit US/Mountain=America/Denver US/Pacific=America/Los_Angeles US/Samoa=Pacific/Pago_Pago UTC=Etc/UTC Universal=Etc/UTC W-SU=Europe/Moscow WET=Europe/Lisbon Zulu=Etc/UTC';
