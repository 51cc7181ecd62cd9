const paths = {
  play: 'M4.5 2.8v10.4l8.5-5.2z',
  pause: 'M4.5 3v10M11.5 3v10',
  stop: 'M3.5 3.5h9v9h-9z',
  stepBack: 'M11.5 3.5 6 8l5.5 4.5zM4 3.5v9',
  stepOn: 'M4.5 3.5 10 8l-5.5 4.5zM12 3.5v9',
  toStart: 'M12.5 3.5 8 8l4.5 4.5M8 3.5 3.5 8 8 12.5',
  toEnd: 'M3.5 3.5 8 8l-4.5 4.5M8 3.5 12.5 8 8 12.5',
  right: 'M2.5 8.5 6.2 12 13.5 4',
  wrong: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  none: 'M3.5 8h9',
  plus: 'M8 3.5v9M3.5 8h9',
  growDown: 'M8 2.5v3M3.5 13V9.5h9V13M8 5.5v4M2.2 11.8 3.5 13.2l1.3-1.4M11.2 11.8l1.3 1.4 1.3-1.4',
  growRight: 'M2.5 8h3M13 3.5H9.5v9H13M5.5 8h4M11.8 2.2l1.4 1.3-1.4 1.3M11.8 11.2l1.4 1.3-1.4 1.3',
  edit: 'M3 13l.7-3L10.6 3.1l2.3 2.3L6 12.3zM9.2 4.5l2.3 2.3',
  compare: 'M3 13V7.5M8 13V3M13 13V9.5',
  curve: 'M2.5 2.5v11h11M4.5 11c3.5 0 3-6.5 8.5-6.5',
  unknown: 'M5.4 5.9a2.6 2.6 0 1 1 3.6 2.4c-.7.3-1 .8-1 1.5M8 12.3v.1',
  link: 'M6.7 9.3a2.6 2.6 0 0 0 3.7 0l2.5-2.5a2.6 2.6 0 0 0-3.7-3.7l-.9.9M9.3 6.7a2.6 2.6 0 0 0-3.7 0L3.1 9.2a2.6 2.6 0 0 0 3.7 3.7l.9-.9',
  share:
    'M12 2.2a1.9 1.9 0 1 1 0 3.8 1.9 1.9 0 0 1 0-3.8zM4 6.1a1.9 1.9 0 1 1 0 3.8 1.9 1.9 0 0 1 0-3.8zM12 10a1.9 1.9 0 1 1 0 3.8 1.9 1.9 0 0 1 0-3.8zM5.7 7.1l4.6-2.2M5.7 8.9l4.6 2.2',
  keys: 'M5.4 5.9a2.6 2.6 0 1 1 3.6 2.4c-.7.3-1 .8-1 1.5M8 12.3v.1',
  more: 'M3.2 8h.1M8 8h.1M12.8 8h.1',
  close: 'M4 4l8 8M12 4l-8 8',
  reset: 'M3.2 8a4.8 4.8 0 1 0 1.6-3.6L3 6M3 2.6V6h3.4',
  wait: 'M3 8.5a5 5 0 1 0 1.5-3.9L2.6 6.3M2.6 2.8v3.5h3.5M8 5.5V8.6l2 1.2',
  dice: 'M3 3h10v10H3zM5.9 5.9h.1M10 5.9h.1M8 8h.1M5.9 10.1h.1M10 10.1h.1',
  sliders: 'M2.5 5h6M11.5 5h2M2.5 11h2M7.5 11h6M10 3.4v3.2M6 9.4v3.2',
  inspect: 'M7 2.8a4.2 4.2 0 1 1 0 8.4 4.2 4.2 0 0 1 0-8.4zM10.2 10.2l3.3 3.3',
  book: 'M8 4.2C6.6 3.2 4.8 2.8 2.5 2.8v9c2.3 0 4.1.4 5.5 1.4 1.4-1 3.2-1.4 5.5-1.4v-9c-2.3 0-4.1.4-5.5 1.4zM8 4.2v9',
  enlarge: 'M9.5 3H13v3.5M13 3 9 7M6.5 13H3V9.5M3 13l4-4',
  back: 'M12.5 8h-9M7.5 4 3.5 8l4 4',
  sun: 'M8 5.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6zM8 1.5v1.2M8 13.3v1.2M1.5 8h1.2M13.3 8h1.2M3.4 3.4l.9.9M11.7 11.7l.9.9M12.6 3.4l-.9.9M4.3 11.7l-.9.9',
  moon: 'M13 9.6A5.4 5.4 0 0 1 6.4 3 5.4 5.4 0 1 0 13 9.6z',
  globe:
    'M8 2.2a5.8 5.8 0 1 1 0 11.6 5.8 5.8 0 0 1 0-11.6zM2.4 8h11.2M8 2.2c-3.2 3.6-3.2 8 0 11.6M8 2.2c3.2 3.6 3.2 8 0 11.6',
  auto: 'M8 2.5a5.5 5.5 0 1 0 0 11zM8 2.5a5.5 5.5 0 0 1 0 11',
  warning: 'M8 2.6 14.2 13.4H1.8zM8 6.6v3.2M8 11.6v.1',
  import: 'M8 2.5v7M5 7l3 3 3-3M3 12.8h10',
  chip: 'M4.5 4.5h7v7h-7zM6.5 1.8v2.7M9.5 1.8v2.7M6.5 11.5v2.7M9.5 11.5v2.7M1.8 6.5h2.7M1.8 9.5h2.7M11.5 6.5h2.7M11.5 9.5h2.7',
  export: 'M8 10V2.8M5 5.5l3-3 3 3M3 12.8h10',
  print: 'M4.5 6V2.5h7V6M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7v4h-7z',
} as const;

export type IconName = keyof typeof paths;

const filled: ReadonlySet<IconName> = new Set(['play', 'stop', 'stepBack', 'stepOn']);

/** A 16 px line drawing. Never the only carrier of a meaning: what it stands for is said beside it or in a label. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
      fill={filled.has(name) ? 'currentColor' : 'none'}
      stroke="currentColor"
      strokeWidth={name === 'more' || name === 'dice' ? 1.9 : 1.6}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={paths[name]} />
    </svg>
  );
}
