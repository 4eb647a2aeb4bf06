import type { Customer } from '#contract/customer.ts';
import { CustomerId } from '#contract/id.ts';

export interface Planted {
  customers: Customer[];
  /** Who is registered twice, both ids of each. */
  pairs: [CustomerId, CustomerId][];
}

const FIRST =
  'Aisha Alan Alice Amir Anna Ben Beth Callum Carla Chloé David Deepa Diana Ed Ella Emma Fiona Frank Freya Gareth George Grace Hannah Harry Imogen Ivan Jack James Jane Jo Julia Kate Kevin Laura Leo Lily Lucy Łukasz Maria Mark Mary Mia Mohammed Nina Noah Olivia Owen Paul Peter Priya Rachel Robert Rosa Ruth Sam Sarah Siân Sofia Søren Steven Susan Thomas Tina Tom William Yusuf Zoë';
const LAST =
  'Adams Adeyemi Ahmed Allen Anderson Bailey Baker Bell Bennett Brown Campbell Carter Chen Clark Collins Cook Cooper Cox Davies Davis Edwards Ellis Evans Fisher Foster Garcia Gray Green Griffiths Hall Harris Hill Hughes Jackson James Johnson Jones Kelly Khan King Knight Kowalski Lee Lewis Marshall Martin Mason Miller Mills Moore Morgan Morris Murphy Müller Nguyen O’Brien Okonjo Owen Palmer Parker Patel Phillips Powell Price Richards Roberts Robinson Rogers Russell Scott Shah Shaw Singh Smith Stevens Taylor Thomas Turner Walker Ward Watson Webb White Williams Wilson Wood Wright Young';
const SYLLABLES =
  'ba bel cor dan der el fen gar hol kin lan lo mar mel nes or pol quil ri ros sen stan tor val vey wick'.split(' ');
const DOMAINS = ['gmail.com', 'gmail.com', 'outlook.com', 'icloud.com', 'yahoo.co.uk', 'btinternet.com', 'example.com'];
const SHORT: Record<string, string> = {
  Robert: 'Bob',
  William: 'Bill',
  Susan: 'Sue',
  Thomas: 'Tommy',
  Steven: 'Steve',
};

/** A studio of so many customers, so many of whom are registered twice; the same for the same seed. */
export function plantDuplicates(count: number, pairCount: number, seed = 1): Planted {
  let state = seed;
  function below(limit: number): number {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * limit);
  }
  function pick<Value>(values: readonly Value[]): Value | undefined {
    return values[below(values.length)];
  }
  const firsts = FIRST.split(' ');
  const lasts = LAST.split(' ');
  function lastName(): string {
    if (below(3) > 0) return pick(lasts) ?? '';
    const word = `${pick(SYLLABLES)}${pick(SYLLABLES)}${pick(SYLLABLES)}`;
    return word.charAt(0).toUpperCase() + word.slice(1);
  }
  const taken = new Set<string>();
  let lastId = 0;
  function make(given: Partial<Customer> = {}): Customer {
    lastId += 1;
    const firstname = pick(firsts) ?? '';
    const lastname = lastName();
    const name = { firstname, lastname, ...given };
    const local = plain(`${name.firstname}${pick(['.', '', '_'])}${name.lastname}`);
    // A mailbox belongs to one: the second of a name adds a number.
    const mailbox = local.replace(/[._]/g, '');
    const number = below(4) === 0 && !taken.has(mailbox) ? '' : below(99_999);
    taken.add(mailbox);
    return {
      id: CustomerId.parse(`cust_${lastId}`),
      type: 'customer',
      email: `${local}${number}@${pick(DOMAINS)}`,
      mobile: below(8) === 0 ? '' : `07${String(100_000_000 + below(899_999_999))}`,
      archived: below(12) === 0,
      ...name,
    };
  }
  const customers: Customer[] = [];
  const pairs: Planted['pairs'] = [];
  const families = Math.floor(count / 50);
  while (customers.length < count - 2 * pairCount - 2 * families) customers.push(make());
  for (let family = 0; family < families; family++) {
    const parent = make({ mobile: `07${String(100_000_000 + below(899_999_999))}` });
    const child = make({ lastname: parent.lastname, mobile: parent.mobile });
    // Addresses must differ, and parents have only one.
    const tag = parent.email.replace('@', `+${plain(child.firstname)}@`);
    customers.push(
      parent,
      child.firstname === parent.firstname ? make() : { ...child, email: family % 2 ? tag : child.email },
    );
  }
  for (let pair = 0; pair < pairCount; pair++) {
    const original = make({ mobile: `07${String(100_000_000 + below(899_999_999))}` });
    const twin = { ...make({ firstname: original.firstname, lastname: original.lastname }), ...vary(pair, original) };
    customers.push(original, twin);
    pairs.push([original.id, twin.id]);
  }
  for (let at = customers.length - 1; at > 0; at--) {
    const other = below(at + 1);
    const [one, two] = [customers[at], customers[other]];
    if (one && two) [customers[at], customers[other]] = [two, one];
  }
  return { customers, pairs };

  function misspelt(word: string): string {
    const at = 1 + below(Math.max(1, word.length - 2));
    return (
      pick([
        `${word.slice(0, at)}${word.slice(at + 1)}`,
        `${word.slice(0, at)}${word[at] ?? ''}${word.slice(at)}`,
        `${word.slice(0, at)}${word[at + 1] ?? ''}${word[at] ?? ''}${word.slice(at + 2)}`,
      ]) ?? word
    );
  }
  /** How a customer comes to be registered a second time. */
  function vary(kind: number, { firstname, lastname, email, mobile }: Customer): Partial<Customer> {
    const written = `+44 (0)${mobile.slice(1, 5)} ${mobile.slice(5, 8)} ${mobile.slice(8)}`;
    switch (kind % 10) {
      case 0:
        return { email: email.toUpperCase() };
      case 1:
        return { email: email.replace('@', '+studio@'), firstname: firstname.toLowerCase() };
      case 2:
        return { mobile: written };
      case 3:
        return { firstname: lastname, lastname: firstname, mobile: written };
      case 4:
        return { lastname: misspelt(lastname), mobile: `0044${mobile.slice(1)}` };
      case 5:
        return { firstname: SHORT[firstname] ?? firstname.slice(0, 1), mobile };
      case 6:
        return { email: misspelt(email.slice(0, email.indexOf('@'))) + email.slice(email.indexOf('@')), mobile: '' };
      case 7:
        return {
          mobile: mobile.slice(0, 6) + mobile.slice(7, 8) + mobile.slice(6, 7) + mobile.slice(8),
          lastname: plain(lastname),
        };
      case 8:
        return { lastname: `${lastname}-${lastName()}`, email: email.replace('@', '+2@') };
      default:
        return { archived: true, email: `old.${email}`, mobile };
    }
  }
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[^\w.@+-]/g, '')
    .toLowerCase();
}
