import type { MatchReason } from './attempt.ts';
import { NAMES, type SearchCase } from './search-name-cases.ts';

const CONTACTS: readonly SearchCase[] = [
  ['greta.v@example.com', 'greta', 'email'],
  ['GRETA.V@EXAMPLE.COM', 'greta', 'email'],
  ['greta.v@example.com,', 'greta', 'email'],
  ['greta.v@example.com;', 'greta', 'email'],
  ['greta.v@example.com.', 'greta', 'email'],
  ['<greta.v@example.com>', 'greta', 'email'],
  ['"greta.v@example.com"', 'greta', 'email'],
  ['mailto:greta.v@example.com', 'greta', 'email'],
  ['Greta Vossler <greta.v@example.com>', 'greta', 'email'],
  ['Vossler, Greta <greta.v@example.com>;', 'greta', 'email'],
  ['\u200Bgreta.v@example.com', 'greta', 'email'],
  ['greta.v@', 'greta', 'email'],
  ['bq77', 'quill', 'email'],
  ['77@mailbox', 'quill', 'email'],
  ['mailbox.test', 'quill', 'email'],
  ['pemberley', 'darcy', 'email'],
  ['greta.v@exmaple.com', 'greta', 'spelling'],
  ['greta.v@example.co', 'greta', 'email'],
  ['gret.v@example.com', 'greta', 'spelling'],
  ['info@münchen.de', 'idn', 'email'],
  ['info@xn--mnchen-3ya.de', 'idn', 'email'],
  ['münchen', 'idn', 'email'],
  ['nameless', 'noname', 'email'],
  ['zebedee@mail.test', 'hidden', 'email'],
  ['07700 900605', 'greta', 'mobile'],
  ['07700900605', 'greta', 'mobile'],
  ['+447700900605', 'greta', 'mobile'],
  ['+44 (0)7700 900605', 'greta', 'mobile'],
  ['0044 7700 900605', 'greta', 'mobile'],
  ['447700900605', 'greta', 'mobile'],
  ['07700‑900‑605', 'greta', 'mobile'],
  ['(07700) 900 605', 'greta', 'mobile'],
  ['07700.900.605', 'greta', 'mobile'],
  ['07700/900605', 'greta', 'mobile'],
  ['\u202A07700 900605\u202C', 'greta', 'mobile'],
  ['tel:+447700900605', 'greta', 'mobile'],
  ['07700 900605.', 'greta', 'mobile'],
  ['٠٧٧٠٠٩٠٠٦٠٥', 'greta', 'mobile'],
  ['900605', 'greta', 'mobile'],
  ['0605', 'greta', 'mobile'],
  ['greta 0605', 'greta', 'mobile'],
  ['vossler 07700 900605', 'greta', 'mobile'],
  ['07700 900650', 'greta', 'spelling'],
  ['087 123 4567', 'obrien', 'mobile'],
  ['+353 87 123 4567', 'obrien', 'mobile'],
  ['00353871234567', 'obrien', 'mobile'],
  ['353871234567', 'obrien', 'mobile'],
  ['+353 87 765 4321', 'darcy', 'mobile'],
  ['0151 23456789', 'muller', 'mobile'],
  ['+4915123456789', 'muller', 'mobile'],
  ['0664 1234567', 'gross', 'mobile'],
  ['+43 664 1234567', 'gross', 'mobile'],
  ['070-123 45 67', 'anders', 'mobile'],
  ['06 12345678', 'vander', 'mobile'],
  ['0031612345678', 'vander', 'mobile'],
  ['+7 912 345 67 89', 'anna', 'mobile'],
  ['8 (912) 345-67-89', 'anna', 'mobile'],
  ['512345678', 'lukasz', 'mobile'],
  ['20 12 34 56', 'soren', 'mobile'],
  ['+1 415 555 2671', 'robert', 'mobile'],
  ['1-415-555-2671', 'robert', 'mobile'],
  ['415.555.2671', 'robert', 'mobile'],
  ['090-1234-5678', 'tanaka', 'mobile'],
  ['010-1234-5678', 'kim', 'mobile'],
  ['98765 43210', 'ram', 'mobile'],
  ['138 0013 8000', 'wang', 'mobile'],
  ['07700900811', 'two', 'mobile'],
  ['07700 900822', 'two', 'mobile'],
  ['+447700900822', 'two', 'mobile'],
  ['07700 900 444', 'hidden', 'mobile'],
  ['cust_123', '123', 'id'],
  ['CUST_123', '123', 'id'],
  ['cust_123,', '123', 'id'],
  ['123', '123', 'id'],
  ['#123', '123', 'id'],
  ['cust_1234', '1234', 'id'],
  ['1234', '1234', 'id'],
  ['cust_p-greta', 'greta', 'id'],
];

