import { personas, type PersonaName } from '../personas.ts';
import { payWithPass } from './activity.ts';
import { DAY } from './calendar.ts';
import { seedMembership } from './membership.ts';
import { passes, plans } from './pass-catalogue.ts';
import { buyEach, buyOne, datesAfter, datesBefore, lineOf, purchaseTime, type Scene, type Stage } from './stage.ts';
import type { Package } from './wallet.ts';
import { tellAppointments, tellEverything, tellManyBookings, tellManyPurchases } from './long-stories.ts';

type Story = (stage: Stage) => void;

/** What each persona has done. One that is not listed has done nothing. */
export const stories: Partial<Record<PersonaName, Story>> = {
  oneCreditLeft: (stage) => {
    const pass = stage.wallet.add(passes.ten, stage.now - 70 * DAY);
    buyEach(stage, datesBefore(stage, stage.timetable.mondayYoga, 1, 9), 2, aCreditOf(pass));
  },

  subscriptionPaymentFailed: (stage) => {
    const { now, wallet, records } = stage;
    seedMembership(stage.id, { plan: plans.eight, state: 'SUSPENDED', terms: 4, days: 3 }, wallet, records, now);
    for (const date of datesBefore(stage, 'Gentle Yoga', 4, 8)) {
      const owned = wallet.usable(date.startsAt - DAY, date.startsAt, 1);
      buyOne(stage, date, 1, owned ? { payment: payWithPass(owned, 1, false) } : {});
    }
    records.addNote(stage.id, 'Card expired, she will update it at home.', 'Jess Whitcombe', now - 2 * DAY);
  },

  booksForThreeChildren: (stage) => {
    const children = [personas.alfie, personas.maisie, personas.otis];
    const dance = 'Street Dance (8–12)';
    for (const date of [...datesBefore(stage, dance, 7, 6), ...datesAfter(stage, dance, 2, 3)]) {
      const lines = children.map((child) => lineOf(stage, date, { guest: child.key }));
      stage.purchases.buy(stage.id, purchaseTime(stage, date, 5), lines);
    }
    const [own] = datesAfter(stage, 'Family Yoga', 1, 1);
    if (own) buyOne(stage, own, 3);
  },

  with900Bookings: (stage) => tellManyBookings(stage, 900),
  manyPurchases: (stage) => tellManyPurchases(stage, 160),
  unpaidAppointment: tellAppointments,
  hasEverything: tellEverything,

  emojiAndRtlName: (stage) => buyEach(stage, datesAfter(stage, 'Yin & Restore', 1, 2), 9),

  boughtFiveMonthsAgoForNextWeek: (stage) => {
    const [date] = datesAfter(stage, 'Saturday Flow', 3, 1);
    if (date) stage.purchases.buy(stage.id, stage.now - 153 * DAY, [lineOf(stage, date)]);
  },

  archived: (stage) => buyEach(stage, datesBefore(stage, 'Slow Sunday', 400, 7), 1),

  longName: (stage) => buyEach(stage, datesAfter(stage, 'Vinyasa Flow', 1, 1), 2),

  unlimitedPass: (stage) => {
    const pass = stage.wallet.add(passes.unlimitedMonth, stage.now - 20 * DAY);
    const classes = [stage.timetable.mondayYoga, 'Power Flow'];
    const dates = classes.flatMap((event) => datesBefore(stage, event, 0, 2));
    buyEach(stage, dates, 1, aCreditOf(pass));
  },

  cancelledAndRefunded: (stage) => {
    const states = [
      { isCancelled: false, isRefunded: false },
      { isCancelled: true, isRefunded: false },
      { isCancelled: false, isRefunded: true },
      { isCancelled: true, isRefunded: true },
    ];
    const dates = datesBefore(stage, stage.timetable.mondayYoga, 1, 4);
    for (const [index, date] of dates.entries()) buyOne(stage, date, 3, states[index]);
  },

  unknownPayment: (stage) => {
    const methods = ['CASH', 'GIFT_VOUCHER', 'KLARNA_LATER'];
    const dates = datesBefore(stage, 'Friday Wind-Down', 1, methods.length);
    for (const [index, method] of methods.entries()) {
      const date = dates[index];
      if (date) buyOne(stage, date, 2, { payment: { method } });
    }
  },

  spanishRetreat: (stage) => {
    const { retreat } = stage.timetable;
    buyEach(stage, [...datesBefore(stage, retreat, 1, 1), ...datesAfter(stage, retreat, 1, 1)], 60);
  },

  duplicated: (stage) => buyEach(stage, datesBefore(stage, 'Mat Pilates', 10, 5), 2),

  duplicateOfAnother: (stage) => buyEach(stage, datesAfter(stage, 'Mat Pilates', 1, 1), 2),

  passExpiresInThreeDays: (stage) => {
    const pass = stage.wallet.add(passes.five, stage.now - 87 * DAY);
    buyEach(stage, datesBefore(stage, 'Sunrise Flow', 30, 1), 1, aCreditOf(pass));
  },

  pausedSubscription: (stage) => {
    const membership = { plan: plans.unlimited, state: 'PAUSED', terms: 5, days: 10 } as const;
    seedMembership(stage.id, membership, stage.wallet, stage.records, stage.now);
  },
};

function aCreditOf(pass: Package): () => Scene {
  return () => ({ payment: payWithPass(pass, 1, false) });
}
