# %% Tables are made from the models
from models import Author

ada = Author(name="Ada")
session.add(ada)
session.commit()

# %% A constraint holds
session.add(Author(name=ada.name))
session.commit()

# %% This is not reached
session.get(Author, 1)
