import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { addMinutes, instantOf } from '../../../../functions/shared/values/instants.ts';
import { spanForPeople } from '../../../../functions/shared/values/times-for-people.ts';
import { useReader } from '../../parts/reader.tsx';
import { isPossible, movedBy, nearestPossible, onGrid, place, type Shown } from './marks.ts';
import type { Answer } from './widen.ts';

interface BandProps {
  readonly shown: Shown;
  readonly zone: string;
  readonly grid: number;
  readonly minutes: number;
  readonly bands: Answer['bands'];
  /** Where the session begins now. */
  readonly at: number;
  /** The first and the last start of the search. */
  readonly ends: { readonly first: number; readonly last: number };
  readonly onStart: (start: number) => void;
}

/** Within so many pixels a dragged band goes to the next possible start by itself. */
const magnet = 8;

/**
 * The session as a band over all rows. It is dragged, or moved with the arrow keys by the grid; its words tell the time
 * and whether everybody can come, and screen readers say them with each step. Enter goes to the chosen time.
 */
export function Band(props: BandProps) {
  const { shown, zone, grid, minutes, bands, at, ends, onStart } = props;
  const { t } = useTranslation('scheduling');
  const reader = useReader();
  const area = useRef<HTMLDivElement>(null);
  const dragging = useRef(false);
  const end = at + minutes * 60_000;
  const possible = isPossible(bands, at);
  const text = t(possible ? 'band.possible' : 'band.notPossible', {
    time: spanForPeople({ start: instantOf(at), end: addMinutes(instantOf(at), minutes) }, zone, reader),
  });
  const drag = (event: PointerEvent) => {
    if (!dragging.current || area.current === null) return;
    const moved = draggedTo(event.clientX, area.current, props);
    if (moved !== at) onStart(moved);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      document.getElementById('chosen')?.focus();
      return;
    }
    const moved = movedBy(event.key, at, { grid, zone, shown });
    if (moved === undefined) return;
    event.preventDefault();
    onStart(moved);
  };
  return (
    <div
      ref={area}
      className="band-area"
      onPointerDown={(event) => {
        dragging.current = true;
        event.currentTarget.setPointerCapture(event.pointerId);
        drag(event);
      }}
      onPointerMove={drag}
      onPointerUp={() => {
        dragging.current = false;
      }}
      onPointerCancel={() => {
        dragging.current = false;
      }}
    >
      <div
        className={possible ? 'band' : 'band band-not'}
        style={{
          insetInlineStart: `${place(shown, at) * 100}%`,
          width: `${(place(shown, end) - place(shown, at)) * 100}%`,
        }}
      >
        <div
          role="slider"
          tabIndex={0}
          className="band-handle"
          aria-label={t('band.label')}
          aria-describedby="picture-how"
          aria-orientation="horizontal"
          aria-valuemin={ends.first / 60_000}
          aria-valuemax={ends.last / 60_000}
          aria-valuenow={at / 60_000}
          aria-valuetext={text}
          data-start={instantOf(at)}
          onKeyDown={press}
        />
      </div>
    </div>
  );
}

/** The start to which a band is dragged whose beginning is under the pointer. */
function draggedTo(clientX: number, area: HTMLElement, { shown, grid, bands }: BandProps): number {
  const box = area.getBoundingClientRect();
  const perPixel = (shown.until - shown.from) / box.width;
  const at = onGrid(shown.from + (clientX - box.left) * perPixel, grid);
  const near = nearestPossible(bands, at);
  return near !== undefined && Math.abs(near - at) <= magnet * perPixel ? near : at;
}
