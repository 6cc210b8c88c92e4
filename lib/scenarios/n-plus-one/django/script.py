from django.core.exceptions import FieldFetchBlocked
from django.db.models import FETCH_PEERS, FETCH_RAISE

from models import Book

# %% Read each author
running_low = Book.objects.filter(stock__lt=5).order_by("title")
[f"{book.title}, {book.author.name}" for book in running_low]

# %% Fix it with a join
books = running_low.select_related("author")
[f"{book.title}, {book.author.name}" for book in books]

# %% Fix it with a second query
books = running_low.prefetch_related("author")
[f"{book.title}, {book.author.name}" for book in books]

# %% Refuse the hidden query
book = running_low.fetch_mode(FETCH_RAISE)[0]
try:
    answer = book.author.name
except FieldFetchBlocked as error:
    answer = str(error)
answer

# %% Fetch for all books when the first one asks
books = running_low.fetch_mode(FETCH_PEERS)
[f"{book.title}, {book.author.name}" for book in books]
