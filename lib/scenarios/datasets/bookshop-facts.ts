/**
 * What the bookshop sells. Authors, titles and years of first publication are real, each in the
 * language it was written in; genres are the shop's own. Prices and stock are made up.
 */

/** A book on the shelf; `stock` where it matters that few are left, otherwise the generator picks. */
export interface BookFact {
  readonly title: string;
  readonly published: number;
  readonly genres: readonly Genre[];
  readonly stock?: number;
}

/** `born` is null where nobody knows it, or the author keeps it private. */
export interface AuthorFact {
  readonly name: string;
  readonly born: string | null;
  readonly country: string;
  readonly books: readonly BookFact[];
}

export const GENRES = [
  'children',
  'classic',
  'dystopia',
  'fantasy',
  'historical',
  'love',
  'magical realism',
  'mystery',
  'satire',
  'science fiction',
  'short stories',
  'war',
] as const;
export type Genre = (typeof GENRES)[number];

function book(title: string, published: number, genres: readonly Genre[], stock?: number): BookFact {
  return stock === undefined ? { title, published, genres } : { title, published, genres, stock };
}

export const AUTHORS: readonly AuthorFact[] = [
  {
    name: 'Ursula K. Le Guin',
    born: '1929-10-21',
    country: 'US',
    books: [
      book('A Wizard of Earthsea', 1968, ['fantasy', 'children'], 3),
      book('The Left Hand of Darkness', 1969, ['science fiction'], 1),
      book('The Lathe of Heaven', 1971, ['science fiction', 'dystopia']),
      book('The Dispossessed', 1974, ['science fiction', 'classic'], 2),
    ],
  },
  {
    name: 'Stanisław Lem',
    born: '1921-09-12',
    country: 'PL',
    books: [
      book('Solaris', 1961, ['science fiction', 'classic'], 1),
      book('Cyberiada', 1965, ['science fiction', 'satire', 'short stories'], 4),
      book('Głos Pana', 1968, ['science fiction']),
    ],
  },
  {
    name: '村上春樹',
    born: '1949-01-12',
    country: 'JP',
    books: [
      book('ノルウェイの森', 1987, ['love']),
      book('海辺のカフカ', 2002, ['magical realism'], 2),
      book('1Q84', 2009, ['magical realism', 'love', 'mystery'], 1),
    ],
  },
  {
    name: 'نجيب محفوظ',
    born: '1911-12-11',
    country: 'EG',
    books: [
      book('زقاق المدق', 1947, ['classic']),
      book('بين القصرين', 1956, ['historical', 'classic']),
      book('ثرثرة فوق النيل', 1966, ['satire']),
    ],
  },
  {
    name: 'Olga Tokarczuk',
    born: '1962-01-29',
    country: 'PL',
    books: [
      book('Bieguni', 2007, ['short stories'], 0),
      book('Prowadź swój pług przez kości umarłych', 2009, ['mystery'], 4),
      book('Księgi Jakubowe', 2014, ['historical']),
    ],
  },
  {
    name: 'Jorge Luis Borges',
    born: '1899-08-24',
    country: 'AR',
    books: [
      book('Ficciones', 1944, ['short stories', 'classic', 'fantasy']),
      book('El Aleph', 1949, ['short stories', 'fantasy']),
    ],
  },
  {
    name: 'Gabriel García Márquez',
    born: '1927-03-06',
    country: 'CO',
    books: [
      book('Cien años de soledad', 1967, ['magical realism', 'classic']),
      book('Crónica de una muerte anunciada', 1981, ['mystery']),
      book('El amor en los tiempos del cólera', 1985, ['love', 'historical']),
    ],
  },
  {
    name: 'Italo Calvino',
    born: '1923-10-15',
    country: 'IT',
    books: [
      book('Il barone rampante', 1957, ['fantasy', 'historical'], 2),
      book('Le città invisibili', 1972, ['magical realism', 'short stories']),
      book("Se una notte d'inverno un viaggiatore", 1979, ['satire', 'mystery'], 3),
    ],
  },
  {
    name: 'Toni Morrison',
    born: '1931-02-18',
    country: 'US',
    books: [
      book('Sula', 1973, ['love'], 2),
      book('Song of Solomon', 1977, ['magical realism']),
      book('Beloved', 1987, ['historical', 'classic'], 0),
    ],
  },
  {
    name: 'Astrid Lindgren',
    born: '1907-11-14',
    country: 'SE',
    books: [
      book('Pippi Långstrump', 1945, ['children', 'classic'], 1),
      book('Bröderna Lejonhjärta', 1973, ['children', 'fantasy']),
      book('Ronja rövardotter', 1981, ['children', 'fantasy'], 4),
    ],
  },
  {
    name: 'Margaret Atwood',
    born: '1939-11-18',
    country: 'CA',
    books: [
      book("The Handmaid's Tale", 1985, ['dystopia', 'classic'], 2),
      book('Alias Grace', 1996, ['historical', 'mystery'], 3),
      book('Oryx and Crake', 2003, ['dystopia', 'science fiction']),
    ],
  },
  {
    name: 'Chimamanda Ngozi Adichie',
    born: '1977-09-15',
    country: 'NG',
    books: [
      book('Purple Hibiscus', 2003, ['love']),
      book('Half of a Yellow Sun', 2006, ['historical', 'war', 'love']),
      book('Americanah', 2013, ['love'], 1),
    ],
  },
  {
    name: 'Chinua Achebe',
    born: '1930-11-16',
    country: 'NG',
    books: [
      book('Things Fall Apart', 1958, ['classic', 'historical']),
      book('Arrow of God', 1964, ['historical']),
    ],
  },
  {
    name: 'Михаил Булгаков',
    born: '1891-05-15',
    country: 'RU',
    books: [
      book('Мастер и Маргарита', 1966, ['satire', 'magical realism', 'classic']),
      book('Собачье сердце', 1968, ['satire', 'science fiction']),
    ],
  },
  {
    name: 'Virginia Woolf',
    born: '1882-01-25',
    country: 'GB',
    books: [
      book('Mrs Dalloway', 1925, ['classic']),
      book('To the Lighthouse', 1927, ['classic']),
      book('Orlando', 1928, ['satire', 'historical', 'fantasy']),
    ],
  },
  {
    name: 'George Orwell',
    born: '1903-06-25',
    country: 'GB',
    books: [
      book('Animal Farm', 1945, ['satire', 'classic']),
      book('Nineteen Eighty-Four', 1949, ['dystopia', 'science fiction', 'classic']),
    ],
  },
  {
    name: 'Jane Austen',
    born: '1775-12-16',
    country: 'GB',
    books: [
      book('Pride and Prejudice', 1813, ['love', 'classic', 'satire']),
      book('Emma', 1815, ['love', 'classic']),
      book('Persuasion', 1817, ['love']),
    ],
  },
  {
    name: 'Tove Jansson',
    born: '1914-08-09',
    country: 'FI',
    books: [
      book('Trollkarlens hatt', 1948, ['children', 'fantasy']),
      book('Sommarboken', 1972, ['short stories']),
    ],
  },
  {
    name: '한강',
    born: '1970-11-27',
    country: 'KR',
    books: [book('채식주의자', 2007, ['short stories']), book('소년이 온다', 2014, ['historical'])],
  },
  {
    name: 'Kazuo Ishiguro',
    born: '1954-11-08',
    country: 'GB',
    books: [
      book('The Remains of the Day', 1989, ['historical', 'love'], 4),
      book('Never Let Me Go', 2005, ['dystopia', 'science fiction'], 1),
      book('Klara and the Sun', 2021, ['science fiction']),
    ],
  },
  {
    name: '紫式部',
    born: null,
    country: 'JP',
    books: [book('源氏物語', 1008, ['love', 'classic', 'historical'])],
  },
  {
    name: 'José Saramago',
    born: '1922-11-16',
    country: 'PT',
    books: [
      book('Memorial do Convento', 1982, ['historical', 'magical realism']),
      book('Ensaio sobre a Cegueira', 1995, ['dystopia']),
    ],
  },
  {
    name: 'Orhan Pamuk',
    born: '1952-06-07',
    country: 'TR',
    books: [book('Benim Adım Kırmızı', 1998, ['historical', 'mystery']), book('Kar', 2002, ['mystery'])],
  },
  {
    name: 'Franz Kafka',
    born: '1883-07-03',
    country: 'CZ',
    books: [
      book('Die Verwandlung', 1915, ['short stories', 'classic']),
      book('Der Prozess', 1925, ['dystopia', 'classic']),
    ],
  },
  {
    name: 'Octavia E. Butler',
    born: '1947-06-22',
    country: 'US',
    books: [
      book('Kindred', 1979, ['science fiction', 'historical']),
      book('Parable of the Sower', 1993, ['dystopia', 'science fiction']),
    ],
  },
  {
    name: 'Elena Ferrante',
    born: null,
    country: 'IT',
    books: [
      book("I giorni dell'abbandono", 2002, ['love']),
      book("L'amica geniale", 2011, ['historical', 'love']),
    ],
  },
  {
    name: '刘慈欣',
    born: '1963-06-23',
    country: 'CN',
    books: [book('三体', 2008, ['science fiction'])],
  },
  { name: 'Σαπφώ', born: null, country: 'GR', books: [] },
];
