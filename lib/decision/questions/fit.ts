import { both, type Question } from './question';

/** Questions 1 to 6: whether an ORM fits the project. */
export const FRAMEWORK: Question = {
  number: 1,
  asks: 'What will the application be built on?',
  about: 'what the application is built on',
  why: 'One of the two belongs to a web framework, the other to none.',
  article: ['natural choice for projects built within the Django framework', 'framework-agnostic'],
  factor: 'framework-integration',
  options: [
    { code: 'a', text: 'An existing Django project', effect: { scores: both(5, 2), points: 3 } },
    { code: 'b', text: 'A new project, with Django planned', effect: { scores: both(5, 3), points: 2 } },
    {
      code: 'c',
      text: 'Another framework, such as FastAPI or Flask; Django could be installed beside it',
      effect: { scores: both(2, 5), points: 3 },
    },
    {
      code: 'd',
      text: 'Another framework, and Django may not be installed',
      effect: { scores: both(2, 5), points: 3 },
    },
    {
      code: 'e',
      text: 'Several services without a common framework',
      effect: { scores: both(2, 5), points: 3 },
    },
    { code: 'f', text: 'This is not decided yet', effect: { scores: both(3, 4), points: 1 } },
  ],
  baseline: { scores: both(3, 3), points: 1 },
};

export const DATABASE: Question = {
  number: 2,
  asks: 'Which database must it run on?',
  about: 'the database',
  why: 'Neither ORM speaks to every database, and one that cannot is out.',
  article: ['mainstream relational databases', 'broader range'],
  factor: null,
  options: [
    { code: 'a', text: 'PostgreSQL', effect: {} },
    { code: 'b', text: 'MySQL or MariaDB', effect: {} },
    { code: 'c', text: 'SQLite', effect: {} },
    { code: 'd', text: 'Oracle Database', effect: {} },
    { code: 'e', text: 'Microsoft SQL Server', effect: {} },
    { code: 'f', text: 'Another relational database, or a data warehouse', effect: {} },
    { code: 'g', text: 'A document store', effect: {} },
    { code: 'h', text: 'Several kinds', effect: {} },
  ],
  baseline: {},
};

export const LEGACY: Question = {
  number: 3,
  asks: 'Is there a database you cannot redesign?',
  about: 'a database that cannot be redesigned',
  why: 'Some schemas only one of the two can describe.',
  article: ['legacy integrations', 'unconventional schema design'],
  factor: 'flexibility',
  options: [
    { code: 'a', text: 'No', effect: { scores: both(4, 4) } },
    { code: 'b', text: 'Yes, and every table has one ID column', effect: { scores: both(4, 5) } },
    {
      code: 'c',
      text: 'Yes, and some rows are identified by several columns together',
      effect: { scores: both(3, 5) },
    },
    { code: 'd', text: 'The same, and other tables point to those rows', effect: { scores: both(1, 5) } },
  ],
  baseline: { scores: both(3, 4) },
};

export const REPORTS: Question = {
  number: 4,
  asks: 'How unusual are the reports and searches?',
  about: 'reports and searches',
  why: 'The further a question to the database is from a plain list, the more the way of asking it matters.',
  article: ['advanced queries, the abstraction can become restrictive'],
  factor: 'flexibility',
  options: [
    { code: 'a', text: 'Lists and simple filters', effect: { points: 1 } },
    { code: 'b', text: 'Totals and rankings', effect: { points: 2 } },
    {
      code: 'c',
      text: 'Trees, histories, or many sources joined',
      effect: { points: 3, shift: both(-1, 1) },
    },
  ],
  baseline: { points: 2 },
};

export const RULES: Question = {
  number: 5,
  asks: 'Must business rules live apart from the tables?',
  about: 'where business rules live',
  why: 'One style puts rules and table into one class, the other allows to part them.',
  article: ['separates your Python code from the database structure'],
  factor: 'pattern',
  options: [
    { code: 'a', text: 'No, one class for each table suits us', effect: { scores: both(5, 4), points: 1 } },
    { code: 'b', text: 'We have no preference', effect: { scores: both(3, 3), points: 0 } },
    {
      code: 'c',
      text: 'Yes, we want rules in code that knows no database',
      effect: { scores: both(2, 5), points: 2 },
    },
  ],
  baseline: { scores: both(3, 3), points: 0 },
};

export const SHARING: Question = {
  number: 6,
  asks: 'Will other programs share this data code?',
  about: 'sharing the data code',
  why: 'What a second program must bring along to use it differs.',
  article: ['components must share a consistent data access layer'],
  factor: 'framework-integration',
  options: [
    { code: 'a', text: 'No', effect: { shift: both(0, 0) } },
    { code: 'b', text: 'One or two scripts', effect: { shift: both(-1, 0) } },
    { code: 'c', text: 'Several services', effect: { shift: both(-2, 1) } },
  ],
  baseline: { shift: both(0, 0) },
};
