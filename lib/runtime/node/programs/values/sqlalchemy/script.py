# %% Every type as a parameter
from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import func, insert, select, update

from models import Item, Shelf

tea = Item(
    name="Ünïcödé 🍃",
    price=Decimal("19.90"),
    made=date(2025, 1, 2),
    changed=datetime(2025, 1, 2, 3, 4, 5),
    photo=b"\x00\x01",
    shelf=session.scalars(select(Shelf).filter_by(label="茶")).one(),
)
session.add(tea)
session.commit()

# %% Lazy loads
[
    item.shelf.label
    for item in session.scalars(select(Item).where(Item.shelf_id.is_not(None)).order_by(Item.id))
]

# %% Many at once
session.execute(insert(Item), [{"name": f"tin {n}", "price": Decimal(n) / 4} for n in range(5)])
session.commit()

# %% A transaction that is taken back
try:
    with session.begin_nested():
        session.execute(update(Item).where(Item.price < 8).values(price=None))
        session.delete(tea)
        session.flush()
        raise LookupError("changed my mind")
except LookupError:
    pass
session.commit()
session.scalar(select(func.count()).where(Item.price.is_(None)))
