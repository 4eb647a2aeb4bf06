interface Person {
  firstname: string;
  lastname: string;
  email: string;
}

/** "Jane Smith"; the e-mail address of somebody without a name. */
export function personName({ firstname, lastname, email }: Person): string {
  return `${firstname.trim()} ${lastname.trim()}`.trim() || email;
}
