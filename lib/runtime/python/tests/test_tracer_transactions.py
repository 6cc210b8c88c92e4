"""BEGIN, COMMIT and ROLLBACK in their places, compared with SQLite's own statement trace."""

import sqlite3
from typing import Any

from traced import TracedCase


class TransactionCase(TracedCase):
    """Tests on a database of two tables, with the transaction control that each asks for."""

    def open(self, **options: Any) -> sqlite3.Connection:
        """Open a database with a table `t`, empty, and forget how that was done."""
        self.connection = self.connect(**options)
        mode = self.connection.autocommit
        self.connection.autocommit = True
        self.connection.executescript(
            "CREATE TABLE t (a UNIQUE);"
            "CREATE TABLE child (t REFERENCES t (a) DEFERRABLE INITIALLY DEFERRED);"
            "PRAGMA foreign_keys = ON"
        )
        self.connection.autocommit = mode
        self.records()
        self.executed = self.witness(self.connection)
        return self.connection

    def expect(self, *texts: str) -> None:
        """Check that the records say `texts`, and SQLite the same."""
        self.assertEqual(self.sql(), list(texts))
        self.assertEqual(self.executed, list(texts))
        self.executed.clear()


class Transactions(TransactionCase):
    def test_the_drivers_own_begin_stands_before_the_first_write(self) -> None:
        connection = self.open()
        connection.execute("SELECT 1")
        connection.execute("-- first\nINSERT INTO t VALUES (1)")
        connection.execute("INSERT INTO t VALUES (2)")
        connection.commit()
        connection.commit()
        connection.rollback()
        self.expect(
            "SELECT 1",
            "BEGIN ",
            "-- first\nINSERT INTO t VALUES (1)",
            "INSERT INTO t VALUES (2)",
            "COMMIT",
        )

    def test_each_kind_of_write_begins(self) -> None:
        connection = self.open()
        for sql in ("update t set a = 1", " REPLACE INTO t VALUES (1)", "/* x */DELETE FROM t"):
            connection.execute(sql)
            connection.rollback()
            self.expect("BEGIN ", sql, "ROLLBACK")

    def test_what_is_no_write_to_the_driver_does_not_begin(self) -> None:
        connection = self.open()
        sql = "WITH x AS (SELECT 1) INSERT INTO t SELECT * FROM x"
        connection.execute(sql)
        connection.execute("CREATE TABLE u (a)")
        self.expect(sql, "CREATE TABLE u (a)")

    def test_the_isolation_level_is_part_of_begin(self) -> None:
        for level, begin in (
            ("IMMEDIATE", "BEGIN IMMEDIATE"),
            ("exclusive", "BEGIN EXCLUSIVE"),
            ("", "BEGIN "),
        ):
            connection = self.open(isolation_level=level)
            connection.execute("DELETE FROM t")
            self.expect(begin, "DELETE FROM t")

    def test_a_changed_isolation_level_changes_begin(self) -> None:
        connection = self.open()
        connection.isolation_level = "IMMEDIATE"
        self.assertEqual(connection.isolation_level, "IMMEDIATE")
        connection.execute("DELETE FROM t")
        self.expect("BEGIN IMMEDIATE", "DELETE FROM t")

    def test_without_isolation_level_nothing_is_added(self) -> None:
        connection = self.open(isolation_level=None)
        connection.execute("INSERT INTO t VALUES (1)")
        connection.commit()
        connection.execute("BEGIN")
        connection.execute("SAVEPOINT a")
        connection.execute("RELEASE a")
        connection.commit()
        self.expect("INSERT INTO t VALUES (1)", "BEGIN", "SAVEPOINT a", "RELEASE a", "COMMIT")

    def test_setting_the_isolation_level_to_none_commits(self) -> None:
        connection = self.open()
        connection.execute("DELETE FROM t")
        connection.isolation_level = None
        self.assertFalse(connection.in_transaction)
        connection.execute("DELETE FROM t")
        self.expect("BEGIN ", "DELETE FROM t", "COMMIT", "DELETE FROM t")
        with self.assertRaises(AttributeError):
            del connection.isolation_level
        with self.assertRaises((TypeError, ValueError)):
            connection.isolation_level = "WRONG"  # type: ignore[assignment]

    def test_executemany_begins_once_before_its_iterator_is_asked(self) -> None:
        connection = self.open()

        def sets() -> Any:
            yield (connection.execute("SELECT 1").fetchone()[0],)
            yield (2,)

        connection.executemany("INSERT INTO t VALUES (?)", sets())
        connection.commit()
        self.assertEqual(self.sql(), ["BEGIN ", "INSERT INTO t VALUES (?)", "SELECT 1", "COMMIT"])
        self.assertEqual(
            self.executed,
            [
                "BEGIN ",
                "SELECT 1",
                "INSERT INTO t VALUES (1)",
                "INSERT INTO t VALUES (2)",
                "COMMIT",
            ],
        )
        connection.executemany("INSERT INTO t VALUES (?)", [])
        self.assertEqual(self.sql(), ["BEGIN ", "INSERT INTO t VALUES (?)"])

    def test_a_with_block_commits(self) -> None:
        connection = self.open()
        with connection as entered:
            self.assertIs(entered, connection)
            connection.execute("INSERT INTO t VALUES (1)")
        with connection:
            pass
        self.expect("BEGIN ", "INSERT INTO t VALUES (1)", "COMMIT")

    def test_a_with_block_rolls_back_after_an_exception(self) -> None:
        connection = self.open()
        with self.assertRaises(LookupError), connection:
            connection.execute("INSERT INTO t VALUES (1)")
            raise LookupError
        with self.assertRaises(LookupError), connection:
            raise LookupError
        self.expect("BEGIN ", "INSERT INTO t VALUES (1)", "ROLLBACK")

    def test_a_commit_that_fails(self) -> None:
        connection = self.open()
        connection.execute("INSERT INTO child VALUES (9)")
        with self.assertRaisesRegex(sqlite3.IntegrityError, "FOREIGN KEY constraint failed"):
            connection.commit()
        record = self.last()
        self.assertEqual(record.sql, "COMMIT")
        self.assertEqual(record.error, ("sqlite3.IntegrityError", "FOREIGN KEY constraint failed"))
        connection.rollback()
        self.assertEqual(self.sql(), ["ROLLBACK"])

    def test_a_with_block_whose_commit_fails(self) -> None:
        connection = self.open()
        with self.assertRaisesRegex(sqlite3.IntegrityError, "FOREIGN KEY"), connection:
            connection.execute("INSERT INTO child VALUES (9)")
        self.expect("BEGIN ", "INSERT INTO child VALUES (9)", "COMMIT", "ROLLBACK")

    def test_a_write_that_fails_after_begin(self) -> None:
        connection = self.open()
        connection.execute("INSERT INTO t VALUES (1)")
        connection.commit()
        with self.assertRaises(sqlite3.IntegrityError):
            connection.execute("INSERT INTO t VALUES (1)")
        self.assertTrue(connection.in_transaction)
        connection.rollback()
        with self.assertRaises(sqlite3.IntegrityError):
            connection.execute("INSERT OR ROLLBACK INTO t VALUES (1)")
        self.assertFalse(connection.in_transaction)
        with self.assertRaises(sqlite3.ProgrammingError):
            connection.execute("DELETE FROM t WHERE a = ?", (1, 2))
        self.assertEqual(
            self.sql(),
            [
                "BEGIN ", "INSERT INTO t VALUES (1)", "COMMIT",
                "BEGIN ", "INSERT INTO t VALUES (1)", "ROLLBACK",
                "BEGIN ", "INSERT OR ROLLBACK INTO t VALUES (1)",
                "BEGIN ", "DELETE FROM t WHERE a = ?",
            ],
        )  # fmt: skip
        self.assertEqual(self.executed[-1], "BEGIN ")

    def test_a_begin_that_gets_no_lock(self) -> None:
        import pathlib
        import tempfile

        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "a.sqlite")
            first = sqlite3.connect(path, isolation_level=None)
            first.executescript("CREATE TABLE t (a); BEGIN IMMEDIATE")
            second = sqlite3.connect(path, timeout=0, isolation_level="IMMEDIATE")
            self.records()
            with self.assertRaisesRegex(sqlite3.OperationalError, "database is locked"):
                second.execute("INSERT INTO t VALUES (1)")
            begin, insert = self.records()
            self.assertEqual(begin.error, ("sqlite3.OperationalError", "database is locked"))
            self.assertEqual(insert.error, begin.error)
            first.close()
            second.close()

    def test_explicit_statements_are_statements(self) -> None:
        connection = self.open()
        texts = [
            "BEGIN",
            "INSERT INTO t VALUES (1)",
            "SAVEPOINT a",
            "ROLLBACK TO a",
            "RELEASE a",
            "END",
        ]
        for text in texts:
            connection.execute(text)
        self.expect(*texts)

    def test_closing_rolls_back_without_a_statement(self) -> None:
        connection = self.open()
        connection.execute("INSERT INTO t VALUES (1)")
        connection.close()
        self.expect("BEGIN ", "INSERT INTO t VALUES (1)")


