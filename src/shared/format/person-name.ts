interface Person {
  firstname: string;
  lastname: string;
  email: string;
}

/** "Jane Smith"; the e-mail address of a customer without a name. */
export function personName({ firstname, lastname, email }: Person): string {
  return `${firstname.trim()} ${lastname.trim()}`.trim() || email;
}

/** "JS" for "Jane Smith": the first letter of the first and of the last word, in capitals; decoration for an avatar. */
export function initialsOf(name: string): string {
  const letters = name.split(/\s+/u).flatMap((word) => /[\p{L}\p{N}]/u.exec(word)?.[0] ?? []);
  const [first, last] = [letters.at(0), letters.length > 1 ? letters.at(-1) : undefined];
  return `${first ?? '?'}${last ?? ''}`.toLocaleUpperCase();
}
