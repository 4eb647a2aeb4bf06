import { emailKey } from '../customers.ts';
import { createRandom, type Random } from '#kit/random.ts';
import { awkwardNames, childNames, firstNames, lastNames, mailDomains } from './names.ts';

export interface Person {
  id: number;
  firstname: string;
  lastname: string;
  email: string;
  mobile: string;
  archived: boolean;
  /** Relative to others: how much this person books. */
  appetite: number;
  /** Keys of the customers this person books for. */
  guests: number[];
}

/** Ordinary customers count from here; the printed ones and the personas lie below. */
const FIRST_ID = 1000;
const NEVER_BOOKED = 0.12;
/** Keeps the keenest at what a week allows. */
const MOST_APPETITE = 25;

/** Makes `count` customers whose addresses differ from one another and from those in `taken`, which grows. */
export function createPeople(count: number, taken: Set<string>): Person[] {
  const random = createRandom('people');
  const people: Person[] = [];

  function add(firstname: string, lastname: string, local: string, domain: string): Person {
    const index = people.length;
    const appetite = random.chance(NEVER_BOOKED) ? 0 : Math.min(MOST_APPETITE, Math.exp(1.1 * random.normal()));
    const person: Person = {
      id: FIRST_ID + index,
      firstname,
      lastname,
      email: freeEmail(local, domain, taken),
      mobile: mobileOf(index, random),
      archived: random.chance(0.08),
      appetite,
      guests: [],
    };
    people.push(person);
    return person;
  }

  while (people.length < count) {
    const [firstname, lastname] = nameOf(random);
    const domain = random.pick(mailDomains);
    const head = add(firstname, lastname, localPart(firstname, lastname, random), domain);
    const kind = random.next();
    if (kind < 0.05) addFamily(head, Math.min(random.int(1, 3), count - people.length));
    else if (kind < 0.065 && people.length < count) addTwin(head);
    else if (kind < 0.07) misspell(head);
  }
  return people;

  /** Typed at the desk in a hurry: no longer an address, though the list holds it. */
  function misspell(person: Person): void {
    const [local = '', domain = ''] = person.email.split('@');
    person.email = random.chance(0.5)
      ? `${local}@@${domain}`
      : freeEmail(local, domain.replace(/\.[a-z]+$/, ''), taken);
  }

  /** Children on addresses that look like their parent's. */
  function addFamily(head: Person, size: number): void {
    const [local = 'family', domain = 'example.com'] = head.email.split('@');
    for (let child = 0; child < size; child += 1) {
      const name = random.pick(childNames);
      const tag = plain(name);
      const added = add(name, head.lastname, random.chance(0.5) ? `${local}+${tag}` : `${tag}.${local}`, domain);
      added.mobile = random.chance(0.6) ? head.mobile : '';
      added.appetite = Math.min(added.appetite, 0.4);
      added.archived = head.archived;
      head.guests.push(added.id);
    }
    head.appetite = Math.max(head.appetite, 1.5);
  }

  /** The same person, registered a second time. */
  function addTwin(original: Person): void {
    const [local = 'me', domain = ''] = original.email.split('@');
    const other = random.pick(mailDomains.filter((each) => each !== domain));
    const lower = random.chance(0.4);
    const twin = add(
      lower ? original.firstname.toLowerCase() : original.firstname,
      lower ? original.lastname.toLowerCase() : original.lastname,
      random.chance(0.5) ? local : `${local}1`,
      other,
    );
    twin.mobile = original.mobile.replace(/^\+44 ?/, '0').replace(/[\s()-]/g, '');
    twin.appetite = Math.min(twin.appetite, 0.3);
  }
}

function nameOf(random: Random): readonly [string, string] {
  if (random.chance(0.012)) return random.pick(awkwardNames);
  const lastname = random.pick(lastNames);
  const second = random.chance(0.04) ? `-${random.pick(lastNames)}` : '';
  return [random.pick(firstNames), `${lastname}${second}`];
}

/** Letters a to z of a name, without accents: what people put into an address. */
function plain(name: string): string {
  return name
    .replace(/[łŁ]/g, 'l')
    .replace(/[øØ]/g, 'o')
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
}

function localPart(firstname: string, lastname: string, random: Random): string {
  const first = plain(firstname) || 'hello';
  const last = plain(lastname) || 'studio';
  const forms = [`${first}.${last}`, `${first}${last}`, `${first[0]}.${last}`, `${last}.${first}`];
  return random.chance(0.25) ? `${first}.${last}${random.int(60, 99)}` : random.pick(forms);
}

function freeEmail(local: string, domain: string, taken: Set<string>): string {
  let email = `${local}@${domain}`;
  for (let number = 2; taken.has(emailKey(email)); number += 1) email = `${local}${number}@${domain}`;
  taken.add(emailKey(email));
  return email;
}

/** Numbers begin with 07700 9; 07700 900000 to 900199 stay free for the printed customers and the personas. */
function mobileOf(index: number, random: Random): string {
  const digits = String(900_200 + ((index * 7919) % 99_800));
  const [head, tail] = [digits.slice(0, 3), digits.slice(3)];
  const style = random.next();
  if (style < 0.09) return '';
  if (style < 0.55) return `07700${digits}`;
  if (style < 0.72) return `07700 ${digits}`;
  if (style < 0.82) return `+447700${digits}`;
  if (style < 0.9) return `+44 7700 ${head} ${tail}`;
  if (style < 0.93) return `(07700) ${digits}`;
  if (style < 0.95) return `+44 (0)7700 ${digits}`;
  if (style < 0.965) return `07700-${head}-${tail}`;
  if (style < 0.98) return `00447700${digits}`;
  if (style < 0.99) return `7700${digits}`;
  return style < 0.995 ? `01273 ${digits}` : 'ask at desk';
}