const OTHER_NAMES: readonly SearchCase[] = [
  ['bob haverstock', 'robert', 'nickname'],
  ['bobby haverstock', 'robert', 'nickname'],
  ['haverstock rob', 'robert', 'name'],
  ['liz thornbury', 'liz', 'nickname'],
  ['betty thornbury', 'liz', 'nickname'],
  ['lizzie thorn', 'liz', 'nickname'],
  ['libby thornbury', 'liz', 'nickname'],
  ['peggy dunwoody', 'peggy', 'nickname'],
  ['meg dunwoody', 'peggy', 'nickname'],
  ['maggie dunwoody', 'peggy', 'nickname'],
  ['nell ravenscroft', 'nell', 'nickname'],
  ['nora ravenscroft', 'nell', 'nickname'],
  ['bill pettigrew', 'bill', 'nickname'],
  ['billy pettigrew', 'bill', 'nickname'],
  ['liam pettigrew', 'bill', 'nickname'],
  ['sasha wetherby', 'sasha', 'nickname'],
  ['sandy wetherby', 'sasha', 'nickname'],
  ['jack ollerenshaw', 'jack', 'nickname'],
  ['johnny ollerenshaw', 'jack', 'nickname'],
  ['richard farnaby', 'dick', 'nickname'],
  ['ted kimberton', 'ted', 'nickname'],
  ['ned kimberton', 'ted', 'nickname'],
  ['molly cuthbertson', 'molly', 'nickname'],
  ['polly cuthbertson', 'molly', 'nickname'],
  ['harry lattimore', 'harry', 'nickname'],
  ['hank lattimore', 'harry', 'nickname'],
  ['sally brockleby', 'sally', 'nickname'],
  ['sadie brockleby', 'sally', 'nickname'],
  ['chuck wolverton', 'chuck', 'nickname'],
  ['charlie wolverton', 'chuck', 'nickname'],
  ['jill askerigg', 'gill', 'nickname'],
  ['tony melbourne', 'tony', 'nickname'],
  ['kitty ashgrove', 'kate', 'nickname'],
  ['kate ashgrove', 'kate', 'nickname'],
  ['ashgrove kath', 'kate', 'name'],
  ['eefa', 'aoife', 'sound'],
  ['eefa brennagh', 'aoife', 'sound'],
  ['shivaun', 'siobhan', 'sound'],
  ['chevonne tierny', 'siobhan', 'sound'],
  ['neve cusack', 'niamh', 'sound'],
  ['neeve', 'niamh', 'sound'],
  ['keeva lawlor', 'caoimhe', 'sound'],
  ['tige rourke', 'tadhg', 'sound'],
  ['wakeen belmonte', 'joaquin', 'sound'],
  ['chumley', 'chol', 'sound'],
  ['filomina', 'phil', 'sound'],
  ['lester', 'geoff', 'sound'],
  ['ravenzkroft', 'nell', 'sound'],
  ['tzornbury', 'liz', 'spelling'],
];

const MESSAGES: readonly SearchCase[] = [
  ['Hi, this is Greta Vossler, could you move my class to Tuesday?', 'greta', 'name'],
  ['hi its greta vossler can i cancel tomorrow', 'greta', 'name'],
  ['Hello! Please call me on 07700 900605 about my pass. Thanks', 'greta', 'mobile'],
  ['you can write to greta.v@example.com any time', 'greta', 'email'],
  ['my number is +44 7700 900605, thanks', 'greta', 'mobile'],
  ['From: Greta Vossler <greta.v@example.com> To: studio@example.com', 'greta', 'email'],
  ['https://desk.example/customers/cust_p-greta/bookings', 'greta', 'id'],
  ['see cust_p-greta please', 'greta', 'id'],
  ['Liz Thornbury here, I forgot my mat', 'liz', 'nickname'],
  ['Dear studio, my name is Saskia van der Bergh and I would like a refund', 'vander', 'name'],
  ['Mrs Tremlett rang about Friday', 'annlouise', 'name'],
  ['Thanks, Danny LaRue', 'larue', 'name'],
  ['Gretta Vosler asked for a new pass', 'greta', 'spelling'],
  ['Will Mayhew may come on Friday', 'may', 'name'],
  ['مرحبا أنا ليلى الزهراني', 'layla', 'name'],
];

/** Every kind of typing error at every letter of some names. */
function typingErrors(): SearchCase[] {
  const cases: SearchCase[] = [];
  for (const [id, name] of [
    ['peggy', 'dunwoody'],
    ['bill', 'pettigrew'],
    ['harry', 'lattimore'],
  ] as const) {
    for (let at = 0; at < name.length; at++) {
      const [before, letter, after] = [name.slice(0, at), name[at] ?? '', name.slice(at + 1)];
      const wrong = letter === 'x' ? 'k' : 'x';
      cases.push(
        [`${before}${wrong}${after}`, id, 'spelling'],
        [`${before}${letter}${letter}${after}`, id, 'spelling'],
      );
      if (at < name.length - 1) cases.push([`${before}${after}`, id, 'spelling']);
      const next = after[0];
      if (next !== undefined && next !== letter)
        cases.push([`${before}${next}${letter}${after.slice(1)}`, id, 'spelling']);
    }
  }
  return cases;
}

export const SEARCH_CASES: readonly SearchCase[] = [
  ...NAMES,
  ...CONTACTS,
  ...OTHER_NAMES,
  ...MESSAGES,
  ...typingErrors(),
];

/** Of the cases those that do not find what they should, each as a sentence. */
export function wrongCases(search: (query: string) => { id: string; reason: MatchReason } | undefined): string[] {
  return SEARCH_CASES.flatMap(([query, id, reason]) => {
    const hit = search(query);
    const found = hit ? `${hit.id.replace(/^cust_(?:p-)?/, '')} by ${hit.reason}` : 'none';
    return found === `${id} by ${reason}` ? [] : [`${query}: ${found}, not ${id} by ${reason}`];
  });
}
