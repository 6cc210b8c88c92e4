"""What a Django model does beyond Django's own ways of writing its rows."""

from typing import Any, cast

from .not_safe import NotSafe


def is_own(model: Any, method: str) -> bool:
    """Tell whether the manager's method is Django's."""
    from django.db import models

    manager: Any = getattr(model, "objects", None)
    if not isinstance(manager, models.Manager):
        return False
    kind: Any = type(manager)
    queryset: Any = type(kind.get_queryset(manager))
    of_django = cast(Any, models.QuerySet)
    is_plain_manager = getattr(kind, method).__module__.startswith("django.")
    return is_plain_manager and getattr(queryset, method) is getattr(of_django, method)


def require_plain(model: Any, method: str, signals: tuple[str, ...]) -> None:
    """Raise `NotSafe` where the model does more when one row of it is written."""
    from django.db import models

    of_django = cast(Any, models)
    if getattr(model, method) is not getattr(of_django.Model, method):
        raise NotSafe(f"{model.__name__} has a {method}() of its own, which would not be called.")
    if any(getattr(of_django.signals, name).has_listeners(model) for name in signals):
        raise NotSafe(f"Something listens to signals of {model.__name__}, which would not be sent.")
    if model._meta.parents:
        raise NotSafe(f"{model.__name__} is stored in several tables.")


def has_own_queries(model: Any, method: str) -> bool:
    """Tell whether a method of the model's queries is the person's."""
    from django.db import models

    queryset: Any = type(model._default_manager.get_queryset())
    return getattr(queryset, method) is not getattr(cast(Any, models.QuerySet), method)
