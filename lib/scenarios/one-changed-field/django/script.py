from decimal import Decimal

from django.db.models import F

from models import Book

# %% Change the price
solaris = Book.objects.get(title="Solaris")
solaris.price = Decimal("11.50")
solaris.save()

# %% Set the price that it has
solaris = Book.objects.get(title="Solaris")
solaris.price = Decimal("11.50")
solaris.save()

# %% Write the price and nothing else
solaris = Book.objects.get(title="Solaris")
solaris.price = Decimal("12.00")
solaris.save(update_fields=["price"])

# %% Two people change one book
yours = Book.objects.get(title="Solaris")
mine = Book.objects.get(title="Solaris")
yours.price = Decimal("9.90")
yours.save()
mine.stock = 40
mine.save()
Book.objects.values_list("price", "stock").get(title="Solaris")

# %% Let the database count
Book.objects.filter(title="Solaris").update(stock=F("stock") - 1)
Book.objects.values_list("stock", flat=True).get(title="Solaris")
