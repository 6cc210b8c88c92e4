from datetime import date
from decimal import Decimal

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import joinedload, selectinload

from database import Session
from models import Author, Book, Genre

# %% Write
author = Author(name="A", born=date(1900, 1, 1))
genre = Genre(name="G")
session.add(author)
session.add_all(
    [Book(title=f"B{n}", price=Decimal(n), author=author, genres={genre}) for n in range(3)]
)
session.commit()
session.execute(insert(Genre), [{"name": "H"}, {"name": "I"}])
session.execute(update(Book).where(Book.price > 1).values(price=Book.price + 1))
author.name = "Z"
session.flush()
session.refresh(author)

# %% Read
both = select(Book).options(joinedload(Book.author), selectinload(Book.genres)).order_by(Book.title)
session.scalars(both).all()
count = func.count(Book.id)
session.execute(
    select(Author.name, count).join(Author.books).group_by(Author.id).having(count > 0)
).all()
session.execute(select(Book.title, func.row_number().over(order_by=Book.title))).all()
session.scalar(select(func.count()).select_from(Book)), session.get(Author, 1)
with Session() as other:
    [
        book.author.name
        for book in other.scalars(select(Book).where(Book.title.ilike("b%")).limit(2))
    ]

# %% Transactions
try:
    with session.begin_nested():
        session.add(Genre(name="G"))
except IntegrityError:
    pass
session.execute(delete(Genre).where(Genre.name == "I"))
session.delete(author)
session.commit()
session.scalars(select(Author)).all()

# %% End
session.close()
