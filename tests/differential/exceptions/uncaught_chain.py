class ConfigError(Exception):
    pass
def load():
    try:
        return int("not a number")
    except ValueError as e:
        raise ConfigError("could not load") from e
load()
