from sqlalchemy import func, select

from database import Session
from models import Author, Book

# %% Create
session = Session()
lem = Author(name="Stanisław Lem")
solaris = Book(title="Solaris", published=1961, author=lem)
session.add(solaris)
session.commit()
f"{solaris.title} has number {solaris.id}"

# %% Create several
session.add_all(
    [
        Book(title="Cyberiada", published=1965, author=lem),
        Book(title="Głos Pana", published=1968, author=lem),
        Book(title="Golem XIV", published=1973, author=lem),
    ]
)
session.commit()
session.scalar(select(func.count()).select_from(Book))

# %% Read one
book = session.scalars(select(Book).where(Book.title == "Solaris")).one()
(book.id, book.title, book.published)

# %% Filter and sort
newer = select(Book).where(Book.published > 1962).order_by(Book.published.desc())
[f"{book.title} ({book.published})" for book in session.scalars(newer)]

# %% Change
book = session.scalars(select(Book).where(Book.title == "Golem XIV")).one()
book.published = 1981
session.commit()

# %% Delete
book = session.scalars(select(Book).where(Book.title == "Cyberiada")).one()
session.delete(book)
session.commit()
session.execute(select(Book.title, Book.published).order_by(Book.title)).all()
