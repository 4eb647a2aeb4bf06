import type { Database } from '../open.ts';
import { prepareInsert } from '../query.ts';
import { DAY } from './calendar.ts';

export interface Service {
  id: number;
  name: string;
  /** Minutes. */
  duration: number;
  /** Pence. */
  price: number;
  therapists: readonly number[];
}

const therapists = [
  { id: 21, name: 'Dr Hannah Weiss' },
  { id: 22, name: 'Leila Rahimi' },
  { id: 23, name: 'Jonah Blackwood' },
];

export const services: Service[] = [
  { id: 1, name: 'Private Yoga Session', duration: 60, price: 6500, therapists: [22] },
  { id: 2, name: 'Private Reformer Session', duration: 50, price: 6000, therapists: [23] },
  { id: 3, name: 'Physio Assessment', duration: 45, price: 7200, therapists: [21] },
  { id: 4, name: 'Physio Follow-up', duration: 30, price: 4800, therapists: [21] },
  { id: 5, name: 'Sports Massage', duration: 60, price: 6000, therapists: [22, 23] },
  { id: 6, name: 'Pregnancy Massage', duration: 60, price: 6200, therapists: [22] },
];

export interface MediaTemplate {
  id: number;
  name: string;
  description: string;
  minutes: number;
  /** Pence. */
  price: number;
  accessDays: number | null;
}

export const mediaCatalogue: MediaTemplate[] = [
  media(1, 'Morning Flow in 20 Minutes', 'Wake up, gently.', 20, 500, 30),
  media(2, 'Yoga for Desk Shoulders', 'Unknot what the keyboard did.', 25, 500, 30),
  media(3, 'Yin for Sleep', 'Five long holds and a quiet voice.', 45, 800, 60),
  media(4, 'Pilates Core Series (6 parts)', 'Six sessions that build on one another.', 180, 2900, 365),
  media(5, 'Pregnancy Yoga, Second Trimester', 'Safe, slow and strong.', 50, 1200, 180),
  media(6, 'Wheel Throwing: Centring', 'The first hour at the wheel, up close.', 62, 1500, null),
  media(7, 'Glazing at Home', 'What goes wrong, and how it does not.', 48, 1500, null),
  media(8, 'Ballet Barre Basics', 'Pliés to port de bras, at your kitchen worktop.', 35, 700, 90),
];

export const questionnaires = {
  health: { id: 1, name: 'Health & Wellbeing' },
  pregnancy: { id: 2, name: 'Pregnancy & Postnatal' },
  pottery: { id: 3, name: 'Before Your First Pottery Class' },
};

/** Writes what the studio offers besides its timetable and its passes. */
export function seedCatalogue(database: Database, now: number): void {
  const writeService = prepareInsert(database, 'service', ['id', 'name', 'duration_minutes']);
  for (const { id, name, duration } of services) writeService({ id, name, duration_minutes: duration });

  const writeFacilitator = prepareInsert(database, 'facilitator', ['id', 'name']);
  for (const therapist of therapists) writeFacilitator(therapist);

  const writeQuestionnaire = prepareInsert(database, 'questionnaire', ['id', 'name']);
  for (const questionnaire of Object.values(questionnaires)) writeQuestionnaire(questionnaire);

  const writeMedia = prepareInsert(database, 'media', [
    'id',
    'name',
    'description',
    'minutes',
    'base100_price',
    'currency',
    'access_days',
    'created_ms',
  ]);
  for (const { id, name, description, minutes, price, accessDays } of mediaCatalogue) {
    const created_ms = now - (800 - id * 60) * DAY;
    writeMedia({
      id,
      name,
      description,
      minutes,
      base100_price: price,
      currency: 'GBP',
      access_days: accessDays,
      created_ms,
    });
  }
}

function media(
  id: number,
  name: string,
  description: string,
  minutes: number,
  price: number,
  accessDays: number | null,
): MediaTemplate {
  return { id, name, description, minutes, price, accessDays };
}
