from datetime import date
from decimal import Decimal

from django.db import IntegrityError, transaction
from django.db.models import Avg, Count, F, Q, Window
from django.db.models.functions import Lower, RowNumber, TruncMonth

from models import Author, Book, Genre

# %% Write
author = Author.objects.create(name="A", born=date(1900, 1, 1))
Book.objects.bulk_create([Book(title=f"B{n}", price=Decimal(n), author=author) for n in range(3)])
book = Book.objects.get(title="B1")
book.genres.add(Genre.objects.create(name="G"))
book.price = F("price") + 1
book.save()
book.refresh_from_db()
Book.objects.filter(Q(price__gt=1) | Q(title="B0")).update(price=5)

# %% Read
list(Book.objects.select_related("author").prefetch_related("genres").order_by("-title")[:2])
list(Book.objects.values("author__name").annotate(n=Count("id"), p=Avg("price")).filter(n__gt=0))
list(Book.objects.annotate(month=TruncMonth("changed"), low=Lower("title")).only("title"))
list(Book.objects.annotate(row=Window(RowNumber(), partition_by=F("author"), order_by="title")))
[each.author.name for each in Book.objects.all()]
author.books.filter(title__icontains="b").exists(), Book.objects.count()

# %% Transactions
try:
    with transaction.atomic():
        with transaction.atomic():
            Genre.objects.create(name="G")
except IntegrityError:
    pass
Book.objects.all().delete()
Author.objects.all()
