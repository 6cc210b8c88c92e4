"""SQLAlchemy's side: an engine, sessions, and the tables of whatever models.py defines."""

import unittest
from typing import Any

from programs import MODELS, Ran, run, run_in_shop

SELECT = "from sqlalchemy import select, func, text\n"
MAPPED = "from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, registry\n\n"
NOTE = "    __tablename__ = 'note'\n    id: Mapped[int] = mapped_column(primary_key=True)\n"


def tables(ran: Ran) -> list[str]:
    made = [each["sql"] for each in ran.everything if each["sql"].startswith("\nCREATE TABLE ")]
    return [sql.split()[2] for sql in made]


class Models(unittest.TestCase):
    def run_with(self, models: str, script: str = "1\n", **more: Any) -> Ran:
        ran = run("sqlalchemy", SELECT + script, models=models, **more)
        self.assertEqual((ran.kind, ran.error), ("done", {}))
        return ran

    def test_classes_of_a_declarative_base(self) -> None:
        ran = self.run_with(
            MAPPED + "class Base(DeclarativeBase): ...\n\nclass Note(Base):\n" + NOTE,
            "from models import Note\nsession.add(Note())\nsession.commit()\n"
            "session.get(Note, 1).id\n",
        )
        self.assertEqual((ran.values, tables(ran)), (["1"], ["note"]))

    def test_classes_of_a_base_in_the_old_style(self) -> None:
        ran = self.run_with(
            "from sqlalchemy import Column, Integer\n"
            "from sqlalchemy.orm import declarative_base\n\n"
            "Base = declarative_base()\n\nclass Note(Base):\n    __tablename__ = 'note'\n"
            "    id = Column(Integer, primary_key=True)\n",
            "from models import Note\nsession.query(Note).all()\n",
        )
        self.assertEqual((ran.values, tables(ran)), (["[]"], ["note"]))

    def test_dataclasses(self) -> None:
        models = (
            "from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, mapped_column\n"
            "\n"
            "class Base(MappedAsDataclass, DeclarativeBase): ...\n\nclass Note(Base):\n"
            "    __tablename__ = 'note'\n"
            "    id: Mapped[int] = mapped_column(primary_key=True, init=False)\n"
            "    text: Mapped[str]\n"
        )
        ran = self.run_with(
            models,
            "from models import Note\nsession.add(Note(text='x'))\nsession.commit()\n"
            "session.get(Note, 1)\n",
        )
        self.assertEqual(ran.values, ["Note(id=1, text='x')"])

    def test_a_registry(self) -> None:
        models = MAPPED + "mapper = registry()\n\n@mapper.mapped\nclass Note:\n" + NOTE
        ran = self.run_with(
            models, "from models import Note\nsession.scalars(select(Note)).all()\n"
        )
        self.assertEqual((ran.values, tables(ran)), (["[]"], ["note"]))

    def test_tables_without_classes(self) -> None:
        models = (
            "from sqlalchemy import Column, Integer, MetaData, Table\n\n"
            "note = Table('note', MetaData(), Column('id', Integer, primary_key=True))\n"
        )
        script = "from models import note\nsession.execute(select(note)).all()\n"
        ran = self.run_with(models, script)
        self.assertEqual((ran.values, tables(ran)), (["[]"], ["note"]))

    def test_a_metadata_alone(self) -> None:
        models = (
            "from sqlalchemy import Column, Integer, MetaData, Table\n\nmetadata = MetaData()\n"
            "Table('note', metadata, Column('id', Integer, primary_key=True))\n"
        )
        self.assertEqual(tables(self.run_with(models)), ["note"])

    def test_two_collections_of_tables(self) -> None:
        models = (
            "from sqlalchemy import Column, Integer, MetaData, Table\n\n"
            "a = Table('a', MetaData(), Column('id', Integer))\n"
            "b = Table('b', MetaData(), Column('id', Integer))\n"
        )
        self.assertEqual(tables(self.run_with(models)), ["a", "b"])

    def test_classes_that_another_file_defines(self) -> None:
        files = {
            "base.py": MAPPED + "class Base(DeclarativeBase): ...\n\nclass Note(Base):\n" + NOTE
        }
        self.assertEqual(tables(self.run_with("from base import Base\n", files=files)), ["note"])

    def test_a_table_comes_after_those_that_it_refers_to(self) -> None:
        self.assertEqual(tables(run("sqlalchemy", "1\n")), ["author", "tag", "book", "book_tag"])

    def test_models_may_be_empty(self) -> None:
        self.assertEqual(tables(self.run_with("")), [])

    def test_what_only_looks_like_a_table_is_passed_over(self) -> None:
        models = (
            "class Odd:\n    metadata = 1\n    registry = 2\n\n"
            "class Raising:\n    def __getattr__(self, name):\n        raise LookupError\n\n"
            "odd, raising = Odd(), Raising()\n"
        )
        self.assertEqual(tables(self.run_with(models)), [])


