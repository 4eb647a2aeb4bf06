import { type Persona, personas } from '../personas.ts';
import { attend } from './activity.ts';
import type { SeedContext } from './crowd.ts';
import { WEEK, WEEKS_BACK } from './calendar.ts';
import { jane, JANES_TRANSACTIONS, seedPrintedTransaction } from './printed.ts';
import { seedAppointments, seedNotes, seedVideos } from './extras.ts';
import { createRandom } from '#kit/random.ts';
import { stories } from './stories.ts';

/** The printed customers and the personas: the same in every studio, whatever its size. */
export function seedCast(context: SeedContext): void {
  const { now, timetable, purchases, records, wallets } = context;
  seedPrintedTransaction(purchases, timetable, now);
  seedJane(context);
  for (const [name, persona] of Object.entries<Persona>(personas)) {
    const story = stories[name as keyof typeof stories];
    if (!story) continue;
    const random = createRandom(`persona ${name}`);
    wallets.keep(persona.key, (wallet) =>
      story({ id: persona.key, now, purchases, records, timetable, wallet, random }),
    );
  }
}

function seedJane({ now, timetable, purchases, records, wallets }: SeedContext): void {
  const random = createRandom('jane');
  const joinedAt = now - WEEKS_BACK * WEEK;
  const events = timetable.venues[0] ?? [];
  wallets.keep(jane.id, (wallet) => {
    for (let bought = 1; bought < JANES_TRANSACTIONS; bought += 1) {
      attend({ id: jane.id, habit: 'pass', visits: 1, joinedAt, events, guests: [] }, wallet, purchases, random, now);
    }
    seedNotes({ id: jane.id, joinedAt }, 2, records, random, now);
    seedVideos({ id: jane.id, joinedAt }, 1, records, random, now);
    seedAppointments({ id: jane.id, joinedAt }, 2, wallet, records, random, now);
  });
}
