"""SQLAlchemy's engine and sessions. `script.py` has a `session` of its own ready."""

from sqlalchemy import create_engine
from sqlalchemy.orm import sessionmaker

engine = create_engine("sqlite:///db.sqlite3")
Session = sessionmaker(engine)
