"""The programs of SQLAlchemy that `trace_cost` measures: a mixed script and a loop of inserts."""

from collections.abc import Callable
from typing import Any, Final

from sqlalchemy import create_engine, insert
from sqlalchemy.orm import Session

_MODELS: Final = """
from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

class Base(DeclarativeBase):
    pass

class Author(Base):
    __tablename__ = "author"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]

class Book(Base):
    __tablename__ = "book"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    year: Mapped[int]
    author_id: Mapped[int] = mapped_column(ForeignKey("author.id"))
    author: Mapped[Author] = relationship()
"""

_MIXED: Final = """
from sqlalchemy import delete, func, select
from sqlalchemy.orm import joinedload

for number in range(67):
    author = session.get(Author, number + 1)
    session.scalars(select(Book).where(Book.author_id == author.id)).all()
    author.name = f"Changed {number}"
    session.commit()
    session.scalar(select(func.count()).select_from(Book).where(Book.year > 1900 + number))
    session.add(Book(title=f"Book {number}", year=number, author=author))
    session.flush()
    session.scalars(
        select(Book).options(joinedload(Book.author)).where(Book.year == 1900 + number).limit(20)
    ).all()
    session.execute(delete(Book).where(Book.title == f"Book {number - 50}"))
    session.commit()
    [book.author.name for book in session.scalars(select(Book).order_by(Book.title).limit(2))]
"""

_INSERTS: Final = """
for number in range(1000):
    session.add(Author(name=f"Author {number}"))
    session.flush()
"""

_names: Final[dict[str, Any]] = {"__name__": "models"}
exec(compile(_MODELS, "models.py", "exec"), _names)


def _prepare(source: str) -> Callable[[], object]:
    """Open a database in memory, with some authors and books in it."""
    author, book = _names["Author"], _names["Book"]
    engine = create_engine("sqlite://")
    _names["Base"].metadata.create_all(engine)
    session = Session(engine)
    session.execute(insert(author), [{"name": f"Author {n}"} for n in range(200)])
    session.execute(
        insert(book),
        [
            {"title": f"Title {n}", "year": 1900 + n % 100, "author_id": 1 + n % 200}
            for n in range(400)
        ],
    )
    session.commit()
    code = compile(source, "script.py", "exec")
    return lambda: exec(code, {"Author": author, "Book": book, "session": session})


PROGRAMS: Final[dict[str, Callable[[], Callable[[], object]]]] = {
    "mixed": lambda: _prepare(_MIXED),
    "inserts": lambda: _prepare(_INSERTS),
}
