/** Demo customers with a story: docs/personas.md. */
export const persona = {
  oneCreditLeft: { id: 'cust_101', name: 'Bethan Quillfeather' },
  subscriptionPaymentFailed: { id: 'cust_102', name: 'Desmond Okonjo' },
  booksForThreeChildren: { id: 'cust_103', name: 'Rosalind Thackeray' },
  with900Bookings: { id: 'cust_104', name: 'Winifred Attenbury' },
  unpaidAppointment: { id: 'cust_105', name: 'Callum Strathairn' },
  emojiAndRtlName: { id: 'cust_106', name: 'Layla 🌙 ليلى الزهراني' },
  boughtFiveMonthsAgoForNextWeek: { id: 'cust_107', name: 'Imogen Farthingale' },
  noBookings: { id: 'cust_108', name: 'Percival Newbold' },
  archived: { id: 'cust_109', name: 'Gloria Pastwell' },
  longName: {
    id: 'cust_110',
    name: 'Maximiliana Seraphina Wilhelmina Alexandrina Featherstonehaugh-Cholmondeley-Wriothesley of Lower Slaughter',
  },
  cancelledAndRefunded: { id: 'cust_113', name: 'Yvonne Delacroix' },
  duplicated: { id: 'cust_116', name: 'Philippa Greatorex', twin: 'cust_117' },
  unknownPayment: { id: 'cust_114', name: 'Barnaby Cashmore' },
  spanishRetreat: { id: 'cust_115', name: 'Consuelo Whitbread' },
  passExpiresInThreeDays: { id: 'cust_120', name: 'Lorcan Sandiford' },
  hasEverything: { id: 'cust_125', name: 'Henrietta Allbright' },
} as const;
