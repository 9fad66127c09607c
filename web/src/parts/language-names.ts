/**
 * English names of languages that the browsers built on Chromium cannot name, many of them of the Mekong countries and
 * their neighbours: a witness often speaks one of these. After ISO 639; a language in a line.
 */
const NAMES = `
aa Afar
ab Abkhazian
ae Avestan
ahk Akha
aho Ahom
ase American Sign Language
av Avaric
awa Awadhi
ba Bashkir
ban Balinese
bew Betawi
bgr Bawm Chin
bh Bihari
bi Bislama
blk Pa’o Karen
blr Blang
bo Tibetan
brb Brao
bru Bru
cdo Min Dong Chinese
ce Chechen
cfm Falam Chin
ch Chamorro
cja Western Cham
cjm Eastern Cham
cmo Central Mnong
cnh Hakha Chin
cr Cree
csl Chinese Sign Language
ctd Tedim Chin
cu Church Slavic
cv Chuvash
dao Daai Chin
dtw Eastern Dusun
dz Dzongkha
eky Eastern Kayah
ff Fula
fj Fijian
gan Gan Chinese
gv Manx
hak Hakka Chinese
hlt Matu Chin
hne Chhattisgarhi
hni Hani
hnj Hmong Njua
ho Hiri Motu
hz Herero
ie Interlingue
ii Sichuan Yi
ik Inupiaq
io Ido
iu Inuktitut
ium Iu Mien
jra Jarai
kar Karen
kg Kongo
khb Tai Lü
khg Khams Tibetan
kht Khamti
ki Kikuyu
kj Kuanyama
kjg Khmu
kjp Eastern Pwo Karen
kl Kalaallisut
kr Kanuri
ks Kashmiri
ksw S’gaw Karen
kv Komi
kvq Geba Karen
kw Cornish
kxm Northern Khmer
lbo Laven
lcp Western Lawa
lhu Lahu
li Limburgish
lis Lisu
lu Luba-Katanga
lwl Eastern Lawa
mad Madurese
mh Marshallese
mhx Lhao Vo
min Minangkabau
mjg Tu
mnw Mon
mra Mlabri
mtq Muong
mww Hmong Daw
na Nauru
nan Min Nan Chinese
nd North Ndebele
ng Ndonga
nod Northern Thai
nr South Ndebele
nut Nung
nv Navajo
nxq Naxi
nyw Nyaw
oj Ojibwa
os Ossetic
oyb Oy
pcc Bouyei
pce Ruching Palaung
pdu Kayan
pi Pali
pll Shwe Palaung
prk Parauk Wa
prt Phai
pwo Pwo Karen
rbb Rumai Palaung
rhg Rohingya
rki Rakhine
rmz Marma
rn Rundi
sat Santali
sc Sardinian
se Northern Sami
sed Sedang
sg Sango
sgn Sign language
sou Southern Thai
srx Sirmauri
ss Swati
stg Trieng
tdd Tai Nüa
tdf Talieng
tou Tho
tts Isan
ty Tahitian
tyr Tai Daeng
tyz Tày
urk Urak Lawoi’
ve Venda
vo Volapük
wbm Vo Wa
wuu Wu Chinese
za Zhuang
zom Zou
`;

const byTag = new Map(
  NAMES.trim()
    .split('\n')
    .map((line): [string, string] => {
      const end = line.indexOf(' ');
      return [line.slice(0, end), line.slice(end + 1)];
    }),
);

/** The English name of a language that a browser may not know. */
export const englishName = (tag: string): string | undefined => byTag.get(tag);
