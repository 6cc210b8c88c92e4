from sqlalchemy import select
from sqlalchemy.exc import InvalidRequestError
from sqlalchemy.orm import joinedload, raiseload, selectinload

from database import Session
from models import Book

# %% Read each author
running_low = select(Book).where(Book.stock < 5).order_by(Book.title)
with Session() as session:
    books = session.scalars(running_low)
    lines = [f"{book.title}, {book.author.name}" for book in books]
lines

# %% Fix it with a join
with Session() as session:
    books = session.scalars(running_low.options(joinedload(Book.author)))
    lines = [f"{book.title}, {book.author.name}" for book in books]
lines

# %% Fix it with a second query
with Session() as session:
    books = session.scalars(running_low.options(selectinload(Book.author)))
    lines = [f"{book.title}, {book.author.name}" for book in books]
lines

# %% Refuse the hidden query
with Session() as session:
    book = session.scalars(running_low.options(raiseload(Book.author)).limit(1)).one()
    try:
        answer = book.author.name
    except InvalidRequestError as error:
        answer = str(error)
answer
