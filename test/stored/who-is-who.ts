import type { Asker } from './copy.ts';

/** The people, cases and sessions of the copy. What happened to each session, its name says. */

export const person = {
  prosecutor: '0v9f09kk9w4pp39jfp7r74vzz0',
  clerk: '357qfz5nrb07x84gykejb5hvwc',
  authority: '4c060gdk5c3pwq9akddrvzwajz',
  thaiAuthority: '4pv0r3amzh4ae6mkjx5rebf9ah',
  /** Works at a protected site; holds contact with the witness of the first case. */
  support: '6nrk1qn0f2h7068srrb38snj7v',
  attending: '7ca343qq3hd8a0vd9f9ppjwebh',
  /** Interpreters; the first is booked in both cases, the others in the second. */
  interpreter: '7h84h640bv16jyfy4h4es75ea8',
  secondInterpreter: '13qg860ac0yy8qfp4w83pgbnk3',
  thirdInterpreter: '7mx0xfg6yap92b2f4ysx984e3g',
  secondClerk: '27cfvkk49j0m5jjc2509jhskfj',
  /** A clerk who was disabled. */
  gone: '654bazmdk97m2twzhmg01ttcth',
} as const;

export const agency = {
  court: '1f97pjfhqznagmzattnk23h9yh',
  centralAuthority: '6q7sb5fd0rv7bbg1wvftjhheqd',
  shelter: '1gjanfy3sxdn7sxdtyb4y8xc63',
  interpreters: '0yfv7stebp2xpans3wvpt7x553',
} as const;

export const place = {
  bangkok: '04vg633fjycda849vakevmqzby',
  yangon: '4083fhphyqkj6sc5sdz1s6mkk0',
  /** Of the protected site. */
  quiet: '1gbdsdnb441z851271cy3fw2fy',
} as const;

export const firstCase = '52fxf4d10ymqsr9fz532zhesa3';
export const secondCase = '1h69na9589y05w9h0npxgz8ehf';

/** Of the first case unless said. */
export const session = {
  ended: '69x2fetpx2expkjtmbf7y913xg',
  /** The witness stopped it and her officer paused it; the media server could not be reached. */
  paused: '2vhdyxb71x8jrwhpzcb0k6tey4',
  /** Of the second case, with two interpreters. */
  open: '6z7y2rkqcwd0z8xab70sy0qe1x',
  heldTooLong: '17a1x7emecxnjgd2pvntkvqwhg',
  /** A deposition on two days, of three parts each. */
  held: '20gag07edkbqav4326t5ven3t6',
  moved: '3gh4m76ynjht4wbvb27t4s0ht6',
  /** Of the second case: one of two interpreters was replaced. */
  replaced: '7nxy3pj121c48jehn7t7qmc62h',
  cancelled: '70e6earmhqvtnqqaks7zxj7r5a',
  restored: '6bhvjfsznt29cjh4mpv9srdq60',
  decidedAgainst: '45wm4x41h1xpx8dm9mdd7wr258',
  visit: '0fnehw06yhk5zxvbcbex0s9kv2',
  /** Of the second case. */
  rehearsal: '636e539x408p8f1bg5qfr71q47',
  /** Of central authorities, in confidence. */
  meeting: '7h883vdbnkjyn70fx0nsm5b0wz',
  shortMeeting: '5mqnvvr44eqrvqjezrr4pvzdr1',
  calledOff: '14anvb8karham9bgrjb2dzk1dv',
  severalDays: '1xgx7wxeyqrpd2gcsske8q98t1',
} as const;

const by = (subject: string) => ({ subject: `subject-of-${subject}` }) satisfies Asker;

export const as = {
  prosecutor: by('prosecutor'),
  clerk: by('clerk'),
  auditor: by('auditor'),
  authority: by('authority'),
  thaiAuthority: by('thai-authority'),
  support: by('support'),
  attending: by('attending'),
  secondProsecutor: by('second-prosecutor'),
  secondClerk: by('second-clerk'),
  secondSupport: by('second-support'),
  gone: by('gone'),
  /** Guests, by the cookies that their devices were given. */
  witnessOfPaused: { cookie: `__Host-saksi=${session.paused}.W-KN6N.x9rP406snXLwm9vMx9Ze4g` },
  witnessOfOpen: { cookie: `__Host-saksi=${session.open}.W-QKFK.XyibOa3tnv0c6antcLRmow` },
  interpreterOfOpen: { cookie: `__Host-saksi=${session.open}.I-W99R.0_cAy3YpFcm6tKlQZ-L_JQ` },
} as const;
