from django.db import models


class Shelf(models.Model):
    label = models.TextField()

    class Meta:
        db_table = "shelf"
        managed = False


class Item(models.Model):
    name = models.TextField()
    price = models.DecimalField(max_digits=10, decimal_places=2, null=True)
    made = models.DateField(null=True)
    changed = models.DateTimeField(null=True)
    photo = models.BinaryField(null=True)
    shelf = models.ForeignKey(Shelf, models.SET_NULL, null=True)

    class Meta:
        db_table = "item"
        managed = False
