/** The bookshop's tables, as Django's schema editor would create them on SQLite. */
export const BOOKSHOP_TABLES = `
CREATE TABLE author (
    id integer NOT NULL PRIMARY KEY AUTOINCREMENT,
    name varchar(100) NOT NULL,
    born date NULL,
    country varchar(2) NOT NULL
);
CREATE TABLE book (
    id integer NOT NULL PRIMARY KEY AUTOINCREMENT,
    title varchar(200) NOT NULL,
    published integer NOT NULL,
    price decimal(6, 2) NOT NULL,
    stock integer NOT NULL,
    author_id bigint NOT NULL REFERENCES author (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT book_stock_not_negative CHECK (stock >= 0)
);
CREATE INDEX book_author_id ON book (author_id);
CREATE TABLE genre (
    id integer NOT NULL PRIMARY KEY AUTOINCREMENT,
    name varchar(40) NOT NULL UNIQUE
);
CREATE TABLE book_genre (
    id integer NOT NULL PRIMARY KEY AUTOINCREMENT,
    book_id bigint NOT NULL REFERENCES book (id) DEFERRABLE INITIALLY DEFERRED,
    genre_id bigint NOT NULL REFERENCES genre (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE UNIQUE INDEX book_genre_uniq ON book_genre (book_id, genre_id);
CREATE INDEX book_genre_genre_id ON book_genre (genre_id);
CREATE TABLE customer (
    id integer NOT NULL PRIMARY KEY AUTOINCREMENT,
    name varchar(100) NOT NULL,
    email varchar(254) NOT NULL UNIQUE,
    city varchar(60) NULL,
    joined date NOT NULL
);
CREATE TABLE purchase (
    id integer NOT NULL PRIMARY KEY AUTOINCREMENT,
    customer_id bigint NOT NULL REFERENCES customer (id) DEFERRABLE INITIALLY DEFERRED,
    placed date NOT NULL,
    status varchar(10) NOT NULL,
    shipped date NULL
);
CREATE INDEX purchase_customer_id ON purchase (customer_id);
CREATE TABLE purchase_line (
    id integer NOT NULL PRIMARY KEY AUTOINCREMENT,
    purchase_id bigint NOT NULL REFERENCES purchase (id) DEFERRABLE INITIALLY DEFERRED,
    book_id bigint NOT NULL REFERENCES book (id) DEFERRABLE INITIALLY DEFERRED,
    quantity integer NOT NULL,
    unit_price decimal(6, 2) NOT NULL
);
CREATE INDEX purchase_line_purchase_id ON purchase_line (purchase_id);
CREATE INDEX purchase_line_book_id ON purchase_line (book_id);
CREATE TABLE review (
    id integer NOT NULL PRIMARY KEY AUTOINCREMENT,
    book_id bigint NOT NULL REFERENCES book (id) DEFERRABLE INITIALLY DEFERRED,
    customer_id bigint NOT NULL REFERENCES customer (id) DEFERRABLE INITIALLY DEFERRED,
    rating smallint NOT NULL,
    body text NULL,
    written date NOT NULL
);
CREATE UNIQUE INDEX review_once ON review (book_id, customer_id);
`;
