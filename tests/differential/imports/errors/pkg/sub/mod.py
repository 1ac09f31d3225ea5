from .. import a as A
def up():
    from ..b import val
    try:
        from .... import x
    except ImportError as e: print(e)
    return val, A.name
