import { both, type Question } from './question';

/** Questions 12 to 14: running it. */
export const LOAD: Question = {
  number: 12,
  asks: 'How demanding is the data load?',
  about: 'the data load',
  why: 'The heavier it is, the more it matters how finely the SQL can be steered.',
  article: ['high-traffic platforms or data-heavy applications'],
  factor: 'performance-tuning',
  options: [
    { code: 'a', text: 'Light', effect: { scores: both(4, 4), points: 1 } },
    { code: 'b', text: 'Moderate', effect: { scores: both(3, 4), points: 2 } },
    {
      code: 'c',
      text: 'Heavy, or a database specialist will tune it',
      effect: { scores: both(3, 5), points: 3 },
    },
  ],
  baseline: { scores: both(3, 4), points: 1 },
};

export const TABLE_CHANGES: Question = {
  number: 13,
  asks: 'How will table changes be handled?',
  about: 'table changes',
  why: 'Both can write the change of a table for you, each with another catch.',
  article: ['automatic migration generation', 'meticulous control'],
  factor: 'migration-support',
  options: [
    { code: 'a', text: 'They should be written for us', effect: { scores: both(5, 3), points: 2 } },
    {
      code: 'b',
      text: 'A database administrator changes the database too',
      effect: { scores: both(3, 4), points: 2 },
    },
    { code: 'c', text: 'There will be hardly any', effect: { scores: both(4, 4), points: 0 } },
  ],
  baseline: { scores: both(4, 3), points: 1 },
};

export const REACH: Question = {
  number: 14,
  asks: 'Who reaches it over the web?',
  about: 'who reaches it over the web',
  why: 'The more strangers send it pages and forms, the more protection that is on by default counts.',
  article: ['firm security defaults'],
  factor: 'security-defaults',
  options: [
    { code: 'a', text: 'People outside, through pages and forms', effect: { scores: both(5, 3), points: 3 } },
    { code: 'b', text: 'Other programs, through an API', effect: { scores: both(4, 3), points: 2 } },
    { code: 'c', text: 'Nobody, it runs internal jobs only', effect: { scores: both(3, 3), points: 1 } },
  ],
  baseline: { scores: both(4, 3), points: 1 },
};
