/**
 * Customers with a story, at fixed ids and under names that no generated customer has. Tests find them by these. The
 * same table stands in docs/personas.md, for those who may not import this.
 */
export interface Persona {
  /** Database key: `101` is `cust_101`. */
  key: number;
  firstname: string;
  lastname: string;
  email: string;
  mobile: string;
  archived: boolean;
  /** What is special, in words. */
  special: string;
}

export type PersonaName = keyof typeof personas;

export const personas = {
  oneCreditLeft: persona(101, 'Bethan', 'Quillfeather', 'A 10 class pass with exactly one credit left.'),
  subscriptionPaymentFailed: persona(102, 'Desmond', 'Okonjo', 'Subscription SUSPENDED: a payment failed 3 days ago.'),
  booksForThreeChildren: persona(103, 'Rosalind', 'Thackeray', 'Books for Alfie, Maisie and Otis in one purchase.'),
  with900Bookings: persona(104, 'Winifred', 'Attenbury', 'Exactly 900 bookings over two years.'),
  unpaidAppointment: persona(105, 'Callum', 'Strathairn', 'Next appointment PENDING payment, an earlier one FAILED.'),
  emojiAndRtlName: persona(106, 'Layla 🌙 ليلى', 'الزهراني', 'Emoji and right-to-left script in the name.', {
    email: 'layla.alzahrani@example.com',
  }),
  boughtFiveMonthsAgoForNextWeek: persona(
    107,
    'Imogen',
    'Farthingale',
    'One booking: bought five months ago, next week.',
  ),
  noBookings: persona(108, 'Percival', 'Newbold', 'No bookings, no passes, nothing at all.'),
  archived: persona(109, 'Gloria', 'Pastwell', 'Archived, with old bookings.', { archived: true }),
  longName: persona(
    110,
    'Maximiliana Seraphina Wilhelmina Alexandrina',
    'Featherstonehaugh-Cholmondeley-Wriothesley of Lower Slaughter',
    'A very long name and address.',
    { email: 'maximiliana.seraphina.wilhelmina.alexandrina.featherstonehaugh@correspondence.example.com' },
  ),
  unlimitedPass: persona(111, 'Saskia', 'Vanderbeek', 'An unlimited pass: 999 credits less those used.'),
  manyPurchases: persona(112, 'Terence', 'Mulholland', '160 purchases of one booking each.'),
  cancelledAndRefunded: persona(113, 'Yvonne', 'Delacroix', 'Kept, cancelled, refunded, cancelled and refunded.'),
  unknownPayment: persona(114, 'Barnaby', 'Cashmore', 'Paid with CASH, GIFT_VOUCHER and KLARNA_LATER.'),
  spanishRetreat: persona(115, 'Consuelo', 'Whitbread', 'A retreat in Europe/Madrid, paid in EUR.'),
  duplicated: persona(116, 'Philippa', 'Greatorex', 'Registered twice: the original.', { mobile: '07700900116' }),
  duplicateOfAnother: persona(117, 'philippa', 'greatorex', 'Registered twice: the duplicate, another address.', {
    email: 'pippa.greatorex@example.org',
    mobile: '+44 7700 900116',
  }),
  noMobile: persona(118, 'Ottoline', 'Hushby', 'No mobile number.', { mobile: '' }),
  formulaName: persona(119, '=SUM(A1)', 'Formulaic', 'A first name that a spreadsheet would run.', {
    email: 'formula@example.com',
  }),
  passExpiresInThreeDays: persona(120, 'Lorcan', 'Sandiford', 'A pass with 4 credits that expires in three days.'),
  pausedSubscription: persona(121, 'Marguerite', 'Pausewell', 'Subscription PAUSED for ten days.'),
  oddMobile: persona(122, 'Tobias', 'Ringrose', 'A mobile with country code and brackets.', {
    mobile: '+44 (0)7700 900 122',
  }),
  invalidEmail: persona(124, 'Ronald', 'Mistype', 'An e-mail address that is none.', { email: 'ronald@@example.com' }),
  hasEverything: persona(125, 'Henrietta', 'Allbright', 'Something in every tab, and more than a page of notes.'),
  alfie: persona(131, 'Alfie', 'Thackeray', 'Rosalind’s child.', {
    email: 'rosalind.thackeray+alfie@example.com',
  }),
  maisie: persona(132, 'Maisie', 'Thackeray', 'Rosalind’s child.', {
    email: 'maisie.rosalind.thackeray@example.com',
  }),
  otis: persona(133, 'Otis', 'Thackeray', 'Rosalind’s child, without a mobile.', {
    email: 'rosalind.thackeray+otis@example.com',
    mobile: '',
  }),
} satisfies Record<string, Persona>;

function persona(
  key: number,
  firstname: string,
  lastname: string,
  special: string,
  other: Partial<Pick<Persona, 'email' | 'mobile' | 'archived'>> = {},
): Persona {
  const email = `${firstname}.${lastname}@example.com`.toLowerCase();
  const mobile = `07700900${key}`;
  return { key, firstname, lastname, email, mobile, archived: false, special, ...other };
}
