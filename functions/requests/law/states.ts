import type { CountryCode } from '../../shared/values/countries.ts';
import type { StateLaw } from './fields.ts';
import { au } from './states/au.ts';
import { cn } from './states/cn.ts';
import { eu } from './states/eu.ts';
import { gb } from './states/gb.ts';
import { jp } from './states/jp.ts';
import { kh } from './states/kh.ts';
import { kr } from './states/kr.ts';
import { la } from './states/la.ts';
import { mm } from './states/mm.ts';
import { my } from './states/my.ts';
import { sg } from './states/sg.ts';
import { th } from './states/th.ts';
import { us } from './states/us.ts';
import { vn } from './states/vn.ts';
import { inEu } from './treaties/parties.ts';

/** Every State whose law is written down, and what the member States of the European Union share. */
export const writtenDown: readonly StateLaw[] = [au, cn, eu, gb, jp, kh, kr, la, mm, my, sg, th, us, vn];

/** Of a State whose law nobody has written down: all of it is a question. */
const nothing = (state: CountryCode): StateLaw => ({ state, officialLanguages: [], chosen: {}, written: {} });

export const recordOf = (state: CountryCode): StateLaw =>
  writtenDown.find((law) => law.state === state) ?? (inEu.has(state) ? eu : nothing(state));
