/** People who do not exist: the bookshop's customers, and what they wrote about books. */

export interface CustomerFact {
  readonly name: string;
  readonly email: string;
  readonly city: string | null;
}

function customer(name: string, mailbox: string, city: string | null): CustomerFact {
  return { name, email: `${mailbox}@example.com`, city };
}

export const CUSTOMERS: readonly CustomerFact[] = [
  customer('Zofia Wiśniewska', 'zofia', 'Kraków'),
  customer('Jürgen Groß', 'juergen.gross', 'Köln'),
  customer('سلمى الخطيب', 'salma', 'القاهرة'),
  customer('Aoife O’Brien', 'aoife', 'Baile Átha Cliath'),
  customer('佐藤 美咲', 'misaki.sato', '札幌'),
  customer('Thabo Nkosi', 'thabo', 'Durban'),
  customer('Ngozi Eze', 'ngozi.eze', 'Enugu'),
  customer('Lucía Fernández', 'lucia', 'Rosario'),
  customer('Åse Bjørnstad', 'ase', 'Tromsø'),
  customer('Дмитро Коваль', 'dmytro', 'Львів'),
  customer('Priya Raghunathan', 'priya', 'Chennai'),
  customer('김서연', 'seoyeon', '부산'),
  customer('Matteo D’Angelo', 'matteo', 'Bari'),
  customer('Çiğdem Yılmaz', 'cigdem', 'İzmir'),
  customer('Hannah Müller-Lüdenscheidt', 'hannah.ml', null),
  customer('Ελένη Παπαδάκη', 'eleni', 'Ηράκλειο'),
  customer('João Conceição', 'joao', 'Évora'),
  customer('Nguyễn Thị Hương', 'huong', 'Đà Nẵng'),
  customer('Ruth Adler', 'ruth', null),
  customer('Þórdís Jónsdóttir', 'thordis', 'Akureyri'),
  customer('Kwame Boateng', 'kwame', 'Kumasi'),
  customer('李雨桐', 'yutong', '成都'),
  customer('Noa Ben-David', 'noa', 'חיפה'),
  customer('Émile Lefèvre', 'emile', 'Liège'),
  customer('Katarína Žáková', 'katarina', 'Košice'),
  customer('Sam Taylor', 'sam', null),
  customer('Tevita Fonua', 'tevita', 'Nuku‘alofa'),
  customer('Anaïs Dubois', 'anais', 'Lyon'),
];

/** Review texts by the rating they go with; null: stars without a word. */
export const REVIEWS: readonly { readonly rating: number; readonly body: string | null }[] = [
  { rating: 5, body: 'Read it in one night. 🌙' },
  { rating: 5, body: null },
  { rating: 4, body: 'Slow at first, then impossible to put down.' },
  { rating: 3, body: null },
  { rating: 5, body: 'Piękna książka, wracam do niej co roku.' },
  { rating: 2, body: "Didn't finish it; the print is too small." },
  { rating: 4, body: '翻訳も素晴らしい。' },
  { rating: 4, body: null },
  { rating: 1, body: 'Arrived with "coffee" on page 12 ☕' },
  { rating: 5, body: 'رواية لا تُنسى' },
  { rating: 3, body: 'Fine, but 100% of the ending is in the blurb.' },
  { rating: 4, body: 'Ganz anders als erwartet, schön.' },
];
