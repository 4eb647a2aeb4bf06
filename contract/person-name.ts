import { hasVisibleCharacter } from './visible-text.ts';

interface Person {
  id?: string;
  firstname: string;
  lastname: string;
  email: string;
}

/** "Jane Smith"; without a name that can be seen, the e-mail address; without that too, the id: never a blank link. */
export function personName({ id = '', firstname, lastname, email }: Person): string {
  const name = [firstname, lastname].filter(hasVisibleCharacter).map((part) => part.trim());
  return name.join(' ') || (hasVisibleCharacter(email) ? email : id);
}

/** "JS" for "Jane Smith": the first letter of the first and of the last word, in capitals; decoration for an avatar. */
export function initialsOf(name: string): string {
  const letters = name.split(/\s+/u).flatMap((word) => /[\p{L}\p{N}]/u.exec(word)?.[0] ?? []);
  const [first, last] = [letters.at(0), letters.length > 1 ? letters.at(-1) : undefined];
  return `${first ?? '?'}${last ?? ''}`.toLocaleUpperCase();
}

/** How many tints an avatar may have. */
const HUES = 5;

/** Which of five tints a customer's initials have: always the same for the same id. */
export function hueOf(id: string): number {
  let sum = 0;
  for (let at = 5; at < id.length; at += 1) sum += id.charCodeAt(at);
  return sum % HUES;
}
