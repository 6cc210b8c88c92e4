"""Writes the relationships of SQLAlchemy's classes."""

from .layout import laid_out
from .literals import quoted
from .parts import Column, Entity, Key, ManyToMany, Models


class Relations:
    """The relationships of all classes of a file."""

    def __init__(self, models: Models) -> None:
        """Take the classes; none of them is written yet."""
        self._models = models
        self._written: set[str] = set()
        self.are_used = False

    def wrote(self, entity: Entity) -> None:
        """Note that a class stands above what is written from now on."""
        self._written.add(entity.name)

    def pairs(self, entity: Entity) -> list[str]:
        """Give the lines of a class's relations over tables of pairs."""
        return [
            self._pair(entity, each, each.attribute, each.entity, each.reverse)
            for each in entity.many_to_many
        ]

    def find(self, name: str) -> Entity | None:
        """Give a class by its name."""
        return next((each for each in self._models.entities if each.name == name), None)

    def to_ones(self, entity: Entity) -> list[str]:
        """Give the lines of the relations that go by a class's own keys."""
        return [
            self._to_one(entity, column, column.key)
            for column in entity.columns
            if column.key is not None
        ]

    def _to_one(self, entity: Entity, column: Column, key: Key) -> str:
        options: list[str] = []
        if self._is_ambiguous(entity.name, key.entity):
            options.append(f"foreign_keys=[{column.attribute}]")
        if key.entity == entity.name:
            options.append(f"remote_side=[{entity.attribute(key.column)}]")
        if key.reverse is not None:
            options.append(f"back_populates={quoted(key.reverse)}")
        target = self._class(key.entity, " | None" if column.nullable else "")
        return self._relation(key.relation, target, options)

    def _relation(self, name: str, target: str, options: list[str]) -> str:
        self.are_used = True
        return laid_out("    ", f"{name}: Mapped[{target}] = relationship(", options)

    def _class(self, name: str, more: str = "") -> str:
        text = f"{name}{more}"
        return text if name in self._written else f'"{text}"'

    def _is_ambiguous(self, one: str, other: str) -> bool:
        """Tell whether two tables are connected by more than one key, either way."""
        keys = [
            (each.name, column.key.entity)
            for each in self._models.entities
            for column in each.columns
            if column.key is not None
        ]
        return sum(pair in {(one, other), (other, one)} for pair in keys) > 1

    def reverses(self, entity: Entity) -> list[str]:
        """Give the lines of their other ends, in the class that they lead to."""
        lines: list[str] = []
        for other in self._models.entities:
            for column in other.columns:
                key = column.key
                if key is None or key.entity != entity.name or key.reverse is None:
                    continue
                options: list[str] = []
                if self._is_ambiguous(entity.name, other.name):
                    options.append(f'foreign_keys="{other.name}.{column.attribute}"')
                options.append(f"back_populates={quoted(key.relation)}")
                if key.on_delete == "cascade":
                    options.append('cascade="all"')
                target = (
                    self._class(other.name, " | None")
                    if key.is_one_to_one
                    else f"list[{self._class(other.name)}]"
                )
                lines.append(self._relation(key.reverse, target, options))
        return lines

    def pair_reverses(self, entity: Entity) -> list[str]:
        """Give the lines of the other ends of relations over tables of pairs."""
        return [
            self._pair(entity, each, each.reverse, other.name, each.attribute)
            for other in self._models.entities
            for each in other.many_to_many
            if each.entity == entity.name and each.reverse is not None
        ]

    def _pair(
        self, entity: Entity, pair: ManyToMany, name: str, target: str, back: str | None
    ) -> str:
        options = [f"secondary={pair.table if pair.through is None else quoted(pair.table)}"]
        if pair.entity == entity.name and target == entity.name:
            ends = [pair.own_column, pair.other_column]
            own, other = ends if name == pair.attribute else reversed(ends)
            key = f"{entity.name}.{entity.primary[0].attribute}"
            options.append(f'primaryjoin="{key} == {pair.table}.c.{own}"')
            options.append(f'secondaryjoin="{key} == {pair.table}.c.{other}"')
        if back is not None:
            options.append(f"back_populates={quoted(back)}")
        if pair.through is not None:
            options.append("viewonly=True")
            self._models.note(f"{entity.name}.{name} is read only: its pairs are {pair.through}.")
        return self._relation(name, f"list[{self._class(target)}]", options)
