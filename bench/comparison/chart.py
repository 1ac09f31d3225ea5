"""The results as an SVG: a row for each program, a mark for each implementation on a logarithmic axis.

The axis is speed as a multiple of CPython's. Colours are chosen to be read on white and on black, and the text follows
the reader's scheme.
"""
import math
from xml.sax.saxutils import escape

COLOURS = {"molt": "#e0662b", "pypy": "#8a6fd1", "mypyc": "#3f9fd8", "go": "#2aa198", "c": "#7f8c8d", "wasm": "#c9a227"}
LEFT, RIGHT, TOP, ROW = 130, 20, 58, 22
WIDTH = 860
STYLE = """
text { font: 12px system-ui, sans-serif; fill: #1f2328 }
.grid { stroke: #8884; stroke-width: 1 }
.one { stroke: #888; stroke-width: 1.5 }
.span { stroke: #8886; stroke-width: 2 }
@media (prefers-color-scheme: dark) { text { fill: #e6edf3 } }
"""


def speeds(result, seconds):
    times = seconds(result)
    base = times.get("cpython")
    return {name: base / value for name, value in times.items() if name != "cpython"} if base else {}


class Axis:
    """Powers of ten that hold all values, spread over the width."""

    def __init__(self, values):
        self.low_ = math.floor(math.log10(min(values + [1.0])))
        self.high_ = max(self.low_ + 1, math.log10(max(values + [1.0])) + 0.08)

    def x(self, value):
        share = (math.log10(value) - self.low_) / (self.high_ - self.low_)
        return LEFT + share * (WIDTH - LEFT - RIGHT)

    def ticks(self):
        candidates = [m * 10.0 ** p for p in range(self.low_, math.ceil(self.high_) + 1) for m in (1, 2, 5)]
        return [t for t in candidates if self.low_ <= math.log10(t) <= self.high_]


def mark(name, title, x, y):
    colour, radius = COLOURS.get(name, "#888"), 6 if name == "molt" else 4
    return f'<circle cx="{x:.1f}" cy="{y}" r="{radius}" fill="{colour}"><title>{escape(title)}</title></circle>'


def legend(peers):
    parts, x = [], LEFT
    for peer in peers:
        if peer.name != "cpython":
            parts.append(mark(peer.name, peer.title, x, 18))
            parts.append(f'<text x="{x + 10}" y="22">{escape(peer.title)}</text>')
            x += 36 + 8 * len(peer.title)
    return parts


def draw(results, peers, seconds):
    """The whole file as a string."""
    rows = [(r["program"], speeds(r, seconds)) for r in results]
    rows = sorted(((n, s) for n, s in rows if s), key=lambda row: -row[1].get("molt", 0))
    height = TOP + ROW * len(rows) + 14
    axis = Axis([value for _, found in rows for value in found.values()])
    titles = {p.name: p.title for p in peers}
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" role="img" '
             'aria-label="Speed of each implementation as a multiple of CPython\'s">', f"<style>{STYLE}</style>",
             *legend(peers), f'<text x="4" y="{TOP - 14}">times as fast as CPython</text>']
    for tick in axis.ticks():
        x, kind = axis.x(tick), "one" if tick == 1 else "grid"
        parts.append(f'<line class="{kind}" x1="{x:.1f}" x2="{x:.1f}" y1="{TOP - 8}" y2="{height - 8}"/>')
        if x > LEFT + 40 or tick == 1:
            parts.append(f'<text x="{x:.1f}" y="{TOP - 14}" text-anchor="middle">{tick:g}</text>')
    for number, (program, found) in enumerate(rows):
        y = TOP + ROW * number + ROW // 2
        ends = [axis.x(value) for value in found.values()]
        parts.append(f'<text x="{LEFT - 12}" y="{y + 4}" text-anchor="end">{escape(program)}</text>')
        parts.append(f'<line class="span" x1="{min(ends):.1f}" x2="{max(ends):.1f}" y1="{y}" y2="{y}"/>')
        # Molt last, so that it lies on top.
        for name in sorted(found, key=lambda n: n == "molt"):
            parts.append(mark(name, f"{titles[name]}: {found[name]:.1f}", axis.x(found[name]), y))
    return "\n".join(parts + ["</svg>"]) + "\n"
