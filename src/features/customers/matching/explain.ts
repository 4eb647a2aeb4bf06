import { personName } from '#contract/person-name.ts';
import { type Attempt, type MatchReason, matchedWord, rankAt } from './attempt.ts';
import { FIT, fitAt } from './contact-fits.ts';
import type { CustomerIndex } from './customer-index.ts';
import type { Found } from './find-people.ts';
import { type Marks, type Range, markDigits, markName, markText, mergeRanges } from './highlight.ts';
import type { Term } from './parse-query.ts';
import { NUMBER_FIT, fitNumber } from './telephone.ts';
import { COST } from './word-costs.ts';

export interface Explanation {
  reason: MatchReason;
  marks: Marks;
}

/** Why the customer at a place was found, and which parts of what is shown say so. */
export function explain(index: CustomerIndex, found: Found, place: number): Explanation {
  const nothing: Marks = { name: [], email: [], mobile: [] };
  if (found.query.kind === 'all') return { reason: 'name', marks: nothing };
  if (found.query.kind === 'id') return { reason: 'id', marks: nothing };
  const other = found.others.get(place);
  if (other) return { reason: other.reason, marks: markOther(index, place, other.text, other.reason) };
  const attempt = found.attempts.toSorted((a, b) => rankAt(index, a, place) - rankAt(index, b, place))[0];
  return attempt ? explainAttempt(index, attempt, place) : { reason: 'name', marks: nothing };
}

function markOther(index: CustomerIndex, place: number, text: string, reason: MatchReason): Marks {
  const marks: Marks = { name: [], email: [], mobile: [] };
  const customer = index.customers[place];
  if (!customer || text === '') return marks;
  if (reason === 'email') marks.email = markText(customer.email, text);
  if (reason === 'mobile') marks.mobile = markDigits(customer.mobile, [customer.mobile.replace(/\D/g, '')]);
  if (reason === 'name' || reason === 'nickname' || reason === 'spelling') {
    marks.name = mergeRanges(text.split(' ').flatMap((word) => markName(personName(customer), [word])));
  }
  return marks;
}

function explainAttempt(index: CustomerIndex, attempt: Attempt, place: number): Explanation {
  const customer = index.customers[place];
  const marks: Marks = { name: [], email: [], mobile: [] };
  if (!customer) return { reason: 'name', marks };
  const name = personName(customer);
  let farthest = 0;
  let contact: 'email' | 'mobile' | undefined;
  const names: Range[] = [];
  for (const [at, piece] of attempt.pieces.entries()) {
    const word = matchedWord(index, attempt.costs[at], place);
    const fit = attempt.fits[piece.term ?? -1]?.[place] ?? FIT.none;
    if (fit !== FIT.none && (!word || word.cost > COST.beginning)) {
      contact = markContact(index, attempt.terms[piece.term ?? -1], place, marks);
    } else if (word) {
      if (word.cost > COST.beginning) farthest = Math.max(farthest, word.cost);
      names.push(...markName(name, word.cost > COST.beginning ? [word.word] : piece.forms));
    }
  }
  marks.name = mergeRanges(names);
  marks.email = mergeRanges(marks.email);
  marks.mobile = mergeRanges(marks.mobile);
  const reason = farthest > 0 ? reasonOf(farthest) : (contact ?? 'name');
  return { reason, marks };
}

function reasonOf(cost: number): MatchReason {
  if (cost < COST.similarAlike) return 'nickname';
  return cost === COST.said || cost === COST.sound ? 'sound' : 'spelling';
}

function markContact(index: CustomerIndex, term: Term | undefined, place: number, marks: Marks): 'email' | 'mobile' {
  const customer = index.customers[place];
  const { email = '', mobile = '' } = customer ?? {};
  const number = term?.number;
  const numberFit = number ? fitNumber(index.mobiles[place] ?? '', number) : NUMBER_FIT.none;
  const stored = index.emails[place] ?? '';
  const at = term?.email === undefined ? -1 : stored.indexOf(term.email);
  const emailFit = at < 0 ? FIT.none : fitAt(stored, term?.email ?? '', at);
  if (number && numberFit !== NUMBER_FIT.none) {
    marks.mobile.push(...markDigits(mobile, [...number.cores, number.part ?? '', ...number.beginnings]));
  }
  if (emailFit !== FIT.none) marks.email.push(...markText(email, term?.email ?? ''));
  return numberFit === NUMBER_FIT.none ? 'email' : 'mobile';
}
