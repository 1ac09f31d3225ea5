try:
    import fastjson_missing
except ImportError:
    fastjson_missing = None
try:
    from pkg_missing.sub import thing
except ModuleNotFoundError as e:
    print(e, "|", e.name)
    thing = "fallback"
try:
    import present.missing_sub
except ImportError as e:
    print(type(e).__name__, e)
try:
    from present import missing_name
except ImportError as e:
    print(str(e).split(" (")[0])
def late():
    try:
        import later_missing
    except ImportError as e:
        return str(e)
    else:
        return "found"
print(fastjson_missing, thing, late())
try:
    import present
finally:
    print(present.x)
try:
    try:
        import nested_missing
    except KeyError:
        pass
except Exception as e:
    print(type(e).__name__)
