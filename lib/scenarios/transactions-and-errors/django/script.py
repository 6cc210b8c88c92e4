from datetime import date

from django.db import IntegrityError, transaction
from django.db.transaction import TransactionManagementError

from models import Customer, Purchase
from till import open_purchase, sell, stock_of

# %% Sell two books in one transaction
with transaction.atomic():
    purchase = open_purchase("zofia@example.com")
    sell(purchase, "Kindred")
    sell(purchase, "Emma")

# %% Sell one that is not there
kindred_before = stock_of("Kindred")
refusal = None
try:
    with transaction.atomic():
        purchase = open_purchase("thabo@example.com")
        sell(purchase, "Kindred")
        sell(purchase, "Bieguni")
except IntegrityError as error:
    refusal = str(error)
(refusal, stock_of("Kindred") == kindred_before, Purchase.objects.count())

# %% Undo a part, keep the rest
with transaction.atomic():
    purchase = open_purchase("ruth@example.com")
    sell(purchase, "Kindred")
    try:
        with transaction.atomic():
            sell(purchase, "Bieguni")
    except IntegrityError:
        purchase.status = "partial"
        purchase.save(update_fields=["status"])
latest = Purchase.objects.latest("id")
(latest.status, latest.lines.count())

# %% Go on as if nothing had happened
refusal = None
try:
    with transaction.atomic():
        purchase = open_purchase("ruth@example.com")
        try:
            sell(purchase, "Bieguni")
        except IntegrityError:
            sell(purchase, "Kindred")
except TransactionManagementError as error:
    refusal = str(error)
refusal

# %% Forget to commit
Customer.objects.create(name="Ada", email="ada@example.com", joined=date(2026, 1, 15))
Customer.objects.filter(email="ada@example.com").count()
