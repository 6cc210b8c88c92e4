from models import Author, Book

# %% Create
lem = Author.objects.create(name="Stanisław Lem")
solaris = Book.objects.create(title="Solaris", published=1961, author=lem)
f"{solaris.title} has number {solaris.id}"

# %% Create several
Book.objects.bulk_create(
    [
        Book(title="Cyberiada", published=1965, author=lem),
        Book(title="Głos Pana", published=1968, author=lem),
        Book(title="Golem XIV", published=1973, author=lem),
    ]
)
Book.objects.count()

# %% Read one
book = Book.objects.get(title="Solaris")
(book.id, book.title, book.published)

# %% Filter and sort
newer = Book.objects.filter(published__gt=1962).order_by("-published")
[f"{book.title} ({book.published})" for book in newer]

# %% Change
book = Book.objects.get(title="Golem XIV")
book.published = 1981
book.save()

# %% Delete
book = Book.objects.get(title="Cyberiada")
book.delete()
list(Book.objects.order_by("title").values_list("title", "published"))