class Autocommit(TransactionCase):
    def test_a_transaction_is_always_open_where_it_is_false(self) -> None:
        connection = self.open(autocommit=False)
        self.assertTrue(connection.in_transaction)
        connection.execute("INSERT INTO t VALUES (1)")
        connection.commit()
        connection.rollback()
        with connection:
            connection.execute("SELECT 1")
        with self.assertRaises(LookupError), connection:
            raise LookupError
        self.expect(
            "INSERT INTO t VALUES (1)", "COMMIT", "BEGIN", "ROLLBACK", "BEGIN",
            "SELECT 1", "COMMIT", "BEGIN", "ROLLBACK", "BEGIN",
        )  # fmt: skip

    def test_the_first_begin_is_sent_by_connecting(self) -> None:
        connection = self.connect(autocommit=False)
        self.assertTrue(connection.in_transaction)
        self.assertEqual(self.sql(), ["BEGIN"])

    def test_closing_says_rollback(self) -> None:
        connection = self.open(autocommit=False)
        connection.execute("INSERT INTO t VALUES (1)")
        connection.close()
        self.expect("INSERT INTO t VALUES (1)", "ROLLBACK")

    def test_a_commit_that_fails_in_a_with_block(self) -> None:
        connection = self.open(autocommit=False)
        connection.execute("INSERT INTO child VALUES (9)")
        self.records()
        self.executed.clear()
        with self.assertRaises(sqlite3.IntegrityError), connection:
            pass
        self.expect("COMMIT", "ROLLBACK", "BEGIN")

    def test_nothing_is_sent_where_it_is_true(self) -> None:
        connection = self.open(autocommit=True)
        connection.execute("INSERT INTO t VALUES (1)")
        connection.commit()
        connection.rollback()
        with connection:
            pass
        self.expect("INSERT INTO t VALUES (1)")

    def test_changing_it(self) -> None:
        connection = self.open(autocommit=False)
        connection.autocommit = True
        self.assertIs(connection.autocommit, True)
        self.expect("COMMIT")
        connection.autocommit = False
        connection.autocommit = False
        self.expect("BEGIN")
        connection.autocommit = sqlite3.LEGACY_TRANSACTION_CONTROL
        connection.commit()
        connection.execute("DELETE FROM t")
        self.expect("COMMIT", "BEGIN ", "DELETE FROM t")
        with self.assertRaises(ValueError):
            connection.autocommit = 7  # type: ignore[assignment]

    def test_the_isolation_level_does_not_matter_to_it(self) -> None:
        connection = self.open(autocommit=False)
        connection.isolation_level = None
        self.expect("COMMIT", "BEGIN")


