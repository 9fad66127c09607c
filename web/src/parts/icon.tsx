/** Line drawings of our own. They stand beside words and never alone, so screen readers skip them. */
const drawings = {
  check: <path d="M5 12.5l4.5 4.5L19 7.5" />,
  cross: <path d="M6.5 6.5l11 11m0-11l-11 11" />,
  clock: <path d="M12 7v5l3.5 2M12 3.5a8.5 8.5 0 100 17 8.5 8.5 0 000-17z" />,
  lock: <path d="M7 11V8a5 5 0 0110 0v3M5.5 11h13v9.5h-13zM12 15v2" />,
  door: <path d="M6 21V3.5h12V21M3.5 21h17M14.5 12h.6" />,
  doorOpen: <path d="M5 21V5l8-2v18M13 5h6v16M2.5 21h19M10 12h.6" />,
  person: <path d="M12 12a4 4 0 100-8 4 4 0 000 8zM4.5 20.5c.8-4 3.6-6 7.5-6s6.7 2 7.5 6" />,
  camera: <path d="M3.5 7h11v10h-11zM14.5 11l6-3.5v9l-6-3.5" />,
  microphone: <path d="M12 14.5a3 3 0 003-3v-5a3 3 0 00-6 0v5a3 3 0 003 3zM6 11.5a6 6 0 0012 0M12 17.5V21" />,
  signal: <path d="M4 20v-3M9 20v-6M14 20V10M19 20V5" />,
  pause: <path d="M8.5 5.5v13M15.5 5.5v13" />,
  stop: <path d="M8.5 3.5h7l5 5v7l-5 5h-7l-5-5v-7zM8 12h8" />,
  play: <path d="M8 5.5v13l10.5-6.5z" />,
  record: <path d="M6 3.5h9l4 4v13H6zM9.5 12h6M9.5 16h6M9.5 8h2" />,
  down: <path d="M5.5 9l6.5 6.5L18.5 9" />,
  download: <path d="M12 3.5V15m-4.5-4.5L12 15l4.5-4.5M4.5 20h15" />,
  hidden: (
    <path d="M3 3l18 18M9.9 5.2A9.7 9.7 0 0112 5c5 0 8.3 4 9.5 7a14 14 0 01-2.6 3.9M6.2 6.8A14 14 0 002.5 12c1.2 3 4.5 7 9.5 7 1.7 0 3.2-.5 4.5-1.2" />
  ),
  warning: <path d="M12 4L2.5 20h19zM12 10v4.5M12 17.3v.2" />,
  globe: (
    <path d="M12 3.5a8.5 8.5 0 100 17 8.5 8.5 0 000-17zM3.5 12h17M12 3.5c-5 5.5-5 11.5 0 17 5-5.5 5-11.5 0-17z" />
  ),
  moon: <path d="M19.5 14.5A8 8 0 019.5 4.5a8 8 0 1010 10z" />,
  flag: <path d="M5.5 21V4M5.5 4.5h13l-3 4.5 3 4.5h-13" />,
  question: <path d="M8.5 9a3.5 3.5 0 116 2.4c-1.2 1-2.5 1.6-2.5 3.4M12 18.3v.2" />,
  pin: <path d="M9 3.5h6l-1 6 3.5 4h-11l3.5-4zM12 13.5v7" />,
  hand: (
    <path d="M8 12.5V6a1.5 1.5 0 013 0v5V4.5a1.5 1.5 0 013 0V11V6a1.5 1.5 0 013 0v8.5a6 6 0 01-6 6c-3 0-4.5-1.6-6-4.5l-2-3.5a1.5 1.5 0 012.5-1.5z" />
  ),
  grid: <path d="M4 4.5h7v6.5H4zM13 4.5h7v6.5h-7zM4 13h7v6.5H4zM13 13h7v6.5h-7z" />,
  wholeScreen: <path d="M4 9V4.5h5M15 4.5h5V9M20 15v4.5h-5M9 19.5H4V15" />,
  closer: <path d="M11 4a7 7 0 100 14 7 7 0 000-14zM16 16l4.5 4.5M11 8v6M8 11h6" />,
  farther: <path d="M11 4a7 7 0 100 14 7 7 0 000-14zM16 16l4.5 4.5M8 11h6" />,
  ownWindow: <path d="M3.5 5h17v14h-17zM12 12h6.5v5H12z" />,
  keyboard: <path d="M3 6.5h18v11H3zM6.5 10h.5m3 0h.5m3 0h.5m3 0h.5M8 14h8" />,
  sound: <path d="M4 9.5h3.5L12 5.5v13l-4.5-4H4zM15 9a4 4 0 010 6M17.5 6.5a8 8 0 010 11" />,
  calendar: <path d="M4 6h16v14.5H4zM4 10.5h16M8.5 3.5V8M15.5 3.5V8" />,
} as const;

export type IconName = keyof typeof drawings;

export function Icon({ name, large = false }: { readonly name: IconName; readonly large?: boolean }) {
  return (
    <svg className={large ? 'icon icon-large' : 'icon'} viewBox="0 0 24 24" aria-hidden="true">
      {drawings[name]}
    </svg>
  );
}
