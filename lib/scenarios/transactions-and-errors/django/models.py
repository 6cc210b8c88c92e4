from django.db import models


class Book(models.Model):
    """What a till needs to know of a book."""

    title = models.CharField(max_length=200)
    price = models.DecimalField(max_digits=6, decimal_places=2)
    stock = models.PositiveIntegerField()

    class Meta:
        db_table = "book"
        constraints = [
            models.CheckConstraint(condition=models.Q(stock__gte=0), name="book_stock_not_negative")
        ]


class Customer(models.Model):
    name = models.CharField(max_length=100)
    email = models.EmailField(unique=True)
    city = models.CharField(max_length=60, null=True)
    joined = models.DateField()

    class Meta:
        db_table = "customer"


class Purchase(models.Model):
    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="purchases")
    placed = models.DateField()
    status = models.CharField(max_length=10, default="open")
    shipped = models.DateField(null=True)

    class Meta:
        db_table = "purchase"


class PurchaseLine(models.Model):
    purchase = models.ForeignKey(Purchase, on_delete=models.CASCADE, related_name="lines")
    book = models.ForeignKey(Book, on_delete=models.PROTECT)
    quantity = models.IntegerField(default=1)
    unit_price = models.DecimalField(max_digits=6, decimal_places=2)

    class Meta:
        db_table = "purchase_line"
