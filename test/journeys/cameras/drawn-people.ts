import type { InRoom } from '../pages.ts';

/** People for the cameras, drawn by us: nobody's face, and each on the wall of their role's colour. */

/** As wide as our own pages ask cameras for, so that nothing of it is cut away. */
export const frame = { width: 640, height: 360 } as const;

/** What somebody does in one moment of a camera's picture. */
export interface Moment {
  readonly eyes: 'open' | 'shut';
  readonly mouth: 'shut' | 'ajar' | 'open';
  /** How far the head leans aside, in pixels. */
  readonly lean: number;
}

interface Drawn {
  /** By this a picture is known to be of somebody in that role. */
  readonly wall: string;
  readonly clothes: string;
  readonly skin: string;
  readonly hair: string;
  /** What lies behind the head: long hair, a scarf. */
  readonly behind?: string;
  /** What lies over the shoulders: collar, tie, epaulettes. */
  readonly worn: string;
  /** What lies over the head: hair, glasses, a headset. */
  readonly over: string;
}

export const people: Readonly<Record<InRoom, Drawn>> = {
  prosecutor: {
    wall: '#9fb9d6',
    clothes: '#1b3a5c',
    skin: '#c98f63',
    hair: '#1d1a19',
    worn: `${collar('#ffffff')}<path d="M320 352l-17 17 11 16-13 95h38l-13-95 11-16z" fill="#8f1414"/>`,
    over: `<path d="M243 182c-8-74 28-104 78-104 54 0 86 32 76 104-8-12-12-30-20-44-34 8-78 4-104-10-14 14-20 36-30 54z"/>`,
  },
  clerk: {
    wall: '#d9b9a0',
    clothes: '#2c3138',
    skin: '#e2b48f',
    hair: '#9a9690',
    behind: `<circle cx="320" cy="84" r="36"/>`,
    worn: `${collar('#ffffff')}<path d="M300 350l-12 88 26 4 6-74 6 74 26-4-12-88z" fill="#ffffff" stroke="#c9ced3" stroke-width="2"/>`,
    over: `<path d="M241 196c-10-76 24-112 79-112s89 36 79 112c-4-34-22-66-44-76-28 22-78 22-92 20-12 16-18 36-22 56z"/>${glasses()}`,
  },
  'support-officer': {
    wall: '#8fcfad',
    clothes: '#145233',
    skin: '#b97f55',
    hair: '#f1e6cf',
    behind: `<path d="M320 70c-78 0-104 66-98 140 4 56-6 92-40 132 40 44 236 44 276 0-34-40-44-76-40-132 6-74-20-140-98-140z"/>`,
    worn: `<path d="M196 336c34 42 74 76 124 82 50-6 90-40 124-82-40-20-50-44-62-66-36 40-88 40-124 0-12 22-22 46-62 66z" fill="#f1e6cf"/><path d="M258 320c10 26 30 60 62 78 32-18 52-52 62-78" fill="none" stroke="#d6c39b" stroke-width="5"/>`,
    over: `<path fill-rule="evenodd" d="M320 70c-68 0-98 54-96 124 2 54 34 104 70 128h52c36-24 68-74 70-128 2-70-28-124-96-124zM320 112c44 0 66 34 66 78 0 58-30 94-66 94s-66-36-66-94c0-44 22-78 66-78z"/>`,
  },
  'attending-officer': {
    wall: '#bccb86',
    clothes: '#5a5d2c',
    skin: '#a9714b',
    hair: '#24201d',
    worn: `${collar('#6c7036')}<path d="M316 352h8l4 128h-16z" fill="#2f3116"/><g fill="#d9b84a"><path d="M176 378l56-26 8 15-58 28z"/><path d="M464 378l-56-26-8 15 58 28z"/><circle cx="412" cy="436" r="11"/></g>`,
    over: `<path d="M246 172c-6-62 26-88 74-88s80 26 74 88c-6-12-8-28-14-38-36-10-84-10-120 0-6 10-8 26-14 38z"/>`,
  },
  witness: {
    wall: '#f0b968',
    clothes: '#a34d12',
    skin: '#c68a5e',
    hair: '#211a1a',
    behind: `<path d="M320 76c-74 0-96 56-94 124 2 60-6 104-22 142h232c-16-38-24-82-22-142 2-68-20-124-94-124z"/>`,
    worn: `<path d="M272 322c8 34 26 58 48 70 22-12 40-36 48-70l-24-8c-14 12-34 12-48 0z" fill="#c68a5e"/><path d="M266 324c8 40 28 66 54 80 26-14 46-40 54-80" fill="none" stroke="#f6d9ac" stroke-width="10"/>`,
    over: `<path d="M240 214c-10-86 26-128 80-128s90 42 80 128c-8-40-30-66-62-92-18 32-68 44-98 92z"/>`,
  },
  interpreter: {
    wall: '#bda5dd',
    clothes: '#55398a',
    skin: '#dba880',
    hair: '#3b2a24',
    behind: `<path d="M320 78c-72 0-94 52-94 116 0 42 6 72 20 92h148c14-20 20-50 20-92 0-64-22-116-94-116z"/>`,
    worn: collar('#e9e2f5'),
    over: `<path d="M240 200c-8-80 28-114 80-114s88 34 80 114c-10-34-24-56-38-66-40 20-84 16-96 10-14 14-22 34-26 56z"/>${headset()}`,
  },
};

