import { useEffect, useRef, useState } from 'react';
import './exhibits.css';

const zooms = [1, 1.5, 2, 3] as const;
const stepped = (now: number, steps: number): number => Math.min(zooms.length - 1, Math.max(0, now + steps));

export interface ShownWords {
  /** What the picture is, as it is read out: which exhibit, which page. */
  readonly name: string;
  readonly closer: string;
  readonly farther: string;
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
}: {
  readonly image: string;
  readonly pointer: { readonly x: number; readonly y: number } | undefined;
  readonly words: ShownWords;
  /** Where the reader points to, as fractions; absent where they may not. */
  readonly onPoint?: ((x: number, y: number) => void) | undefined;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useState(0);
  // What a court looks at is looked at: once, as it begins to be shown.
  useEffect(() => place.current?.scrollIntoView({ block: 'nearest' }), []);
  useEffect(() => {
    const to = canvas.current;
    let over = false;
    const picture = new Image();
    picture.addEventListener('load', () => {
      if (over || to === null) return;
      to.width = picture.naturalWidth;
      to.height = picture.naturalHeight;
      to.getContext('2d')?.drawImage(picture, 0, 0);
    });
    picture.src = `data:image/webp;base64,${image}`;
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
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    at?.addEventListener('keydown', onKey);
    return () => at?.removeEventListener('keydown', onKey);
  }, []);
  return (
    <div className="exhibit-shown">
      <div className="exhibit-tools">
        <button type="button" className="button button-quiet button-small" onClick={() => by(1)}>
          {words.closer}
        </button>
        <button type="button" className="button button-quiet button-small" onClick={() => by(-1)}>
          {words.farther}
        </button>
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
          onContextMenu={(event) => event.preventDefault()}
          onPointerMove={(event) => {
            if (onPoint === undefined) return;
            const at = event.currentTarget.getBoundingClientRect();
            const within = (part: number) => Math.min(1, Math.max(0, part));
            onPoint(
              within((event.clientX - at.left) / at.width),
              within((event.clientY - at.top) / at.height),
            );
          }}
        >
          <canvas ref={canvas} role="img" aria-label={words.name} />
          {pointer !== undefined && (
            <svg className="exhibit-pointer" viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
              <ellipse cx={pointer.x} cy={pointer.y} rx="0.014" ry="0.01" />
            </svg>
          )}
        </div>
      </div>
    </div>
  );
}
