from datetime import date

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError, InvalidRequestError

from database import Session
from models import Customer, Purchase
from till import open_purchase, sell, stock_of

# %% Sell two books in one transaction
with Session.begin() as session:
    purchase = open_purchase(session, "zofia@example.com")
    sell(session, purchase, "Kindred")
    sell(session, purchase, "Emma")

# %% Sell one that is not there
with Session() as session:
    kindred_before = stock_of(session, "Kindred")
refusal = None
try:
    with Session.begin() as session:
        purchase = open_purchase(session, "thabo@example.com")
        sell(session, purchase, "Kindred")
        sell(session, purchase, "Bieguni")
except IntegrityError as error:
    refusal = str(error.orig)
with Session() as session:
    kindred_after = stock_of(session, "Kindred")
    purchases = session.scalar(select(func.count()).select_from(Purchase))
(refusal, kindred_after == kindred_before, purchases)

# %% Undo a part, keep the rest
with Session.begin() as session:
    purchase = open_purchase(session, "ruth@example.com")
    sell(session, purchase, "Kindred")
    try:
        with session.begin_nested():
            sell(session, purchase, "Bieguni")
    except IntegrityError:
        purchase.status = "partial"
with Session() as session:
    latest = session.scalars(select(Purchase).order_by(Purchase.id.desc()).limit(1)).one()
    kept = (latest.status, len(latest.lines))
kept

# %% Go on as if nothing had happened
refusal = None
try:
    with Session.begin() as session:
        purchase = open_purchase(session, "ruth@example.com")
        sell(session, purchase, "Bieguni")
        try:
            session.flush()
        except IntegrityError:
            sell(session, purchase, "Kindred")
except InvalidRequestError as error:
    refusal = str(error)
refusal

# %% Forget to commit
with Session() as session:
    session.add(Customer(name="Ada", email="ada@example.com", joined=date(2026, 1, 15)))
    session.flush()
with Session() as session:
    found = session.scalar(select(func.count()).where(Customer.email == "ada@example.com"))
found
