export interface ClassTemplate {
  name: string;
  /** 1 is Monday. */
  weekday: number;
  time: string;
  /** Minutes. */
  duration: number;
  capacity: number;
  /** Pence for one place. */
  price: number;
  /** Pass credits for one place; 0 when passes are not taken. */
  credits: number;
  teacher: string;
  /** IANA zone where it is not the studio's. */
  tz?: string;
  virtual?: boolean;
  /** How many consecutive dates are sold together. */
  courseLength?: number;
}

type Row = [
  name: string,
  weekday: number,
  time: string,
  duration: number,
  capacity: number,
  price: number,
  teacher: string,
];

function weekly(rows: Row[], extra: Partial<ClassTemplate> = {}): ClassTemplate[] {
  return rows.map(([name, weekday, time, duration, capacity, price, teacher]) => ({
    name,
    weekday,
    time,
    duration,
    capacity,
    price,
    teacher,
    credits: 1,
    ...extra,
  }));
}

/** The class that Reservie's reference prints (docs/reservie-api.md, "Bookings"); it keeps its printed id, `evt_42`. */
export const mondayYoga: ClassTemplate = {
  name: 'Monday Yoga',
  weekday: 1,
  time: '09:00',
  duration: 60,
  capacity: 18,
  price: 1200,
  credits: 1,
  teacher: 'Priya Raman',
};

/** One week at the studio. */
export const weeklyClasses: ClassTemplate[] = [
  ...weekly([
    ['Sunrise Flow', 1, '06:45', 45, 14, 1000, 'Tom Ashworth'],
    ['Yoga for Backs', 1, '12:15', 45, 12, 1100, 'Priya Raman'],
    ['Reformer Foundations', 1, '17:30', 50, 8, 1800, 'Marta Kowalska'],
    ['Vinyasa Flow', 1, '18:30', 75, 20, 1400, 'Tom Ashworth'],
    ['Yin & Restore', 1, '20:00', 60, 20, 1200, 'Niamh O’Rourke'],
    ['Mat Pilates', 2, '07:00', 45, 14, 1100, 'Marta Kowalska'],
    ['Hatha for Beginners', 2, '09:30', 60, 18, 1200, 'Priya Raman'],
    ['Baby & Me Yoga', 2, '11:00', 60, 12, 1100, 'Niamh O’Rourke'],
    ['Reformer Intermediate', 2, '18:00', 50, 8, 1800, 'Marta Kowalska'],
    ['Adult Ballet, Absolute Beginners', 2, '19:00', 75, 16, 1300, 'Éloïse Martin'],
    ['Ashtanga Mysore', 3, '06:30', 90, 16, 1400, 'Tom Ashworth'],
    ['Pilates for Over 60s', 3, '10:00', 60, 14, 900, 'Gwen Pritchard'],
    ['Lunchtime Stretch', 3, '12:30', 30, 16, 700, 'Gwen Pritchard'],
    ['Power Flow', 3, '18:15', 60, 20, 1300, 'Kofi Mensah'],
    ['Salsa Improvers', 3, '19:30', 60, 24, 1100, 'Kofi Mensah'],
    ['Sunrise Flow', 4, '06:45', 45, 14, 1000, 'Kofi Mensah'],
    ['Pregnancy Yoga', 4, '10:30', 75, 12, 1300, 'Niamh O’Rourke'],
    ['Reformer Foundations', 4, '17:30', 50, 8, 1800, 'Marta Kowalska'],
    ['Vinyasa Flow', 4, '18:30', 75, 20, 1400, 'Priya Raman'],
    ['Breathwork & Sound', 4, '20:00', 60, 22, 1500, 'Niamh O’Rourke'],
    ['Mat Pilates', 5, '07:00', 45, 14, 1100, 'Gwen Pritchard'],
    ['Gentle Yoga', 5, '09:30', 60, 18, 1200, 'Priya Raman'],
    ['Reformer Express', 5, '12:15', 40, 8, 1500, 'Marta Kowalska'],
    ['Friday Wind-Down', 5, '18:00', 60, 20, 1200, 'Tom Ashworth'],
    ['Saturday Flow', 6, '08:30', 75, 22, 1400, 'Tom Ashworth'],
    ['Reformer Intermediate', 6, '10:15', 50, 8, 1800, 'Marta Kowalska'],
    ['Family Yoga', 6, '11:15', 45, 20, 800, 'Niamh O’Rourke'],
    ['Contemporary Dance Open Class', 6, '12:30', 90, 20, 1400, 'Éloïse Martin'],
    ['Slow Sunday', 7, '09:30', 90, 20, 1500, 'Priya Raman'],
    ['Mat Pilates', 7, '11:15', 60, 14, 1200, 'Gwen Pritchard'],
    ['Candlelit Yin', 7, '19:00', 75, 20, 1400, 'Niamh O’Rourke'],
  ]),
  ...weekly(
    [
      ['Little Movers (3–5)', 3, '15:45', 40, 14, 750, 'Éloïse Martin'],
      ['Junior Ballet (6–9)', 4, '16:15', 45, 14, 850, 'Éloïse Martin'],
      ['Street Dance (8–12)', 6, '14:15', 60, 20, 900, 'Kofi Mensah'],
    ],
    { credits: 1 },
  ),
  ...weekly(
    [
      ['Throwing for Beginners', 2, '18:30', 120, 8, 3200, 'Hugh Llewellyn'],
      ['Hand-Building & Glazing', 4, '18:30', 120, 10, 2900, 'Hugh Llewellyn'],
    ],
    { credits: 0, courseLength: 6 },
  ),
  ...weekly([['Open Pottery Studio', 7, '13:00', 180, 10, 2400, 'Hugh Llewellyn']], { credits: 2 }),
  ...weekly([['Online Flow with Maya', 2, '07:30', 60, 60, 800, 'Maya Fernandes']], {
    tz: 'America/New_York',
    virtual: true,
  }),
  ...weekly([['Pranayama Live from Mysuru', 6, '06:30', 60, 80, 900, 'Anand Iyer']], {
    tz: 'Asia/Kolkata',
    virtual: true,
  }),
];

/** A retreat abroad, twice a year: priced in euros, and on another clock. */
export const retreat = {
  name: 'Andalusia Yoga Retreat',
  tz: 'Europe/Madrid',
  time: '16:00',
  duration: 5760,
  capacity: 16,
  /** Euro cents. */
  price: 69_500,
  teacher: 'Priya Raman',
  /** Weeks from now; both Thursdays. */
  weeks: [-70, -46, -18, 6],
} as const;

/** Branches that a chain opens as it grows; the first, without a name of its own, is the studio itself. */
export const venues = [
  '',
  'Hove',
  'Lewes',
  'Brixton',
  'Hackney',
  'Bristol',
  'Cardiff',
  'Leeds',
  'York',
  'Sheffield',
  'Didsbury',
  'Chorlton',
  'Liverpool',
  'Leith',
  'Glasgow',
  'Newcastle',
  'Norwich',
  'Exeter',
  'Bath',
  'Oxford',
  'Cambridge',
  'Brighton Marina',
  'Totnes',
  'Harrogate',
  'Cheltenham',
  'Margate',
  'Whitstable',
  'Stroud',
  'Falmouth',
  'Belfast',
];
