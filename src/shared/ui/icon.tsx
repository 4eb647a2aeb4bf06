const PATHS = {
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM16 16l4.5 4.5',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 20c.6-4 3-6 6.5-6s5.9 2 6.5 6M16 4.5a3.5 3.5 0 0 1 0 6.5M18 14.5c2 .8 3.2 2.6 3.5 5.5',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5Z',
  keyboard: 'M3 7h18v11H3ZM7 11h.01M11 11h.01M15 11h.01M8 14.5h8',
  copy: 'M9 9h10v11H9ZM6 15H5V4h10v2',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  alert: 'M12 4 2.8 19.5h18.4ZM12 10v4.5M12 17.2h.01',
  chevronLeft: 'm14.5 6-6 6 6 6',
  chevronRight: 'm9.5 6 6 6-6 6',
  chevronDown: 'm6 9.5 6 6 6-6',
  arrowUp: 'M12 19V5.5M6.5 11 12 5.5l5.5 5.5',
  arrowDown: 'M12 5v13.5M6.5 13l5.5 5.5 5.5-5.5',
  settings: 'M4 7h9M17 7h3M4 17h3M11 17h9M13 7a2 2 0 1 0 4 0 2 2 0 0 0-4 0ZM7 17a2 2 0 1 0 4 0 2 2 0 0 0-4 0Z',
  signOut: 'M10 4.5H5v15h5M14.5 8l4 4-4 4M18 12H9.5',
  pin: 'M9 3.5h6l-1 6 3.5 3.5v1.5h-11V13L10 9.5ZM12 14.5v6',
  twins:
    'M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM16 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM2.5 19.5c.5-3.4 2.5-5 5.5-5 1.6 0 2.9.5 3.8 1.4M21.5 19.5c-.5-3.4-2.5-5-5.5-5-3 0-5 1.6-5.5 5',
  calendar: 'M4 6h16v14H4ZM4 10h16M8 3.5v4M16 3.5v4',
  printer: 'M7 9V4h10v5M7 17H4v-7h16v7h-3M7 14h10v6H7Z',
  download: 'M12 4v11M7 10.5l5 5 5-5M5 20h14',
  close: 'm6.5 6.5 11 11M17.5 6.5l-11 11',
} as const;

export type IconName = keyof typeof PATHS;

/** Decoration beside words, or inside a control that has a label of its own. */
export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
