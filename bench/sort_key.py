# args: 1000
# count: 8000
"""Sorting with key functions, and with __lt__. usage: sort_key.py [N]"""
import sys


class Record:
    def __init__(self, number, name, score):
        self.number = number
        self.name = name
        self.score = score

    def __lt__(self, other):
        return (self.score, self.number) < (other.score, other.number)


def records(n):
    seed = 7
    result = []
    for i in range(n):
        seed = (seed * 69069 + 1) & 0xFFFFFFFF
        result.append(Record(i, f"name{seed % 5000}", seed % 977))
    return result


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 160000
    data = records(n)
    checksum = 0
    for _ in range(3):
        by_name = sorted(data, key=lambda r: r.name)
        by_both = sorted(data, key=lambda r: (-r.score, r.name))
        by_length = sorted(data, key=lambda r: len(r.name), reverse=True)
        checksum += by_name[n // 2].number + by_both[n // 3].number + by_length[n // 4].number
    natural = sorted(data[:n // 2])
    numbers = sorted((r.number * 7919) % 104729 for r in data)
    words = sorted(r.name for r in data)
    print(checksum, natural[0].number, natural[-1].number, numbers[n // 2], words[0], words[-1])


if __name__ == "__main__":
    main()
