import type { Database } from '../open.ts';
import { prepareInsert } from '../query.ts';
import { studioTime, toWireInstant } from '../studio-time.ts';
import { DAY } from './calendar.ts';

export interface Pass {
  id: number;
  name: string;
  description: string;
  /** Pence. */
  price: number;
  /** 999 is how studios write "unlimited". */
  credits: number;
  /** Days; null for ever. */
  validDays: number | null;
  startMode: 'ON_PURCHASE' | 'ON_FIRST_USE';
  subscriptionsOnly?: boolean;
  limit?: number;
  deleted?: boolean;
}

const onPurchase = { startMode: 'ON_PURCHASE' } as const;
const onFirstUse = { startMode: 'ON_FIRST_USE' } as const;

export const passes = {
  intro: {
    id: 1,
    name: 'Intro Offer: 3 Classes',
    description: 'New here? Three classes of any kind in 30 days.',
    price: 2500,
    credits: 3,
    validDays: 30,
    limit: 1,
    ...onFirstUse,
  },
  five: {
    id: 2,
    name: '5 Class Pass',
    description: 'Five classes, valid for three months.',
    price: 5500,
    credits: 5,
    validDays: 90,
    ...onPurchase,
  },
  ten: {
    id: 3,
    name: '10 Class Pass',
    description: 'Ten classes, valid for six months. Our most popular pass.',
    price: 10_000,
    credits: 10,
    validDays: 180,
    ...onPurchase,
  },
  twenty: {
    id: 4,
    name: '20 Class Pass',
    description: 'Twenty classes, valid for a year.',
    price: 18_000,
    credits: 20,
    validDays: 365,
    ...onPurchase,
  },
  unlimitedMonth: {
    id: 5,
    name: 'Unlimited Month',
    description: 'As many classes as you like for 30 days.',
    price: 9500,
    credits: 999,
    validDays: 30,
    ...onPurchase,
  },
  pottery: {
    id: 6,
    name: 'Pottery Studio Pass',
    description: 'Six sessions of open studio time. Clay not included.',
    price: 12_600,
    credits: 12,
    validDays: 180,
    ...onPurchase,
  },
  memberUnlimited: {
    id: 7,
    name: 'Member Pass: Unlimited',
    description: 'Comes with the Unlimited membership.',
    price: 0,
    credits: 999,
    validDays: 30,
    subscriptionsOnly: true,
    ...onPurchase,
  },
  memberEight: {
    id: 8,
    name: 'Member Pass: 8 Classes',
    description: 'Comes with the Eight a Month membership.',
    price: 0,
    credits: 8,
    validDays: 30,
    subscriptionsOnly: true,
    ...onPurchase,
  },
  privateFive: {
    id: 9,
    name: 'Private Session Pass',
    description: 'Five private sessions with the teacher of your choice.',
    price: 27_500,
    credits: 5,
    validDays: 365,
    ...onPurchase,
  },
  gift: {
    id: 11,
    name: 'Gift Pass: 3 Classes',
    description: 'A present that does not run out.',
    price: 3300,
    credits: 3,
    validDays: null,
    ...onFirstUse,
  },
  retired: {
    id: 10,
    name: 'Summer Special',
    description: 'No longer sold.',
    price: 4000,
    credits: 6,
    validDays: 60,
    deleted: true,
    ...onPurchase,
  },
} satisfies Record<string, Pass>;

export interface Plan {
  id: number;
  name: string;
  state: string;
  initial: number;
  recurring: number;
  pass: Pass;
}

/** Every plan renews after this many days, and then gives its pass anew. */
export const TERM_DAYS = 30;

export const plans = {
  unlimited: {
    id: 1,
    name: 'Unlimited Membership',
    state: 'ACTIVE',
    initial: 8900,
    recurring: 8900,
    pass: passes.memberUnlimited,
  },
  eight: {
    id: 2,
    name: 'Eight a Month',
    state: 'ACTIVE',
    initial: 6400,
    recurring: 6400,
    pass: passes.memberEight,
  },
  student: {
    id: 3,
    name: 'Student Unlimited',
    state: 'ACTIVE',
    initial: 4500,
    recurring: 6500,
    pass: passes.memberUnlimited,
  },
  founders: {
    id: 4,
    name: 'Founders’ Membership',
    state: 'ARCHIVED',
    initial: 5500,
    recurring: 5500,
    pass: passes.memberUnlimited,
  },
} satisfies Record<string, Plan>;

/** Writes the passes and the subscription plans that the studio sells or once sold. */
export function seedPassCatalogue(database: Database, now: number): void {
  const writePass = prepareInsert(database, 'pass', [
    'id',
    'name',
    'description',
    'base100_price',
    'credits',
    'start_mode',
    'validity_period',
    'validity_unit',
    'subscriptions_only',
    'purchase_limit',
    'created_at',
    'deleted',
  ]);
  const writePlan = prepareInsert(database, 'plan', [
    'id',
    'name',
    'state',
    'term_days',
    'initial_base100',
    'recurring_base100',
    'currency',
    'renews_on_expire',
    'pass_id',
    'modified',
  ]);
  for (const pass of Object.values<Pass>(passes)) {
    writePass({
      id: pass.id,
      name: pass.name,
      description: pass.description,
      base100_price: pass.price,
      credits: pass.credits,
      start_mode: pass.startMode,
      validity_period: pass.validDays ?? 0,
      validity_unit: pass.validDays === null ? 'UNLIMITED' : 'DAYS',
      subscriptions_only: Number(pass.subscriptionsOnly ?? false),
      purchase_limit: pass.limit ?? null,
      created_at: studioTime(now - (900 - pass.id * 11) * DAY),
      deleted: Number(pass.deleted ?? false),
    });
  }
  for (const plan of Object.values<Plan>(plans)) {
    writePlan({
      id: plan.id,
      name: plan.name,
      state: plan.state,
      term_days: TERM_DAYS,
      initial_base100: plan.initial,
      recurring_base100: plan.recurring,
      currency: 'GBP',
      renews_on_expire: 1,
      pass_id: plan.pass.id,
      modified: toWireInstant(now - (500 - plan.id * 30) * DAY),
    });
  }
}
