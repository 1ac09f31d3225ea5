"""Rows of texts, ints and floats: operators that mostly see numbers, and what they do with the rest."""
rows = [["bolt", 3, 0.25], ["nut", 10, 2], ["gear", 1, 19.5], ["x", True, 3], ["belt", 2, 7.75], ["y", 5, 2**70]]


def total(rows):
    result = 0
    for row in rows:
        result += row[1] * row[2]
    return result


def weigh(rows, factor):
    return [(row[1] - factor, row[2] / 2, row[1] * factor, row[2] ** 2, -row[2]) for row in rows]


def joined(rows):
    text = ""
    for row in rows:
        for item in row:
            text = text + str(item + item) + " " + str(item * 2) + ";"
    return text


def formats(items, values):
    return [a % b for a in items for b in values]


def lowest(rows, column):
    best = rows[0][column]
    for row in rows:
        if row[column] < best:
            best = row[column]
    return best


for i in range(3):
    print(total(rows), total(rows * 20))
    print(weigh(rows, 2), weigh(rows, 0.5))
    print(joined(rows))
    print(lowest(rows, 0), lowest(rows, 1), lowest(rows, 2))
print(formats([7, "%s!", 2.5], [3, 4.0, 2]))
table = [[i, i * 0.5, "n%d" % i][i % 3 :] + [i, i * 0.5, "n%d" % i][: i % 3] for i in range(300)]
numbers = texts = 0
for row in table:
    for item in row:
        try:
            numbers += item * 1.5 - item / 4
        except TypeError as error:
            texts += 1
            if texts < 3:
                print(error)
print(numbers, texts)
for wrong in ("a", None, [1], {}):
    rows[2][2] = wrong
    for work in (total, lambda rows: weigh(rows, 3), lambda rows: weigh(rows, "b"), lambda rows: lowest(rows, 2), joined):
        try:
            print(work(rows))
        except TypeError as error:
            print(error)
