import { readPairs } from './fold.ts';

const VOWELS = /[aeiouy]/;
const FRONT = /[eiy]/;
const LATIN = /^[a-z]+$/;
/** Scripts whose letters have one usual sound. */
const SOUNDS = readPairs(
  'аa бb вv гg дd еe жzh зz иi кk лl мm нn оo пp рr сs тt уu фf хh цts чch шsh щsh ъ ыy ь эe юyu яya іi єye ґg αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr σs τt υy φf χch ψps ωo',
);

/** A name in Latin letters as it sounds; nothing when its script is not known here. */
function romanise(word: string): string | undefined {
  if (LATIN.test(word)) return word;
  const latin = Array.from(word, (letter) => SOUNDS.get(letter) ?? letter).join('');
  return LATIN.test(latin) ? latin : undefined;
}

/**
 * What a name sounds like: its consonants as classes, in a first and a second reading, after Lawrence Philips' double
 * metaphone (C/C++ Users Journal, June 2000), cut down to what names need. Empty for what is not written in letters.
 */
export function soundCodes(folded: string): [first: string, second: string] {
  const word = romanise(folded);
  if (word === undefined) return ['', ''];
  let first = '';
  let second = '';
  let at = 0;
  if (/^(?:gn|kn|pn|wr|ps|mn)/.test(word)) at = 1;
  while (at < word.length) {
    const [sound, other, length] = soundAt(word, at);
    // A consonant said twice is heard once.
    if (sound !== '' && (first.at(-1) !== sound || at === 0)) first += sound;
    const heard = other ?? sound;
    if (heard !== '' && (second.at(-1) !== heard || at === 0)) second += heard;
    at += length;
  }
  return [first, second];
}

type Sound = [sound: string, other: string | undefined, length: number];

function soundAt(word: string, at: number): Sound {
  const letter = word[at] ?? '';
  const next = word[at + 1] ?? '';
  const doubled = next === letter ? 2 : 1;
  switch (letter) {
    case 'a':
    case 'e':
    case 'i':
    case 'o':
    case 'u':
      return [at === 0 ? 'A' : '', undefined, 1];
    case 'y':
      return at === 0 ? [VOWELS.test(next) ? 'Y' : 'A', 'A', 1] : ['', undefined, 1];
    case 'b':
      return at === word.length - 1 && word[at - 1] === 'm' ? ['', undefined, 1] : ['P', undefined, doubled];
    case 'c':
      return soundOfC(word, at);
    case 'd':
      return next === 'g' && FRONT.test(word[at + 2] ?? '')
        ? ['J', undefined, 2]
        : ['T', undefined, next === 't' ? 2 : doubled];
    case 'f':
    case 'v':
      return ['F', undefined, doubled];
    case 'g':
      return soundOfG(word, at);
    case 'h':
      return [VOWELS.test(next) && (at === 0 || VOWELS.test(word[at - 1] ?? '')) ? 'H' : '', '', 1];
    case 'j':
      return ['J', at === 0 ? 'H' : 'J', doubled];
    case 'k':
    case 'q':
      return ['K', undefined, doubled];
    case 'l':
      return ['L', undefined, doubled];
    case 'm':
      return ['M', undefined, doubled];
    case 'n':
      return ['N', undefined, doubled];
    case 'p':
      return next === 'h' ? ['F', undefined, 2] : ['P', undefined, next === 'b' ? 2 : doubled];
    case 'r':
      return ['R', undefined, doubled];
    case 's':
      return soundOfS(word, at);
    case 't':
      return soundOfT(word, at);
    case 'w':
      return at === 0 && (VOWELS.test(next) || next === 'h') ? ['W', 'F', next === 'h' ? 2 : 1] : ['', undefined, 1];
    case 'x':
      return at === 0 ? ['S', 'X', 1] : ['KS', undefined, doubled];
    default:
      return next === 'h'
        ? ['J', undefined, 2]
        : ['S', letter === 'z' && at > 0 && word[at - 1] === 't' ? '' : 'S', doubled];
  }
}

function soundOfC(word: string, at: number): Sound {
  const next = word[at + 1] ?? '';
  if (next === 'h') {
    const isHard = /^(?:chr|chl|cha[or][lr]|chem|chor|chia)/.test(word.slice(at)) && !word.startsWith('charl', at);
    return isHard || /[rlnmt]/.test(word[at + 2] ?? '') ? ['K', 'X', 2] : ['X', 'K', 2];
  }
  if (next === 'z') return ['X', 'S', 2];
  if (next === 'c' && FRONT.test(word[at + 2] ?? '')) return ['X', 'KS', 2];
  if (/^(?:cia|cio)/.test(word.slice(at))) return ['X', 'S', 1];
  if (FRONT.test(next)) return ['S', 'X', 1];
  return ['K', undefined, /[ckqg]/.test(next) ? 2 : 1];
}

function soundOfG(word: string, at: number): Sound {
  const next = word[at + 1] ?? '';
  const before = word[at - 1] ?? '';
  if (next === 'h') {
    if (at === 0) return ['K', undefined, 2];
    if (/(?:lau|rou|tou|cou|hou)$/.test(word.slice(0, at)) && at + 2 === word.length) return ['F', '', 2];
    return VOWELS.test(before) ? ['', /[aeiouy]/.test(word[at + 2] ?? '') ? 'K' : '', 2] : ['K', undefined, 2];
  }
  if (next === 'n') return at + 2 >= word.length || word.endsWith('gne') ? ['N', 'KN', 2] : ['KN', 'N', 2];
  if (next === 'g') return ['K', FRONT.test(word[at + 2] ?? '') ? 'J' : 'K', 2];
  return FRONT.test(next) ? ['J', 'K', 1] : ['K', undefined, 1];
}

function soundOfS(word: string, at: number): Sound {
  const rest = word.slice(at);
  if (rest.startsWith('sch')) return /^sch[mnlrw]/.test(rest) ? ['X', 'S', 3] : ['X', 'SK', 3];
  if (rest.startsWith('sh')) return ['X', undefined, 2];
  if (/^(?:sio|sia)/.test(rest)) return ['S', 'X', 1];
  if (rest.startsWith('sz')) return ['S', 'X', 2];
  if (/^sc[eiy]/.test(rest)) return ['S', undefined, 2];
  if (at === 0 && /^s[mnlw]/.test(rest)) return ['S', 'X', 1];
  return ['S', undefined, rest.startsWith('ss') ? 2 : 1];
}

function soundOfT(word: string, at: number): Sound {
  const rest = word.slice(at);
  if (/^(?:tio|tia|tch)/.test(rest)) return ['X', undefined, rest.startsWith('tch') ? 3 : 1];
  if (/^t?th/.test(rest))
    return rest.startsWith('thom') ? ['T', undefined, 2] : ['0', 'T', rest.startsWith('tth') ? 3 : 2];
  return ['T', undefined, /^t[td]/.test(rest) ? 2 : 1];
}
