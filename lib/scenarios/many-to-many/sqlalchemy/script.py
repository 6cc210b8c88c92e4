from sqlalchemy import func, select
from sqlalchemy.orm import selectinload

from database import Session
from models import Book, Genre

# %% Add a genre
session = Session()
book = session.scalars(select(Book).where(Book.title == "Solaris")).one()
love = session.scalars(select(Genre).where(Genre.name == "love")).one()
book.genres.add(love)
session.commit()

# %% Read the genres
sorted(genre.name for genre in book.genres)

# %% Add it once more
book.genres.add(love)
session.commit()

# %% Remove it
book.genres.remove(love)
session.commit()
sorted(genre.name for genre in book.genres)

# %% List books with their genres
old = select(Book).where(Book.published < 1930).order_by(Book.published)
[(book.title, sorted(genre.name for genre in book.genres)) for book in session.scalars(old)]

# %% List them with two statements
old = old.options(selectinload(Book.genres))
[(book.title, sorted(genre.name for genre in book.genres)) for book in session.scalars(old)]

# %% Find books that are both
both = select(Book.title).where(
    Book.genres.any(Genre.name == "satire"), Book.genres.any(Genre.name == "classic")
)
session.scalars(both.order_by(Book.title)).all()

# %% Count books by genre
amount = func.count(Book.id)
counted = select(Genre.name, amount).outerjoin(Genre.books).group_by(Genre.id)
session.execute(counted.order_by(amount.desc(), Genre.name)).all()
