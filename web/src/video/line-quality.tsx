import type { ConnectionQuality } from 'livekit-client';
import type { RoomWords } from './room-words.ts';

/** How good somebody's line is, as the media server sees it; nothing is known for the first seconds. */
export type Line = 'good' | 'poor' | 'lost';

const lines: Readonly<Record<`${ConnectionQuality}`, Line | undefined>> = {
  excellent: 'good',
  good: 'good',
  poor: 'poor',
  lost: 'lost',
  unknown: undefined,
};

export const lineOf = (quality: `${ConnectionQuality}`): Line | undefined => lines[quality];

const bars: Readonly<Record<Line, number>> = { good: 3, poor: 1, lost: 0 };

/** Three bars, and the same in words wherever it is not good. */
export function LineQuality({ line, words }: { readonly line: Line | undefined; readonly words: RoomWords }) {
  if (line === undefined) return null;
  const said = { good: words.lineGood, poor: words.linePoor, lost: words.lineLost }[line];
  return (
    <p className="tile-line" data-line={line} title={said}>
      <svg viewBox="0 0 16 16" role="img" aria-label={said}>
        {[1, 2, 3].map((bar) => (
          <rect
            key={bar}
            x={bar * 5 - 4}
            y={16 - bar * 5}
            width="4"
            height={bar * 5}
            data-on={bar <= bars[line]}
          />
        ))}
      </svg>
      {line === 'good' ? null : <span aria-hidden="true">{said}</span>}
    </p>
  );
}
