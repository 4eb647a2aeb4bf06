import { editDistance } from './edit-distance.ts';
import { sayings } from './said-names.ts';
import { soundCodes } from './sound-code.ts';

/** The sounds of all words of a vocabulary, as numbers; made when they are first needed, and for new words as they come. */
export class Sounds {
  readonly #words: readonly string[];
  readonly #codes = new Map<string, number>();
  #first: number[] = [];
  #second: number[] = [];
  /** Of names that are not said as they are spelt. */
  readonly #said = new Map<number, readonly string[]>();

  constructor(words: readonly string[]) {
    this.#words = words;
  }

  /** Takes up new words, at most so many; whether there are more. */
  prepare(most = Infinity): boolean {
    const until = Math.min(this.#words.length, this.#first.length + most);
    for (let id = this.#first.length; id < until; id++) {
      const word = this.#words[id] ?? '';
      const [first, second] = soundCodes(word);
      this.#first.push(this.#number(first));
      this.#second.push(this.#number(second));
      const said = sayings(word);
      if (said) this.#said.set(id, said);
    }
    return until < this.#words.length;
  }

  /** The ids of all words that sound like it; `isSaid`: by the table of names as they are said. */
  *like(word: string): Generator<{ id: number; isSaid: boolean }> {
    this.prepare();
    const spelt = this.#known(soundCodes(word));
    for (let id = 0; id < this.#first.length; id++) {
      if (spelt.has(this.#first[id] ?? 0) || spelt.has(this.#second[id] ?? 0)) yield { id, isSaid: false };
    }
    // How a name is said is written in many ways too: nearly so is enough.
    for (const [id, said] of this.#said) if (said.some((saying) => isNear(saying, word))) yield { id, isSaid: true };
    for (const saying of sayings(word) ?? []) {
      for (const [id, other] of this.#words.entries()) if (isNear(saying, other)) yield { id, isSaid: true };
    }
  }

  #known(codes: readonly string[]): Set<number> {
    return new Set(codes.map((code) => this.#codes.get(code)).filter((code) => code !== undefined));
  }

  /** 0 for no sound at all, which is like nothing. */
  #number(code: string): number {
    if (code === '') return 0;
    const known = this.#codes.get(code) ?? this.#codes.size + 1;
    this.#codes.set(code, known);
    return known;
  }
}

function isNear(saying: string, word: string): boolean {
  if (saying === word) return true;
  return saying[0] === word[0] && saying.length > 4 && editDistance(saying, word, 1) <= 1;
}

/** The sounds of an index, made for the first search that needs them. */
export function soundsOf(index: { sounds?: Sounds; vocabulary: { words: readonly string[] } }): Sounds {
  index.sounds ??= new Sounds(index.vocabulary.words);
  return index.sounds;
}