class Scripts(TransactionCase):
    def test_each_statement_of_a_script(self) -> None:
        connection = self.open()
        connection.executescript(
            "; SELECT 1;\n -- é\n INSERT INTO t VALUES (';') ;; ;/* ; */;\nSELECT 2;"
            " SELECT 3 -- end"
        )
        self.expect(
            "; SELECT 1;",
            "\n -- é\n INSERT INTO t VALUES (';') ;",
            "; ;/* ; */;\nSELECT 2;",
            " SELECT 3 -- end",
        )

    def test_a_trigger_is_one_statement(self) -> None:
        connection = self.open()
        trigger = "CREATE TRIGGER x AFTER INSERT ON child BEGIN DELETE FROM t; SELECT 1; END;"
        connection.executescript(f"{trigger} SELECT 1")
        self.expect(trigger, " SELECT 1")

    def test_a_script_commits_the_open_transaction_first(self) -> None:
        connection = self.open()
        connection.execute("INSERT INTO t VALUES (1)")
        connection.executescript("SELECT 1")
        self.expect("BEGIN ", "INSERT INTO t VALUES (1)", "COMMIT", "SELECT 1")
        connection.execute("INSERT INTO t VALUES (2)")
        connection.cursor().executescript("")
        self.expect("BEGIN ", "INSERT INTO t VALUES (2)", "COMMIT")

    def test_a_script_does_not_commit_where_autocommit_is_set(self) -> None:
        connection = self.open(autocommit=False)
        connection.executescript("SELECT 1; SELECT 2")
        self.expect("SELECT 1;", " SELECT 2")

    def test_a_script_that_fails_is_shown_whole(self) -> None:
        connection = self.open()
        script = "INSERT INTO t VALUES (1); INSERT INTO t VALUES (1); SELECT 1"
        with self.assertRaisesRegex(sqlite3.IntegrityError, "UNIQUE"):
            connection.executescript(script)
        (record,) = self.records()
        self.assertEqual(
            (record.sql, record.error),
            (script, ("sqlite3.IntegrityError", "UNIQUE constraint failed: t.a")),
        )

    def test_a_script_whose_first_commit_fails(self) -> None:
        connection = self.open()
        connection.execute("INSERT INTO child VALUES (9)")
        self.records()
        with self.assertRaisesRegex(sqlite3.IntegrityError, "FOREIGN KEY"):
            connection.executescript("SELECT 1")
        commit, script = self.records()
        self.assertEqual((commit.sql, script.sql), ("COMMIT", "SELECT 1"))
        self.assertIsNotNone(commit.error)
        self.assertIsNotNone(script.error)

    def test_a_long_script_is_split_in_reasonable_time(self) -> None:
        connection = self.open()
        literal = "'" + ";" * 100_000 + "'"
        connection.executescript(f"SELECT {literal};" + "INSERT INTO child VALUES (NULL);" * 2_000)
        self.assertEqual(len(self.records()), 2_001)

    def test_time_is_shared_among_the_statements(self) -> None:
        connection = self.open()
        before = self.log.sqlite_ns
        connection.executescript("SELECT 1; SELECT 2; SELECT 3")
        shares = [record.ns for record in self.records()]
        self.assertEqual(len(set(shares)), 1)
        self.assertLess(abs(self.log.sqlite_ns - before - sum(shares)), 3)
