from decimal import Decimal

from sqlalchemy import select, update
from sqlalchemy.orm.exc import DetachedInstanceError

from database import Session
from models import Book

# %% Get the same row twice
session = Session()
first = session.get_one(Book, 5)
second = session.get_one(Book, 5)
first is second

# %% Change one, look at the other
first.stock = 99
second.stock

# %% Save, then read on
session.commit()
(first.title, first.stock)

# %% Query a row that somebody changed
find_kindred = select(Book).where(Book.title == "Kindred")
kindred = session.scalars(find_kindred).one()
with Session.begin() as other:
    other.execute(update(Book).where(Book.title == "Kindred").values(price=Decimal("5.00")))
again = session.scalars(find_kindred).one()
(kindred.price == Decimal("5.00"), again.price == Decimal("5.00"))

# %% Ask for the current value
session.refresh(kindred)
kindred.price

# %% Follow a relation later
with Session() as session:
    book = session.scalars(find_kindred).one()
try:
    answer = book.author.name
except DetachedInstanceError as error:
    answer = type(error).__name__
answer
