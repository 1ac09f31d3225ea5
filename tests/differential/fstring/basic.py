x, y, name = 5, 2.5, "World"
print(f"hello {name}", f"{x}+{y}={x + y}", f"{{literal}} {x}", f"", f"{x}{y}", F"{name!r}", f'{name!s} {name!a}', rf"\n{x}", fr"\t{x}")
print(f"{x=} {y=} {name=} {x + 1=} { x = } {name=!s} {y=:.3f} {x=:>5}")
print(f"{name:>10}|{name:<10}|{name:^10}|{name:*^10}|{name:.2}|{name:10.3}|")
print(f"{x:{x}}|{y:{x}.{1}f}|{name:{'>'}{10}}|{name!r:{x + 5}}")
print(f"{'nested ' + f'{x}'} {[i for i in range(3)]}")
print(f"{(lambda v: v * 2)(x)} {x if x > 3 else y} {max(x, y):>4} { {'a': 1}['a'] } {[1, 2][0]} {name[0]} {name.upper()} {x!r:>3}")
print(f"a" "b" f"{x}" "c{x}", "plain {x}" f"{x}", f"line1\nline2 {x}\t{y}")
print(f"""triple {x}
  {name}
""")
print(f"{x:d} {x:b} {x:o} {x:x} {x:X} {x:#x} {x:e} {x:f} {x:%} {x:c}" if x < 32 else "")
print(f"{1_000_000:,} {1_000_000:_} {123456789.123:,.2f} {0xFFFFFFFF:_x} {255:_b} {-5:+} {5:+} {5: }")
print(f"{True} {None} {True:d} {[1, 2]!r:>10} {(1, 2)} {({1: 2})} {1 < 2} {not x} {x == 5} {x != 5}")
print(f"{'a' 'b'} {"double" + 'single'} {name + '!' * 3}")
