import this
print(len(this.s), len(this.d), this.c)
print("".join(this.d.get(c, c) for c in this.s).split("\n")[0])
