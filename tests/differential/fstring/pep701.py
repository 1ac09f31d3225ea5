x = [1, 2, 3]
print(f"{", ".join(str(i) for i in x)}", f"{x[0]:{"0>5"}}", f"{f"{f"{1 + 1}"}"}")
print(f"{
    x[0]  # a comment
    + 1
}")
print(f"{'\n'.join(['a', 'b'])} {'\t'!r} {"\u00e9"}")
print(f'{ {"k": 'v'}["k"] }', f"{x!r}", f"{'{'} {'}'}", f"{"}"}{"{"}")
print(f"""{
    [
        i * i
        for i in x
    ]
}""")
width = 10
print(f"{"text":{width}}|{"text":>{width}}|{"text":^{width + 2}}|{3.14159:{width}.{2}f}|")
print(f"{x[0]:=^{width}}", f"{lambda_() if False else "ok"}")
print(f"{x=!r:>15}", f"{x[0]=:5}", f"{len(x)=}")
