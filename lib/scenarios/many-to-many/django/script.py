from django.db.models import Count

from models import Book, Genre

# %% Add a genre
book = Book.objects.get(title="Solaris")
love = Genre.objects.get(name="love")
book.genres.add(love)

# %% Read the genres
sorted(genre.name for genre in book.genres.all())

# %% Add it once more
book.genres.add(love)

# %% Remove it
book.genres.remove(love)
sorted(genre.name for genre in book.genres.all())

# %% List books with their genres
old = Book.objects.filter(published__lt=1930).order_by("published")
[(book.title, sorted(genre.name for genre in book.genres.all())) for book in old]

# %% List them with two statements
old = old.prefetch_related("genres")
[(book.title, sorted(genre.name for genre in book.genres.all())) for book in old]

# %% Find books that are both
both = Book.objects.filter(genres__name="satire").filter(genres__name="classic")
list(both.order_by("title").values_list("title", flat=True))

# %% Count books by genre
counted = Genre.objects.annotate(amount=Count("books")).order_by("-amount", "name")
list(counted.values_list("name", "amount"))
