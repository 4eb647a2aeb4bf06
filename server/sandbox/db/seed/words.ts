import { questionnaires } from './catalogue.ts';
import type { Random } from '#kit/random.ts';

/** Who writes notes at this studio. */
export const staff = ['Jess Whitcombe', 'Tom Ashworth', 'Niamh O’Rourke', 'Gwen Pritchard', 'Reception'];

/** Notes as a front desk writes them. */
export const notes = [
  'Old knee injury (left). Please offer a chair for balances.',
  'Prefers the back row near the door, gets dizzy in hot rooms.',
  'Pays for her mum as well; mum has no e-mail of her own.',
  'Rang to say she will be 10 min late on Tuesdays because of the school run. Fine with Priya.',
  'Refund agreed for the 14th, class was cancelled by us. Done in Reservie, money takes 5 days.',
  'Left a blue water bottle, behind reception.',
  'Asked about the Eight a Month membership, send the link after half term.',
  'Card was declined twice. Will bring cash on Saturday.',
  'Do NOT call before 10:00, works nights.',
  'Hearing aid: stand where she can see your face.',
  'Latex allergy. No resistance bands.',
  'Two bowls in the next glaze firing, marked “HB” underneath.',
  'Came back after a hip operation, signed off by physio. Gentle classes only until spring.',
  'Complained about the music in Power Flow. Kofi has spoken to him.',
  'VIP 🙂 brought four friends in one month. Gave her a free class.',
  'Name is pronounced “Shiv-awn”.',
  'Moved house, new address taken. Parking permit no longer needed.',
  'Pass extended by two weeks (flu). OK from Jess.',
  'Wants to be told when Reformer Intermediate has a free place on Tuesdays.',
  'GP letter on file.',
  'Had a fall in Vinyasa Flow, bruise on wrist, accident book filled in.\nRang the next day: all fine.',
  'Bank says the payment went out, Reservie shows it failed. Waiting for a screenshot.',
];

/** What customers write when they book an appointment. */
export const appointmentNotes = [
  'Lower back, worse in the mornings.',
  'Training for the Brighton half marathon.',
  '22 weeks pregnant, first massage.',
  'Follow-up on shoulder, bring exercise sheet.',
  'Please avoid lavender oil.',
  'Nervous beginner!',
];

export interface FilledIn {
  questionnaire: number;
  answers: { question: string; answer: string }[];
}

/** A questionnaire as a customer fills it in. */
export function fillIn(kind: keyof typeof questionnaires, random: Random): FilledIn {
  const answers = Object.entries(questions[kind]).map(([question, choices]) => ({
    question,
    answer: random.pick(choices),
  }));
  return { questionnaire: questionnaires[kind].id, answers };
}

const yesNo = ['No', 'No', 'No', 'Yes'];

const questions: Record<keyof typeof questionnaires, Record<string, readonly string[]>> = {
  health: {
    'Has a doctor ever said you have a heart condition?': ['No', 'No', 'No', 'No', 'Yes, controlled with medication'],
    'Do you have any injuries we should know about?': [
      'No',
      'No',
      'Slipped disc L4/L5, 2019',
      'Tennis elbow (right)',
      'Sprained ankle, nearly healed',
      'Frozen shoulder',
    ],
    'Are you taking any medication?': ['No', 'No', 'Blood pressure tablets', 'Inhaler for asthma', 'Prefer not to say'],
    'Are you happy to be adjusted by touch?': ['Yes', 'Yes', 'Please ask first', 'No'],
    'In an emergency, whom should we call?': ['My husband', 'My daughter', 'My flatmate', 'My partner', ''],
    'Have you practised before?': ['Never', 'A few times', 'On and off for years', 'Regularly'],
  },
  pregnancy: {
    'How many weeks are you?': ['14', '18', '22', '26', '31', '10 weeks postnatal'],
    'Has your midwife agreed to exercise?': ['Yes', 'Yes', 'Will ask on Thursday'],
    'Any pelvic girdle pain?': ['No', 'A little', 'Yes'],
    'Is this your first baby?': ['Yes', 'No', 'No, third!'],
  },
  pottery: {
    'Have you used a wheel before?': ['No', 'Once, at school', 'Yes'],
    'Any skin conditions or allergies?': ['No', 'No', 'Eczema on hands'],
    'Are you left-handed?': yesNo,
    'May we show your work on Instagram?': ['Yes', 'Yes, without my name', 'No'],
  },
};
