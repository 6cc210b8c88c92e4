import { both, type Question } from './question';

/** Questions 7 to 9: the people. */
export const EXPERIENCE: Question = {
  number: 7,
  asks: 'What has the team used in production?',
  about: 'what the team has used',
  why: 'A tool that people know beats one that is easy to learn.',
  article: ['match an ORM selection with current expertise'],
  factor: 'learning-curve',
  options: [
    { code: 'a', text: 'Mostly Django', effect: { scores: both(5, 2) } },
    { code: 'b', text: 'Mostly SQLAlchemy', effect: { scores: both(2, 5) } },
    { code: 'c', text: 'Both', effect: { scores: both(4, 4) } },
    { code: 'd', text: 'Neither', effect: { scores: both(4, 2) } },
  ],
  baseline: { scores: both(4, 3) },
};

export const ONBOARDING: Question = {
  number: 8,
  asks: 'How soon must a new developer be useful?',
  about: 'how soon a new developer must be useful',
  why: 'It says how much the effort of learning should count.',
  article: ['reducing onboarding time'],
  factor: 'learning-curve',
  options: [
    { code: 'a', text: 'Within days', effect: { points: 3 } },
    { code: 'b', text: 'Within weeks', effect: { points: 2 } },
    { code: 'c', text: 'There is no hurry', effect: { points: 1 } },
  ],
  baseline: { points: 2 },
};

export const HIRING: Question = {
  number: 9,
  asks: 'Whom will you hire in the next two years?',
  about: 'hiring',
  why: 'Both have a strong community; the people in it are not the same.',
  article: ['future hiring strategies'],
  factor: 'community',
  options: [
    { code: 'a', text: 'Django developers', effect: { scores: both(5, 3), points: 2 } },
    {
      code: 'b',
      text: 'Python developers in general, for APIs or data',
      effect: { scores: both(3, 5), points: 2 },
    },
    { code: 'c', text: 'Nobody', effect: { scores: both(4, 4), points: 0 } },
  ],
  baseline: { scores: both(4, 4), points: 1 },
};
