from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Book, Customer, Purchase, PurchaseLine


def open_purchase(session: Session, email: str) -> Purchase:
    """Starts a purchase for the customer with that address."""
    customer = session.scalars(select(Customer).where(Customer.email == email)).one()
    purchase = Purchase(customer=customer, placed=date(2026, 1, 15))
    session.add(purchase)
    return purchase


def sell(session: Session, purchase: Purchase, title: str) -> None:
    """Takes one copy off the shelf and puts it on the purchase."""
    book = session.scalars(select(Book).where(Book.title == title)).one()
    session.add(PurchaseLine(purchase=purchase, book=book, unit_price=book.price))
    book.stock = Book.stock - 1


def stock_of(session: Session, title: str) -> int:
    """Tells how many copies are on the shelf."""
    return session.scalars(select(Book.stock).where(Book.title == title)).one()
