"""Reading SQL: kinds of statements, and where they end."""

import sqlite3
import time
import unittest

from ormpilot.sql import is_blank, is_write, split_script, statement_kind


class Kinds(unittest.TestCase):
    def test_every_kind(self) -> None:
        cases = {
            "SELECT 1": "select",
            "  select 1": "select",
            "VALUES (1)": "select",
            "(SELECT 1)": "select",
            "INSERT INTO t VALUES (1)": "insert",
            "REPLACE INTO t VALUES (1)": "insert",
            "update t set a = 1": "update",
            "DELETE FROM t": "delete",
            "CREATE TABLE t (a)": "ddl",
            "ALTER TABLE t ADD b": "ddl",
            "DROP TABLE t": "ddl",
            "BEGIN ": "begin",
            "BEGIN IMMEDIATE": "begin",
            "COMMIT": "commit",
            "END TRANSACTION": "commit",
            "ROLLBACK": "rollback",
            "ROLLBACK TRANSACTION": "rollback",
            "ROLLBACK TO a": "rollback-to",
            'ROLLBACK TRANSACTION TO SAVEPOINT "a"': "rollback-to",
            "ROLLBACK /* TO */": "rollback",
            "SAVEPOINT a": "savepoint",
            "RELEASE SAVEPOINT a": "release",
            "PRAGMA foreign_keys": "pragma",
            "EXPLAIN QUERY PLAN DELETE FROM t": "other",
            "VACUUM": "other",
            "ATTACH 'x' AS y": "other",
            "": "other",
            "SELECTED": "other",
        }
        for sql, kind in cases.items():
            with self.subTest(sql):
                self.assertEqual(statement_kind(sql), kind)

    def test_comments_before_a_statement_do_not_count(self) -> None:
        self.assertEqual(statement_kind("-- DELETE\n/* UPDATE */ ; SELECT 1"), "select")
        self.assertEqual(statement_kind("/**/INSERT INTO t VALUES (1)"), "insert")
        self.assertEqual(statement_kind("/* no end"), "other")

    def test_with_counts_as_what_it_leads_to(self) -> None:
        cases = {
            "WITH a AS (SELECT 1) SELECT * FROM a": "select",
            "WITH RECURSIVE a(n) AS (VALUES (1) UNION SELECT n FROM a), b AS NOT MATERIALIZED"
            " (SELECT 2) DELETE FROM t": "delete",
            "WITH a AS (SELECT ')' AS \"insert(\", '(') INSERT INTO t SELECT * FROM a": "insert",
            "WITH [update] AS (SELECT 1 /* ) delete */) -- insert\n REPLACE INTO t SELECT 1": (
                "insert"
            ),
            "WITH a AS (DELETE FROM t) UPDATE t SET a = 1": "update",
            "WITH a AS (": "other",
        }
        for sql, kind in cases.items():
            with self.subTest(sql):
                self.assertEqual(statement_kind(sql), kind)

    def test_a_long_comment_takes_no_time(self) -> None:
        started = time.perf_counter()
        for filling in (
            "-- x\n" * 200_000,
            "/*" + "*" * 1_000_000 + "*/",
            " " * 1_000_000,
            "/*" * 500_000,
        ):
            statement_kind(filling + "SELECT 1")
            is_blank(filling + "x")
            is_write(filling + "x")
        self.assertLess(time.perf_counter() - started, 10)


class Ends(unittest.TestCase):
    def test_texts_without_a_statement(self) -> None:
        for text in ("", " \t\n", ";;", "-- x", "/* x */;", "/* no end"):
            self.assertTrue(is_blank(text), text)
        for text in ("SELECT 1", "; x", "/* x */ -", "'"):
            self.assertFalse(is_blank(text), text)

    def test_writes_are_what_the_driver_takes_for_writes(self) -> None:
        connection = sqlite3.connect(":memory:")
        connection.executescript("CREATE TABLE t (a); CREATE TABLE u (a)")
        texts = [
            "INSERT INTO t VALUES (1)",
            "\tinsert into t values (1)",
            "/* x */ UPDATE t SET a = 2",
            "-- x\nDELETE FROM t",
            "REPLACE INTO t VALUES (1)",
            "WITH x AS (SELECT 1) INSERT INTO t SELECT * FROM x",
            "SELECT 1",
            "EXPLAIN DELETE FROM t",
            "VALUES (1)",
            "DROP TABLE u",
            "/* DELETE */ SELECT 1",
            "-- DELETE\nSELECT 1",
        ]
        for text in texts:
            with self.subTest(text):
                connection.execute(text).fetchall()
                self.assertEqual(is_write(text), connection.in_transaction)
                connection.rollback()
        connection.close()

    def test_a_script_ends_where_sqlite_ends_it(self) -> None:
        scripts = [
            "SELECT 1",
            "SELECT 1;",
            ";;SELECT 1;; SELECT 2 ;-- end",
            'SELECT \';\'; SELECT ";" FROM (SELECT 1 AS ";"); SELECT 1 AS [;], 2 AS `;`;',
            "SELECT 'it''s; so' /* ; */ -- ;\n; SELECT 2",
            "CREATE TABLE t (a); CREATE TEMP TRIGGER x AFTER INSERT ON t"
            " BEGIN SELECT 1; SELECT CASE WHEN 1 THEN 2 END; END; "
            "INSERT INTO t VALUES (1);",
            "",
            " -- nothing",
            "/* é */ SELECT 'é😀';\r\n\fSELECT 2",
        ]
        for script in scripts:
            connection = sqlite3.connect(":memory:")
            executed: list[str] = []
            connection.set_trace_callback(executed.append)
            connection.executescript(script)
            connection.close()
            with self.subTest(script):
                # A trigger repeats the statement that fired it.
                distinct = [
                    text
                    for place, text in enumerate(executed)
                    if not place or text != executed[place - 1]
                ]
                self.assertEqual(split_script(script), distinct)
