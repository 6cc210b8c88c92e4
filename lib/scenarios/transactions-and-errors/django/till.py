from datetime import date

from django.db.models import F

from models import Book, Customer, Purchase


def open_purchase(email: str) -> Purchase:
    """Starts a purchase for the customer with that address."""
    customer = Customer.objects.get(email=email)
    return Purchase.objects.create(customer=customer, placed=date(2026, 1, 15))


def sell(purchase: Purchase, title: str) -> None:
    """Takes one copy off the shelf and puts it on the purchase."""
    book = Book.objects.get(title=title)
    purchase.lines.create(book=book, unit_price=book.price)
    book.stock = F("stock") - 1
    book.save(update_fields=["stock"])


def stock_of(title: str) -> int:
    """Tells how many copies are on the shelf."""
    return Book.objects.values_list("stock", flat=True).get(title=title)
