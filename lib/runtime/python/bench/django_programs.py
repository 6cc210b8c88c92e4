"""The programs of Django that `trace_cost` measures: a mixed script and a loop of inserts."""

import os
from collections.abc import Callable
from typing import Any, Final

# An interpreter in a browser always has an event loop, in which Django refuses to query.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")

import django
from django.conf import settings
from django.db import connection

settings.configure(
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    USE_TZ=False,
)
django.setup()

_MODELS: Final = """
from django.db import models

class Author(models.Model):
    name = models.CharField(max_length=99)

    class Meta:
        app_label = "bench"

class Book(models.Model):
    title = models.CharField(max_length=99)
    year = models.IntegerField()
    author = models.ForeignKey(Author, models.CASCADE)

    class Meta:
        app_label = "bench"
"""

_MIXED: Final = """
from django.db import transaction

for number in range(67):
    author = Author.objects.get(pk=number + 1)
    list(Book.objects.filter(author=author))
    author.name = f"Changed {number}"
    author.save(update_fields=["name"])
    Book.objects.filter(year__gt=1900 + number).count()
    with transaction.atomic():
        Book.objects.create(title=f"Book {number}", year=number, author=author)
    list(Book.objects.select_related("author").filter(year=1900 + number)[:20])
    Author.objects.filter(name__startswith="Changed").exists()
    Book.objects.filter(title=f"Book {number - 50}").delete()
    [book.author.name for book in Book.objects.order_by("title")[:2]]
"""

_INSERTS: Final = """
for number in range(1000):
    Author.objects.create(name=f"Author {number}")
"""

_names: Final[dict[str, Any]] = {"__name__": "models"}
exec(compile(_MODELS, "models.py", "exec"), _names)


def _prepare(source: str) -> Callable[[], object]:
    """Open a database in memory, with some authors and books in it."""
    author, book = _names["Author"], _names["Book"]
    # Django keeps a database in memory open on `close()`; dropping the connection ends it.
    connection.connection = None
    connection.connect()
    with connection.schema_editor() as editor:
        editor.create_model(author)
        editor.create_model(book)
    author.objects.bulk_create([author(name=f"Author {n}") for n in range(200)])
    book.objects.bulk_create(
        [book(title=f"Title {n}", year=1900 + n % 100, author_id=1 + n % 200) for n in range(400)]
    )
    code = compile(source, "script.py", "exec")
    return lambda: exec(code, {"Author": author, "Book": book})


PROGRAMS: Final[dict[str, Callable[[], Callable[[], object]]]] = {
    "mixed": lambda: _prepare(_MIXED),
    "inserts": lambda: _prepare(_INSERTS),
}