function collar(colour: string): string {
  return `<path d="M274 318l46 40 46-40 22 16-42 52-26-28-26 28-42-52z" fill="${colour}"/>`;
}

function glasses(): string {
  return `<g fill="#ffffff40" stroke="#3a3f47" stroke-width="5"><circle cx="289" cy="196" r="25"/><circle cx="351" cy="196" r="25"/><path d="M314 194q6-6 12 0" fill="none"/></g>`;
}

function headset(): string {
  return `<g fill="none" stroke="#20242a" stroke-width="13" stroke-linecap="round"><path d="M238 196c-6-84 30-126 82-126s88 42 82 126"/><path d="M240 232q6 40 54 42" stroke-width="7"/></g><g fill="#20242a"><rect x="222" y="176" width="32" height="62" rx="15"/><rect x="386" y="176" width="32" height="62" rx="15"/><ellipse cx="300" cy="273" rx="13" ry="9"/></g>`;
}

const mouths: Readonly<Record<Moment['mouth'], string>> = {
  shut: `<path d="M294 240q26 18 52 0" fill="none" stroke="#7a3b2e" stroke-width="6"/>`,
  ajar: `<path d="M298 238q22 -8 44 0q-22 24 -44 0z" fill="#7a3b2e"/>`,
  open: `<path d="M298 236q22 -10 44 0q-4 32 -22 32t-22 -32z" fill="#7a3b2e"/>`,
};

const eyes: Readonly<Record<Moment['eyes'], string>> = {
  open: `<g fill="#231c19"><ellipse cx="289" cy="196" rx="8" ry="10"/><ellipse cx="351" cy="196" rx="8" ry="10"/></g><g fill="#fff"><circle cx="292" cy="192" r="3"/><circle cx="354" cy="192" r="3"/></g>`,
  shut: `<g fill="none" stroke="#231c19" stroke-width="5"><path d="M278 198q11 8 22 0"/><path d="M340 198q11 8 22 0"/></g>`,
};

/** One person at one moment, as SVG. */
export function drawn(who: InRoom, { eyes: lids, mouth, lean }: Moment): string {
  const { wall, clothes, skin, hair, behind = '', worn, over } = people[who];
  const { width, height } = frame;
  const leaning = `transform="rotate(${lean / 4} 320 330) translate(${lean} 0)"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="-58 26 756 425" stroke-linecap="round">
<rect x="-58" y="26" width="756" height="425" fill="${wall}"/>
<circle cx="320" cy="240" r="210" fill="#ffffff" opacity="0.28"/>
<g fill="${hair}" ${leaning}>${behind}</g>
<path d="M92 480c4-96 74-136 190-160h76c116 24 186 64 190 160z" fill="${clothes}"/>
<path d="M284 250h72v72q-36 34-72 0z" fill="${skin}"/><path d="M284 282q36 26 72 0v14q-36 26-72 0z" fill="#000" opacity="0.12"/>
${worn}
<g ${leaning}>
<g fill="${skin}"><circle cx="246" cy="204" r="17"/><circle cx="394" cy="204" r="17"/><path d="M246 180c0-60 32-88 74-88s74 28 74 88c0 68-34 108-74 108s-74-40-74-108z"/></g>
<g fill="none" stroke="${hair === '#f1e6cf' ? '#2a211d' : hair}" stroke-width="7"><path d="M273 172q16-10 31-3"/><path d="M336 169q15-7 31 3"/></g>
${eyes[lids]}<path d="M320 204q-10 16 3 18" fill="none" stroke="#000" stroke-opacity="0.28" stroke-width="5"/>
<g fill="#d9534f" opacity="0.16"><circle cx="270" cy="226" r="17"/><circle cx="370" cy="226" r="17"/></g>
${mouths[mouth]}<g fill="${hair}">${over}</g>
</g></svg>`;
}