class WithAnImage(unittest.TestCase):
    def test_tables_that_are_there_are_mapped(self) -> None:
        ran = run_in_shop("sqlalchemy", SELECT + "session.scalar(select(func.count(Book.id)))\n")
        self.assertEqual((ran.values, tables(ran)), (["4"], []))

    def test_those_that_are_missing_are_made(self) -> None:
        models = MODELS["sqlalchemy"] + "\n\nclass Note(Base):\n" + NOTE
        ran = run_in_shop(
            "sqlalchemy",
            "from models import Note\nsession.add(Note())\nsession.commit()\n",
            models=models,
        )
        self.assertEqual((ran.kind, tables(ran)), ("done", ["note"]))

    def test_reflection_finds_them(self) -> None:
        script = (
            "from database import engine\nfrom sqlalchemy.ext.automap import automap_base\n"
            "Base = automap_base()\nBase.prepare(autoload_with=engine)\n"
            "session.query(Base.classes.book).count()\n"
        )
        self.assertEqual(run_in_shop("sqlalchemy", script).values, ["4"])


class Sessions(unittest.TestCase):
    def test_one_is_ready(self) -> None:
        ran = run(
            "sqlalchemy", "from sqlalchemy.orm import Session\nisinstance(session, Session)\n"
        )
        self.assertEqual(ran.values, ["True"])

    def test_the_set_up_file_can_be_imported(self) -> None:
        ran = run(
            "sqlalchemy",
            "from database import engine, Session\n"
            "session.get_bind() is engine, type(session) is type(Session()), str(engine.url)\n",
        )
        self.assertEqual(ran.values, ["(True, True, 'sqlite:///db.sqlite3')"])

    def test_a_star_imports_all_models(self) -> None:
        ran = run_in_shop(
            "sqlalchemy", SELECT + "from models import *\nsession.get(Book, 1).title\n"
        )
        self.assertEqual(ran.values, ["'A0'"])

    def test_two_are_two_connections(self) -> None:
        ran = run_in_shop(
            "sqlalchemy",
            SELECT + "from database import Session\n"
            "def count(of):\n    return of.scalar(select(func.count(Tag.id)))\n"
            "session.add(Tag(name='x'))\nsession.flush()\n"
            "with Session() as other:\n    before = count(other)\nown = count(session)\n"
            "session.commit()\n"
            "with Session() as other:\n    after = count(other)\nbefore, own, after\n",
        )
        self.assertEqual(ran.values, ["(1, 2, 2)"])
        self.assertEqual(len({each["connection"] for each in ran.queries}), 2)

    def test_a_connection_of_the_engines_sees_what_was_committed(self) -> None:
        ran = run_in_shop(
            "sqlalchemy",
            SELECT + "from database import engine\nsession.add(Tag(name='x'))\nsession.flush()\n"
            "with engine.connect() as c:\n    n = c.scalar(text('SELECT count(*) FROM tag'))\n"
            "session.rollback()\nn\n",
        )
        self.assertEqual(ran.values, ["1"])

    def test_opening_a_connection_is_not_the_first_querys(self) -> None:
        ran = run_in_shop("sqlalchemy", "session.get(Tag, 1)\n")
        self.assertEqual([each["kind"] for each in ran.statements], ["select"])

    def test_the_identity_map_forgets_what_nobody_holds(self) -> None:
        # A recorder that kept an object alive would make the second one come without a statement.
        ran = run_in_shop(
            "sqlalchemy",
            "session.get(Author, 1).name\nsession.get(Author, 1).name\n"
            "kept = session.get(Author, 2)\nsession.get(Author, 2)\n",
        )
        self.assertEqual(len(ran.queries), 3)

    def test_a_set_up_file_of_ones_own_takes_its_place(self) -> None:
        files = {
            "database.py": "from sqlalchemy import create_engine\n"
            "engine = create_engine('sqlite:///db.sqlite3', echo=True)\n"
        }
        ran = run("sqlalchemy", "from database import engine\nengine.echo\n", files=files)
        self.assertEqual((ran.values, tables(ran)[0]), (["True"], "author"))
        self.assertEqual(run("sqlalchemy", "session\n", files=files).error["type"], "NameError")


class Forgetting(unittest.TestCase):
    def test_the_next_program_may_define_other_classes_of_the_same_name(self) -> None:
        base = MAPPED + "class Base(DeclarativeBase): ...\n\nclass Note(Base):\n" + NOTE
        run("sqlalchemy", "session.get(__import__('models').Note, 1)\n", models=base)
        ran = run(
            "sqlalchemy",
            "from models import Note\nsession.add(Note(text='x'))\nsession.commit()\n"
            "session.get(Note, 1).text\n",
            models=base + "    text: Mapped[str]\n",
        )
        self.assertEqual(ran.values, ["'x'"])
