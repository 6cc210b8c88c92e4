"""Django's settings. `models.py` is an app of its own, with the label `app`."""

SECRET_KEY = "not a secret: it signs nothing that leaves this tab"

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
]

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": "db.sqlite3",
    }
}

USE_TZ = True
USE_I18N = False
