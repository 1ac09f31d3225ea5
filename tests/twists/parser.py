# args: 20
# size: 75000
"""A subclass that overrides in another module, and numbers that overflow. usage: parser.py [N]"""
import sys

from straight import parser


class Shouting(parser.Tokenizer):
    def string(self, pos):
        super().string(pos)
        self.value = self.value.upper()


def parsed(tokenizer):
    tokenizer.next()
    return parser.parse(tokenizer)


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 75000
    late = n * 9 // 10
    plain = parsed(parser.Tokenizer(parser.make_text(late)))
    loud = parsed(Shouting(parser.make_text(n - late)))
    for data in (plain, loud):
        print(len(data), data[-1])
    print(sum(len(item["name"]) for item in plain), sum(item.get("ID", 0) for item in loud))
    print(parsed(parser.Tokenizer('[{"id": 99999999999999999999, "x": -12345678901234567890.5}, "\u00fc"]')))
    for wrong in ("[}", "", '{"a" 1}', "[nil]"):
        try:
            print(parsed(parser.Tokenizer(wrong)))
        except (ValueError, KeyError) as error:
            print(type(error).__name__, error)


if __name__ == "__main__":
    main()
