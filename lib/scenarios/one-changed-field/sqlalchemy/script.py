from decimal import Decimal

from sqlalchemy import select, update

from database import Session
from models import Book

# %% Change the price
find_solaris = select(Book).where(Book.title == "Solaris")
with Session.begin() as session:
    solaris = session.scalars(find_solaris).one()
    solaris.price = Decimal("11.50")

# %% Set the price that it has
with Session.begin() as session:
    solaris = session.scalars(find_solaris).one()
    solaris.price = Decimal("11.50")

# %% Write the price and nothing else
with Session.begin() as session:
    solaris = session.scalars(find_solaris).one()
    solaris.price = Decimal("12.00")

# %% Two people change one book
with Session() as your_session, Session() as my_session:
    yours = your_session.scalars(find_solaris).one()
    mine = my_session.scalars(find_solaris).one()
    yours.price = Decimal("9.90")
    your_session.commit()
    mine.stock = 40
    my_session.commit()
with Session() as session:
    now = session.execute(select(Book.price, Book.stock).where(Book.title == "Solaris")).one()
now

# %% Let the database count
with Session.begin() as session:
    session.execute(update(Book).where(Book.title == "Solaris").values(stock=Book.stock - 1))
    stock = session.scalars(select(Book.stock).where(Book.title == "Solaris")).one()
stock
