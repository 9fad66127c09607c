import { uiLanguages, type UiLanguage } from '../../shared/values/languages.ts';
import { bindingTexts, type BindingText, type UsedText } from './contract.ts';

/**
 * What has been shipped. The words lie in `web/src/words/<language>/binding.json`; a test compares each with its hash here, so
 * that no letter of them changes under a version: whoever changes one gives it the next version, and the one before its end.
 */

/** One text in one language, as it was shipped. */
export interface Issue extends UsedText {
  readonly text: BindingText;
  /** The last day on which it may be used, `YYYY-MM-DD`. */
  readonly until: string;
}

/** Somebody's word that a text says in its language what it must. */
export interface Review {
  readonly hash: string;
  /** Name and office of the lawyer or native speaker of the field who answers for it. */
  readonly by: string;
  /** `YYYY-MM-DD` */
  readonly on: string;
}

/** SHA-256 of the title and the lines of a text, joined by line feeds, in UTF-8. */
const firstVersion: Readonly<Record<BindingText, Readonly<Record<UiLanguage, string>>>> = {
  consent: {
    en: 'ccfdd60b857a71e872a78e8f29997690af85efb84fcbacc0bff8369ec6992d6c',
    th: 'd9e61bfd55b014072d0dec8d06647402576a601aa39acafd8797a30b338e0577',
    my: '6d19dea90cb76f7853bf556d7962f2c9fd3b3438ce4018374ff9acc305858f4c',
    km: '1b9522a1df5384e9ca35d0c856cb2a14b4f6e94ca2adc8b47c0ce04b5135d376',
    lo: '5575410949eeee3578dfe0d08c1984b3527401c38154241508d091e6e2ad1296',
    vi: 'cb9f3ff31c55c56fe228a9024532f7f5cf410d50a55fa655b7e79dbcc8f5142a',
    zh: 'f3e542d2d8308842b502c1899d49f13487fe28751b13f8bdcd2341a92aca6cbd',
  },
  rights: {
    en: 'fa49b5f5f02db4f26059fe8ff1b6026cabfe197c53a7ca9075559c4ff4342bd8',
    th: '3829ad009dd63db2ecf6b6e0804a54abff4876b978c19d57d9b1e6f240567eac',
    my: '381c3bfa97d73ceaa051670331c35a13ba20f4c61e59e6e8aa2ac6556b98bbd2',
    km: 'bd7280297e0a9c13dc39339fa6571508ccfd10feef5d315773c1461ba1808a94',
    lo: 'd1d080ba8a4e7a6f90df5aa85e333acb3d1da63f1c223773b45aa0917f67084f',
    vi: '7b259223b2d5a2da24bd0df0a240dbb82566a8958268d841d59bdd0ab0a6d07b',
    zh: 'd9a3b9fa2f6e2de57b92235c6cf00cbc730af416a4351104a8e861d4ec058db8',
  },
  warning: {
    en: '83316fb9347da824b64bd48eb87b2e3eee91cc361ec5fc64800331d1d1b3110a',
    th: 'ccc5de40e7577f0eb6f46711539e5fc25d43878c0241204436cbaef65085edad',
    my: 'f416e10dce08fc5e0e3c42d646f7ca9a85a8355ec5a63c9288423cd7fe928083',
    km: '83ad06347be3054136757425f1932ed51bfad59d8f2571626a6e9f4b7878f255',
    lo: 'c6fd2b7caf7b843603238a8fe3dee49fe93bf2c2d66b729f5b53e0e2628bd463',
    vi: '7247d80dd8da3d01b915e6b9d55b7a7f3f0e72c4dabcffbee340c9add9fbcb46',
    zh: 'be6897ba9e1c1c11352c029f31ca8bc91a899dfb2810fc76c873a03f9a90c248',
  },
  witnessOath: {
    en: '4a22c75ee675d775edde0be32849ad9c131fedb782368bc2b75a39b46513e128',
    th: '86dba424d6806257743f525d739aa2616e075c316bd2a1a738652a189a1cd7bb',
    my: '7c5e73444699f725235aff2f5fce0261dc3f4ba878cd2f0ec372332d2e3cd29a',
    km: '7b839bbe3309529623aa5c2aaf8c86e9ec2e899f06307b7f21cdcd227e4290eb',
    lo: '647d1ddeb340d7596373827e2e559abc53c8decfda259f14372f0a86ff6349e9',
    vi: 'd58e25d7ec7da7b7627a3d0c8d14a74e82925e79d8e1675c12feed221f6bc5be',
    zh: 'fe63e0df195eb0349ac1f58795804bf3c1221f04db424d37db5fe58e63f9bcc7',
  },
  interpreterOath: {
    en: '3e8105833bf76ba07a1ea07bd9795eaaa540436d8ed3c2dbe1ee296fd097e304',
    th: 'd63e675a7f0e2b24ed8374eff26eb7306fcbd30dd8e4cbd80534066a373f761e',
    my: '7962239385749e1c9ef75e01fbc1aa94c8b558d7b84c783db4f2f8221fb21aa4',
    km: 'a2f4896efe020b4b72c598e12aa792e0e1ec7c132126974e3fec13338b8cca5d',
    lo: 'e0bfb3b3438e19a36dfe0dabfd02b9b2526b11fbd0b9d5e2596af9bd85f9b109',
    vi: '02fa8873e352cf1690279667cd5327126a6a134da7f8b647d2a0f6b860449e6d',
    zh: '3773e67490b10fc35ed7ae891ded44857628f7fbc8266f0d813412fc3b761225',
  },
  noLink: {
    en: '939f615ebbaae2655784152154db08341bcf3b94f041e15b609fe60331c009bb',
    th: '92579e85c8bf7631b771ad7da6970aadc5ecc2dd3eb793826deff1ae663d4389',
    my: '0439e67c164295edad48c6a05d4bd294a1e350bdb8874dd78a4f56ef7fbfacc2',
    km: '609999d5bf3717c43fa4a5413f9baef6efea215cbab51b003ef8c69555c81644',
    lo: '4608e6cba443d838ea1ed704d69451f6710a9f170b4cc361481383f55b0acdc8',
    vi: '4df93596f58a9c021e26b936c3cccf1cc172581283e4f0e187ea9acd26f60830',
    zh: '148effdad68c91724d81b0357c63d46d9e68abad88a72c218b627c2d0edae53c',
  },
};

/** After its last day a text is not used until somebody has looked at it again and issued it anew. */
export const issues: readonly Issue[] = bindingTexts.flatMap((text) =>
  uiLanguages.map((language) => ({
    text,
    language,
    version: 1,
    hash: firstVersion[text][language],
    until: '2031-12-31',
  })),
);

/** No lawyer and no native speaker of the field has read any of them, the English ones neither: all are drafts. */
export const reviews: readonly Review[] = [];
