# args: 500
# size: 180000
"""Lines that are no plain ASCII strings near the end. usage: word_count.py [LINES]"""
import sys

from straight import word_count


class Line(str):
    def lower(self):
        return super().lower() + " \u00e9t\u00e9"


def twisted(lines, original=word_count.text):
    late = lines * 9 // 10
    for i, line in enumerate(original(lines)):
        if i < late:
            yield line
        else:
            yield Line(line) if i % 2 else line.replace("a", "\u00e0")


def main():
    word_count.text = twisted
    word_count.main()


if __name__ == "__main__":
    main()
