from django.db import models


class Author(models.Model):
    name = models.CharField(max_length=100)
    born = models.DateField(null=True)
    country = models.CharField(max_length=2)

    class Meta:
        db_table = "author"


class Book(models.Model):
    title = models.CharField(max_length=200)
    published = models.IntegerField()
    price = models.DecimalField(max_digits=6, decimal_places=2)
    stock = models.PositiveIntegerField()
    author = models.ForeignKey(Author, on_delete=models.PROTECT, related_name="books")

    class Meta:
        db_table = "book"
