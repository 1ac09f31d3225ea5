def __getattr__(n):
    if n=='foo': return 'lazy foo'
    raise AttributeError(f'no {n} here')
def __dir__(): return ['x','y']
