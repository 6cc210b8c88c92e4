import { both, type Question } from './question';

/** Questions 10 and 11: time and budget. */
export const DEADLINE: Question = {
  number: 10,
  asks: 'When must the first usable version be live?',
  about: 'when the first version must be live',
  why: 'It is compared with your priorities, and a contradiction is pointed out; only the priorities move the result.',
  article: ['minimum viable product under tight deadlines'],
  factor: 'development-speed',
  options: [
    { code: 'a', text: 'Within 3 months', effect: { points: 3 } },
    { code: 'b', text: 'In 3 to 9 months', effect: { points: 2 } },
    { code: 'c', text: 'Later', effect: { points: 1 } },
  ],
  baseline: { points: 2 },
};

export const PARTS: Question = {
  number: 11,
  asks: 'Which ready-made parts do you need at once?',
  about: 'ready-made parts',
  why: 'Most of the difference in speed comes from parts that stand beside an ORM.',
  article: ['built-in admin, auto-migrations'],
  factor: 'development-speed',
  options: [
    { code: 'a', text: 'Screens for staff, and a login', effect: { scores: both(5, 2) } },
    { code: 'b', text: 'An API only', effect: { scores: both(4, 3) } },
    { code: 'c', text: 'None', effect: { scores: both(3, 3) } },
  ],
  baseline: { scores: both(4, 3) },
};
