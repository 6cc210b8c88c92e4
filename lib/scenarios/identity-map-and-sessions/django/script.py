from decimal import Decimal

from models import Book

# %% Get the same row twice
first = Book.objects.get(pk=5)
second = Book.objects.get(pk=5)
first is second

# %% Change one, look at the other
first.stock = 99
second.stock

# %% Save, then read on
first.save(update_fields=["stock"])
(first.title, first.stock)

# %% Query a row that somebody changed
kindred = Book.objects.get(title="Kindred")
Book.objects.filter(title="Kindred").update(price=Decimal("5.00"))
again = Book.objects.get(title="Kindred")
(kindred.price == Decimal("5.00"), again.price == Decimal("5.00"))

# %% Ask for the current value
kindred.refresh_from_db()
kindred.price

# %% Follow a relation later
book = Book.objects.get(title="Kindred")
book.author.name
