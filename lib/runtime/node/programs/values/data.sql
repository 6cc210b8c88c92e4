CREATE TABLE item (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  price DECIMAL(10, 2),
  made DATE,
  changed DATETIME,
  photo BLOB,
  shelf_id INTEGER REFERENCES shelf (id)
);
CREATE TABLE shelf (id INTEGER PRIMARY KEY, label TEXT NOT NULL);
INSERT INTO shelf VALUES (1, 'Čaj'), (2, '茶');
INSERT INTO item VALUES
  (1, 'Sencha', '12.50', '2024-02-29', '2024-02-29 12:30:00', x'00ff', 2),
  (2, 'Earl Grey', '7.00', NULL, NULL, NULL, 1),
  (3, 'O''Sulloc 🍵', NULL, '1999-12-31', '1999-12-31 23:59:59.123456', x'', NULL);
