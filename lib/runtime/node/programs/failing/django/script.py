# %% Tables are made from the models
from models import Author

ada = Author.objects.create(name="Ada")

# %% A constraint holds
Author.objects.create(name=ada.name)

# %% This is not reached
Author.objects.count()
