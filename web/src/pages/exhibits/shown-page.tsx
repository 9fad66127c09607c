import { useEffect, useRef, useState, type CSSProperties, type PointerEvent, type ReactNode } from 'react';
import './shown-page.css';

const zooms = [1, 1.5, 2, 3] as const;
const stepped = (now: number, steps: number): number => Math.min(zooms.length - 1, Math.max(0, now + steps));

type Point = ((x: number, y: number) => void) | undefined;
type Pointer = { readonly x: number; readonly y: number } | undefined;

const within = (part: number): number => Math.min(1, Math.max(0, part));
/** Of a page, by which a key moves the hand that points. */
const stride = 0.05;
const ways: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-stride, 0],
  ArrowRight: [stride, 0],
  ArrowUp: [0, -stride],
  ArrowDown: [0, stride],
};

/** Shift and an arrow move the hand, which begins in the middle. @returns whether it was that */
function pointsBy(
  { key, shiftKey }: KeyboardEvent,
  { pointer = { x: 0.5, y: 0.5 }, onPoint }: { readonly pointer: Pointer; readonly onPoint: Point },
): boolean {
  const way = ways[key];
  if (!shiftKey || way === undefined || onPoint === undefined) return false;
  onPoint(within(pointer.x + way[0]), within(pointer.y + way[1]));
  return true;
}

type Tool = 'closer' | 'farther' | 'ownWindow';

export interface ShownWords {
  /** What the picture is, as it is read out: which exhibit, which page. */
  readonly name: string;
  readonly closer: string;
  readonly farther: string;
  /** The word for a window of its own, where there can be one. */
  readonly ownWindow?: string;
}

/**
 * A page of an exhibit: painted, so that there is nothing to be saved, dragged or opened; gone with this part of the page. Larger and
 * smaller by buttons and by plus and minus; what is larger than its place is moved by scrolling and by the arrow keys.
 */
export function ShownPage({
  image,
  pointer,
  words,
  onPoint,
  onOwnWindow,
  look,
  faces,
  tools,
}: {
  /** In base64; undefined while it has not come. */
  readonly image: string | undefined;
  readonly pointer: Pointer;
  readonly words: ShownWords;
  /** Where the reader points to, as fractions; absent where they may not. */
  readonly onPoint?: Point;
  readonly onOwnWindow?: (() => void) | undefined;
  /** Class of a button, as the page around has it. */
  readonly look: string;
  /** What stands on a button in place of its word, which is then read out. */
  readonly faces?: Readonly<Record<Tool, ReactNode>>;
  /** What else is done with it, in the same row. */
  readonly tools?: ReactNode;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useState(0);
  const [ratio, setRatio] = useState(1);
  const pointing = useRef({ pointer, onPoint });
  useEffect(() => {
    pointing.current = { pointer, onPoint };
  });
  // What a court looks at is looked at: once, as it begins to be shown.
  useEffect(() => {
    // Browsers of today answer with a promise, which React must not take for what is done at the end.
    place.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  useEffect(() => {
    const to = canvas.current;
    let over = false;
    const picture = new Image();
    picture.addEventListener('load', () => {
      if (over || to === null) return;
      to.width = picture.naturalWidth;
      to.height = picture.naturalHeight;
      to.getContext('2d')?.drawImage(picture, 0, 0);
      setRatio(picture.naturalWidth / picture.naturalHeight);
    });
    if (image !== undefined) picture.src = `data:image/webp;base64,${image}`;
    return () => {
      over = true;
      picture.src = '';
      // What was painted is not left to whoever reads memory by way of the page.
      if (to !== null) to.width = 0;
    };
  }, [image]);
  const by = (steps: number) => setZoom((now) => stepped(now, steps));
  useEffect(() => {
    const at = place.current;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === '+' || event.key === '=') setZoom((now) => stepped(now, 1));
      else if (event.key === '-') setZoom((now) => stepped(now, -1));
      else if (event.key === '0') setZoom(0);
      else if (!pointsBy(event, pointing.current)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    at?.addEventListener('keydown', onKey);
    return () => at?.removeEventListener('keydown', onKey);
  }, []);
  const point = (event: PointerEvent<HTMLElement>) => {
    const at = event.currentTarget.getBoundingClientRect();
    onPoint?.(within((event.clientX - at.left) / at.width), within((event.clientY - at.top) / at.height));
  };
  const button = (what: Tool, press: () => void) => (
    <button
      type="button"
      className={look}
      {...(faces === undefined ? {} : { 'aria-label': words[what], title: words[what] })}
      onClick={press}
    >
      {faces === undefined ? words[what] : faces[what]}
    </button>
  );
  return (
    <div className="exhibit-shown">
      <div className="exhibit-tools">
        {tools}
        {button('farther', () => by(-1))}
        {button('closer', () => by(1))}
        {onOwnWindow !== undefined && button('ownWindow', onOwnWindow)}
      </div>
      <div
        ref={place}
        className="exhibit-place"
        role="region"
        aria-label={words.name}
        tabIndex={0}
        data-testid="exhibit-place"
      >
        <div
          className="exhibit-sheet"
          data-zoom={zooms[zoom]}
          style={{ '--zoom': zooms[zoom], '--ratio': ratio } as CSSProperties}
          onContextMenu={(event) => event.preventDefault()}
          onPointerMove={point}
          onPointerDown={point}
        >
          <canvas ref={canvas} role="img" aria-label={words.name} />
          {pointer !== undefined && (
            <span
              className="exhibit-pointer"
              aria-hidden="true"
              style={{ left: `${pointer.x * 100}%`, top: `${pointer.y * 100}%` }}
            />
          )}
        </div>
      </div>
    </div>
  );
}
