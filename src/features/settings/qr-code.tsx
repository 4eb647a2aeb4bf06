import { encode } from 'uqr';
import classes from './settings.module.css';

/** Cells of quiet around the code, which readers need (ISO/IEC 18004, 6.3.8). */
const BORDER = 4;

/** Drawn as one path: the Content-Security-Policy lets no markup in that a library makes. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: BORDER });
  const path = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg
      className={classes['qr']}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={path} fill="currentColor" />
    </svg>
  );
}
