const BASE = 36;
const LEAST = 1;
const MOST = 26;
const SKEW = 38;
const DAMP = 700;
const FIRST_BIAS = 72;
const FIRST_CODE = 128;

/** `info@xn--mnchen-3ya.de` → `info@münchen.de`: as its owner writes it. What cannot be decoded stays as it is. */
export function readableAddress(address: string): string {
  if (!/xn--/i.test(address)) return address;
  const at = address.lastIndexOf('@');
  const domain = address
    .slice(at + 1)
    .split('.')
    .map((label) => (/^xn--/i.test(label) ? (decodePunycode(label.slice(4).toLowerCase()) ?? label) : label))
    .join('.');
  return address.slice(0, at + 1) + domain;
}

/** RFC 3492, section 6.2; nothing for a label that is none. */
function decodePunycode(text: string): string | undefined {
  const split = text.lastIndexOf('-');
  const codes = Array.from(text.slice(0, Math.max(0, split)), (letter) => letter.codePointAt(0) ?? 0);
  const rest = text.slice(split + 1);
  if (rest === '' || codes.some((code) => code >= FIRST_CODE)) return undefined;
  let code = FIRST_CODE;
  let position = 0;
  let bias = FIRST_BIAS;
  let at = 0;
  while (at < rest.length) {
    const before = position;
    let weight = 1;
    for (let k = BASE; ; k += BASE) {
      const digit = digitOf(rest.charCodeAt(at));
      at += 1;
      if (digit === undefined) return undefined;
      position += digit * weight;
      const threshold = Math.min(MOST, Math.max(LEAST, k - bias));
      if (digit < threshold) break;
      weight *= BASE - threshold;
    }
    const length = codes.length + 1;
    bias = adapt(position - before, length, before === 0);
    code += Math.floor(position / length);
    position %= length;
    if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
    codes.splice(position, 0, code);
    position += 1;
  }
  const label = String.fromCodePoint(...codes);
  return isPlain(label) ? label : undefined;
}

function digitOf(code: number): number | undefined {
  if (code >= 97 && code <= 122) return code - 97;
  return code >= 48 && code <= 57 ? code - 22 : undefined;
}

function adapt(delta: number, length: number, isFirst: boolean): number {
  let rest = Math.floor(delta / (isFirst ? DAMP : 2));
  rest += Math.floor(rest / length);
  let k = 0;
  for (; rest > ((BASE - LEAST) * MOST) / 2; k += BASE) rest = Math.floor(rest / (BASE - LEAST));
  return k + Math.floor(((BASE - LEAST + 1) * rest) / (rest + SKEW));
}

/** Letters of one script: one that mixes them may imitate another address, and is better shown as it is. */
function isPlain(label: string): boolean {
  if (!/^[\p{L}\p{M}\p{N}-]+$/u.test(label)) return false;
  const scripts = [/\p{sc=Latn}/u, /\p{sc=Cyrl}/u, /\p{sc=Grek}/u, /\p{sc=Armn}/u, /\p{sc=Hebr}/u, /\p{sc=Arab}/u];
  return scripts.filter((script) => script.test(label)).length <= 1;
}
