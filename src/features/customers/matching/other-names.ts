import { OTHER_NAMES } from './other-names-data.ts';

export interface OtherName {
  name: string;
  /** A full name for a short one or the other way round; two of either kind are not as close. */
  isDirect: boolean;
}

let table: Map<string, Map<string, boolean>> | undefined;

/** What else a person of that name is called, in folded spelling: "peggy" → margaret, and after it maggie, meg, … */
export function otherNames(word: string): OtherName[] {
  table ??= readTable();
  return Array.from(table.get(word) ?? [], ([name, isDirect]) => ({ name, isDirect }));
}

function readTable(): Map<string, Map<string, boolean>> {
  const read = new Map<string, Map<string, boolean>>();
  for (const line of OTHER_NAMES.trim().split(/[\n;]/)) {
    const [full = [], short = []] = line.split(':').map((names) => names.split(' '));
    for (const name of full) {
      for (const other of short) add(read, name, other, true);
      for (const other of full) add(read, name, other, false);
    }
    for (const name of short) {
      for (const other of full) add(read, name, other, true);
      for (const other of short) add(read, name, other, false);
    }
  }
  return read;
}

function add(table: Map<string, Map<string, boolean>>, name: string, other: string, isDirect: boolean): void {
  if (name === other) return;
  const others = table.get(name) ?? new Map<string, boolean>();
  others.set(other, isDirect || (others.get(other) ?? false));
  table.set(name, others);
}
