# %% Every type as a parameter
from datetime import date, datetime
from decimal import Decimal

from models import Item, Shelf

tea = Item.objects.create(
    name="Ünïcödé 🍃",
    price=Decimal("19.90"),
    made=date(2025, 1, 2),
    changed=datetime(2025, 1, 2, 3, 4, 5),
    photo=b"\x00\x01",
    shelf=Shelf.objects.get(label="茶"),
)

# %% Lazy loads
[item.shelf.label for item in Item.objects.exclude(shelf=None).order_by("id")]

# %% Many at once
Item.objects.bulk_create([Item(name=f"tin {n}", price=Decimal(n) / 4) for n in range(5)])

# %% A transaction that is taken back
from django.db import transaction

try:
    with transaction.atomic():
        Item.objects.filter(price__lt=8).update(price=None)
        with transaction.atomic():
            tea.delete()
            raise LookupError("changed my mind")
except LookupError:
    pass
Item.objects.filter(price=None).count()
