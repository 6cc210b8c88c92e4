import { AUTHORS, GENRES } from './bookshop-facts';
import { CUSTOMERS, REVIEWS } from './bookshop-people';
import { BOOKSHOP_TABLES } from './bookshop-tables';
import { insertSql, type SqlValue } from './insert-sql';
import { pick, randomNumbers } from './random-numbers';

const PRICES = [
  '6.50',
  '7.99',
  '8.95',
  '9.90',
  '10.99',
  '12.00',
  '12.50',
  '14.25',
  '16.80',
  '19.99',
  '24.00',
];
const STATUSES = ['open', 'paid', 'shipped', 'shipped', 'shipped', 'returned'];
const PURCHASES = 48;
const REVIEW_COUNT = 60;
const SEED = 20_250_314;

type Rows = (readonly SqlValue[])[];

/** Gives a day of a year as an ISO date; the 28th at the latest, so that each month has it. */
function date(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** A decimal number: written without quotes. */
function decimal(text: string): SqlValue {
  return { number: text };
}

/**
 * Writes the bookshop as an SQL script: eight tables and their rows, the same text each time.
 * The column types are those that Django creates on SQLite, so that both ORMs' ordinary mappings fit.
 */
export function makeBookshop(): string {
  const random = randomNumbers(SEED);
  const between = (low: number, high: number): number => low + Math.floor(random() * (high - low + 1));
  const authors: Rows = [];
  const books: Rows = [];
  const bookGenres: Rows = [];
  const prices: string[] = [];
  for (const author of AUTHORS) {
    const authorId = authors.push([authors.length + 1, author.name, author.born, author.country]);
    for (const fact of author.books) {
      const price = pick(PRICES, random);
      const stock = fact.stock ?? between(6, 40);
      prices.push(price);
      const bookId = books.push([
        books.length + 1,
        fact.title,
        fact.published,
        decimal(price),
        stock,
        authorId,
      ]);
      for (const genre of fact.genres)
        bookGenres.push([bookGenres.length + 1, bookId, GENRES.indexOf(genre) + 1]);
    }
  }
  const customers: Rows = CUSTOMERS.map((customer, index) => [
    index + 1,
    customer.name,
    customer.email,
    customer.city,
    date(between(2021, 2023), between(1, 12), between(1, 28)),
  ]);
  const purchases: Rows = [];
  const lines: Rows = [];
  for (let index = 0; index < PURCHASES; index += 1) {
    const month = 1 + Math.floor((index * 12) / PURCHASES);
    const status = pick(STATUSES, random);
    const day = between(1, 20);
    const sent =
      status === 'shipped' || status === 'returned' ? date(2025, month, day + between(1, 8)) : null;
    const purchaseId = purchases.push([
      index + 1,
      between(1, CUSTOMERS.length),
      date(2025, month, day),
      status,
      sent,
    ]);
    const chosen = new Set(Array.from({ length: between(1, 4) }, () => between(1, books.length)));
    for (const bookId of chosen) {
      const price = prices[bookId - 1];
      if (price === undefined) throw new RangeError(`There is no book ${bookId}.`);
      lines.push([lines.length + 1, purchaseId, bookId, pick([1, 1, 1, 2, 3], random), decimal(price)]);
    }
  }
  const reviews: Rows = [];
  const reviewed = new Set<string>();
  while (reviews.length < REVIEW_COUNT) {
    const bookId = between(1, books.length);
    const customerId = between(1, CUSTOMERS.length);
    const key = `${bookId} ${customerId}`;
    if (reviewed.has(key)) continue;
    reviewed.add(key);
    const { rating, body } = pick(REVIEWS, random);
    const written = date(between(2024, 2025), between(1, 12), between(1, 28));
    reviews.push([reviews.length + 1, bookId, customerId, rating, body, written]);
  }
  const genres: Rows = GENRES.map((name, index) => [index + 1, name]);
  return [
    '-- A bookshop. Made by `npm run datasets`; edit lib/scenarios/datasets/*.ts, not this file.',
    'BEGIN;',
    BOOKSHOP_TABLES,
    insertSql('author', ['id', 'name', 'born', 'country'], authors),
    insertSql('book', ['id', 'title', 'published', 'price', 'stock', 'author_id'], books),
    insertSql('genre', ['id', 'name'], genres),
    insertSql('book_genre', ['id', 'book_id', 'genre_id'], bookGenres),
    insertSql('customer', ['id', 'name', 'email', 'city', 'joined'], customers),
    insertSql('purchase', ['id', 'customer_id', 'placed', 'status', 'shipped'], purchases),
    insertSql('purchase_line', ['id', 'purchase_id', 'book_id', 'quantity', 'unit_price'], lines),
    insertSql('review', ['id', 'book_id', 'customer_id', 'rating', 'body', 'written'], reviews),
    'COMMIT;',
    '',
  ].join('\n');
}
