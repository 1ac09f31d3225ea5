# skip-stress: takes minutes when each allocation collects
"""memoryview over bytes and bytearray: each line is an expression with its value or its exception."""


def t(text, f):
    try:
        result = repr(f())
    except Exception as error:
        result = type(error).__name__ + ": " + str(error)
    print(text, "=>", result)


m = memoryview(b'abcdef')
w = bytearray(b'abcdef')
def wr(f):
    a = bytearray(b'abcdef')
    v = memoryview(a)
    r = f(v)
    return r, a
t("m[0], m[-1], bytes(m[1:3]), m[::2].tolist(), bytes(m[::-1]), len(m), m.tobytes(), m.tolist(), m.hex(), m.hex(':'), list(m), 97 in m, m == b'abcdef', m[1:3] == b'bc', m != b'x', m == 5, hash(m) == hash(b'abcdef')", lambda: (m[0], m[-1], bytes(m[1:3]), m[::2].tolist(), bytes(m[::-1]), len(m), m.tobytes(), m.tolist(), m.hex(), m.hex(':'), list(m), 97 in m, m == b'abcdef', m[1:3] == b'bc', m != b'x', m == 5, hash(m) == hash(b'abcdef')))
t('m.nbytes, m.itemsize, m.format, m.ndim, m.shape, m.strides, m.suboffsets, m.readonly, m.contiguous, m.obj, m[::2].strides, m[::2].contiguous', lambda: (m.nbytes, m.itemsize, m.format, m.ndim, m.shape, m.strides, m.suboffsets, m.readonly, m.contiguous, m.obj, m[::2].strides, m[::2].contiguous))
t("wr(lambda v: v.__setitem__(0, 65)), wr(lambda v: v.__setitem__(slice(0,2), b'XY')), wr(lambda v: v.__setitem__(slice(None,None,2), b'123')), wr(lambda v: v[1:3].__setitem__(0, 90))", lambda: (wr(lambda v: v.__setitem__(0, 65)), wr(lambda v: v.__setitem__(slice(0,2), b'XY')), wr(lambda v: v.__setitem__(slice(None,None,2), b'123')), wr(lambda v: v[1:3].__setitem__(0, 90))))
t('wr(lambda v: v.__setitem__(0, 256))', lambda: (wr(lambda v: v.__setitem__(0, 256))))
t("wr(lambda v: v.__setitem__(0, 'a'))", lambda: (wr(lambda v: v.__setitem__(0, 'a'))))
t("wr(lambda v: v.__setitem__(slice(0,2), b'X'))", lambda: (wr(lambda v: v.__setitem__(slice(0,2), b'X'))))
t('wr(lambda v: v.__setitem__(slice(0,2), 5))', lambda: (wr(lambda v: v.__setitem__(slice(0,2), 5))))
t('wr(lambda v: v.__delitem__(0))', lambda: (wr(lambda v: v.__delitem__(0))))
t('wr(lambda v: v.obj.append(1))', lambda: (wr(lambda v: v.obj.append(1))))
t('wr(lambda v: (v.release(), v.obj))', lambda: (wr(lambda v: (v.release(), v.obj))))
t('wr(lambda v: hash(v))', lambda: (wr(lambda v: hash(v))))
t("wr(lambda v: v.cast('H').tolist()), wr(lambda v: v.cast('b').tolist()), wr(lambda v: v.cast('c').tolist()), wr(lambda v: v[:4].cast('I')[0]), wr(lambda v: v.cast('H').__setitem__(0, 258))", lambda: (wr(lambda v: v.cast('H').tolist()), wr(lambda v: v.cast('b').tolist()), wr(lambda v: v.cast('c').tolist()), wr(lambda v: v[:4].cast('I')[0]), wr(lambda v: v.cast('H').__setitem__(0, 258))))
t("wr(lambda v: v.cast('q'))", lambda: (wr(lambda v: v.cast('q'))))
t("wr(lambda v: v.cast('zz'))", lambda: (wr(lambda v: v.cast('zz'))))
t("wr(lambda v: v.cast('H').cast('I'))", lambda: (wr(lambda v: v.cast('H').cast('I'))))
t("wr(lambda v: v[::2].cast('H'))", lambda: (wr(lambda v: v[::2].cast('H'))))
t('m.__setitem__(0, 1)', lambda: (m.__setitem__(0, 1)))
t('m[10]', lambda: (m[10]))
t("m['a']", lambda: (m['a']))
t('memoryview(5)', lambda: (memoryview(5)))
t("memoryview('a')", lambda: (memoryview('a')))
t('memoryview()', lambda: (memoryview()))
t("bytes(m), bytearray(m), b''.join([m, m]), b'x' + m, m.tobytes().decode(), int.from_bytes(m[:2], 'big'), b'abcdef'.startswith(m[:2]), b'abc'.find(m[1:2]), str(m[:2], 'ascii'), b'%s' % m[:1], memoryview(m).tolist(), memoryview(m) == m", lambda: (bytes(m), bytearray(m), b''.join([m, m]), b'x' + m, m.tobytes().decode(), int.from_bytes(m[:2], 'big'), b'abcdef'.startswith(m[:2]), b'abc'.find(m[1:2]), str(m[:2], 'ascii'), b'%s' % m[:1], memoryview(m).tolist(), memoryview(m) == m))
t('wr(lambda v: [x for x in v]), sorted(m, reverse=True), max(m), sum(m), list(reversed(m)), isinstance(m, memoryview), type(m).__name__', lambda: (wr(lambda v: [x for x in v]), sorted(m, reverse=True), max(m), sum(m), list(reversed(m)), isinstance(m, memoryview), type(m).__name__))
t('wr(lambda v: v.__enter__().__exit__(None, None, None))', lambda: (wr(lambda v: v.__enter__().__exit__(None, None, None))))
