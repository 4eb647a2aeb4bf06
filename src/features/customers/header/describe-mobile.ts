/** A plainly British number in its usual groups; anything else as it was typed. */
export function describeMobile(mobile: string): string {
  if (!/^[+\d][\d\s().\-/]*$/.test(mobile)) return mobile;
  const digits = mobile.replace('(0)', '').replace(/[^\d+]/g, '');
  const national = /^(?:0|\+44|0044)([127]\d{9})$/.exec(digits)?.[1];
  if (national === undefined) return mobile;
  const start = digits.startsWith('0') && !digits.startsWith('00') ? '0' : '+44 ';
  if (national.startsWith('20')) return `${start}${national.slice(0, 2)} ${national.slice(2, 6)} ${national.slice(6)}`;
  return `${start}${national.slice(0, 4)} ${national.slice(4)}`;
}
