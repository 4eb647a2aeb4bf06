import { encode } from 'uqr';

/** Black on white in either colour scheme: apps read no other codes. */
const SCANNABLE = {
  display: 'block',
  width: '11rem',
  borderRadius: 'var(--mantine-radius-sm)',
  background: '#fff',
  color: '#000',
};

/** Cells of quiet around the code, which readers need (ISO/IEC 18004, 6.3.8). */
const BORDER = 4;

/** Drawn as one path: the Content-Security-Policy lets no markup in that a library makes. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: BORDER });
  const path = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg style={SCANNABLE} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <path d={path} fill="currentColor" />
    </svg>
  );
}
