# args: 1000
# size: 160000
"""Keys of several types: some records of a subclass, which compares otherwise, and one without a name. usage: sort_key.py [N]"""
import sys

from straight import sort_key


class Odd(sort_key.Record):
    @property
    def name(self):
        return "odd"

    @name.setter
    def name(self, value):
        pass

    def __lt__(self, other):
        return self.number < other.number


def twisted(n, original=sort_key.records):
    data = original(n)
    for i in range(n * 9 // 10, n, 7):
        data[i] = Odd(i, "", data[i].score)
    return data


def main():
    sort_key.records = twisted
    sort_key.main()
    data = sort_key.records(50)
    data[20].name = None
    try:
        sorted(data, key=lambda r: r.name)
    except TypeError as error:
        print(error)
    data[3].score = 2.5
    print([r.number for r in sorted(data)][:12])


if __name__ == "__main__":
    main()
