/** Our own pictures: one idea each, readable at 96 px and without colour. Words stand beside them, so they are hidden from readers. */
const paths = {
  pin: 'M20 8h24v8H20zM20 22h6v6h-6zM29 22h6v6h-6zM38 22h6v6h-6zM20 32h6v6h-6zM29 32h6v6h-6zM38 32h6v6h-6zM29 42h6v6h-6z',
  link: 'M27 37a9 9 0 0 1 0-13l7-7a9 9 0 0 1 13 13l-4 4M37 27a9 9 0 0 1 0 13l-7 7a9 9 0 0 1-13-13l4-4',
  camera: 'M8 20h30v24H8zM38 28l16-8v24l-16-8z',
  microphone: 'M25 10h14v24H25zM18 30c0 9 6 13 14 13s14-4 14-13M32 43v11M22 54h20',
  line: 'M8 26c14-13 34-13 48 0M16 35c10-9 22-9 32 0M24 44c5-4 11-4 16 0M32 52v1',
  lock: 'M16 28h32v26H16zM22 28v-8c0-13 20-13 20 0v8M32 38v7',
  wait: 'M32 8a24 24 0 1 0 .1 0zM32 18v15l10 6',
  pause: 'M32 6a26 26 0 1 0 .1 0zM25 22v20M39 22v20',
  stop: 'M32 6a26 26 0 1 0 .1 0zM24 24h16v16H24z',
  done: 'M32 6a26 26 0 1 0 .1 0zM20 33l9 9 16-18',
  over: 'M32 6a26 26 0 1 0 .1 0zM22 22l20 20M42 22L22 42',
  dots: 'M18 4h28v56H18zM40 12v.1M40 18v.1M40 24v.1M26 54h12',
  browser: 'M8 12h48v40H8zM8 22h48M14 17h.1M20 17h.1M24 36h16M34 30l6 6-6 6',
  hand: 'M22 36V16a4 4 0 0 1 8 0v14V11a4 4 0 0 1 8 0v19V15a4 4 0 0 1 8 0v25c0 11-6 18-15 18-8 0-11-4-14-10l-6-12c-2-5 4-7 7-3z',
  language: 'M32 6a26 26 0 1 0 .1 0zM6 32h52M32 6c-16 16-16 36 0 52M32 6c16 16 16 36 0 52',
} as const;

export type PictureName = keyof typeof paths;

export function Picture({
  name,
  size = 'large',
}: {
  readonly name: PictureName;
  readonly size?: 'large' | 'small';
}) {
  return (
    <svg className={`picture picture-${size}`} viewBox="0 0 64 64" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
