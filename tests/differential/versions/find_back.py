# Loops that leave the fast way in some rounds and come back to it: what they print does not tell.


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


class Point:
    def __init__(self, x):
        self.x = x


STEP = 1


def mixed(items):
    total, seen, last = 0, [], None
    for i, item in enumerate(items):
        value = item
        if i % 3 == 1:
            last = value
        total = total + value
        seen.append(total)
        if total != total or total > 10**15:
            total = i
    return seen, last


def stack(n):
    todo, order = [n], []
    while todo:
        k = todo.pop()
        order.append(k)
        if k > 1:
            todo.append(k // 2)
            todo.append(k - k // 2 - 1)
    return order


def rebound(n):
    global STEP
    total = 0
    for i in range(n):
        total += STEP
        if i == 4:
            STEP = 2.5
        elif i == 8:
            STEP = 3
    STEP = 1
    return total


def dead_objects(n):
    count = 0
    for i in range(n):
        if i % 4 == 2:
            extra = Noisy(i)
        else:
            extra = i
        count += i
        if i % 4 == 2:
            print("round", i, extra.name)
    return count


def points(items):
    total = 0
    for item in items:
        total += item.x
    return total


def nested(rows):
    best = 0
    for row in rows:
        score = 0
        for cell in row:
            if cell is None:
                continue
            score += cell
        if score > best:
            best = score
    return best


def unbound(n):
    result = []
    for i in range(n):
        if i == 3:
            del value
        try:
            result.append(value)
        except UnboundLocalError as error:
            result.append(str(error))
        value = i
    return result


print(mixed([1, 2, 3.5, 4, True, 10**20, 5, 6, float("nan"), 7]))
print(stack(50))
print(rebound(12), STEP)
print(dead_objects(12))
print(points([Point(1), Point(2.5), Point(10**18), Point(True), Point(4)]))
print(nested([[1, 2, None], [None, 2.5], [], [10**19, 1], [3, 4]]))
print(unbound(6))
