def parser():
    state = "start"
    buffer = []
    tokens = []
    ch = yield
    while ch is not None:
        if state == "start":
            if ch.isdigit():
                state = "number"
                buffer = [ch]
            elif ch.isalpha():
                state = "word"
                buffer = [ch]
        elif state == "number":
            if ch.isdigit():
                buffer.append(ch)
            else:
                tokens.append(int("".join(buffer)))
                state = "start"
                continue
        else:
            if ch.isalnum():
                buffer.append(ch)
            else:
                tokens.append("".join(buffer))
                state = "start"
        ch = yield len(tokens)
    if buffer and state != "start":
        tokens.append("".join(buffer))
    return tokens
def drive(text):
    p = parser()
    next(p)
    progress = []
    for c in text:
        progress.append(p.send(c))
    try:
        p.send(None)
    except StopIteration as e:
        return e.value, progress
print(drive("abc 123 d4 99"))
def scheduler(tasks):
    queue = [(name, t) for name, t in tasks]
    while queue:
        name, task = queue.pop(0)
        try:
            step = next(task)
        except StopIteration as e:
            print(name, "finished with", e.value)
        else:
            print(name, step)
            queue.append((name, task))
def task(n, label):
    for i in range(n):
        yield f"{label}-{i}"
    return n * 10
scheduler([("A", task(2, "x")), ("B", task(3, "y")), ("C", task(0, "z"))])
def permutations(items):
    if not items:
        yield ()
    for i, x in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1:]):
            yield (x, *rest)
print(list(permutations([1, 2, 3])), sum(1 for _ in permutations("abcde")))
def window(seq, n):
    buf = []
    for x in seq:
        buf.append(x)
        if len(buf) == n:
            yield tuple(buf)
            buf = buf[1:]
print(list(window(range(6), 3)))
def flatten(x):
    for item in x:
        if isinstance(item, (list, tuple)):
            yield from flatten(item)
        else:
            yield item
print(list(flatten([1, [2, (3, [4, []])], 5])))
