stack, queue = [], []
for c in "abc": stack.append(c); queue.insert(0, c)
print(stack, queue, stack.pop(), queue.pop(), stack, queue)
def balanced(s):
    st = []
    for c in s:
        if c in "([{": st.append(c)
        elif c in ")]}":
            if not st or st.pop() + c not in ("()", "[]", "{}"): return False
    return not st
print([(s, balanced(s)) for s in ("", "()", "([{}])", "(]", "((", "a(b)c]")])
def rpn(expr):
    st = []
    for t in expr.split():
        if t in "+-*/":
            b, a = st.pop(), st.pop()
            st.append({"+": a + b, "-": a - b, "*": a * b, "/": a / b if b else None}[t])
        else: st.append(float(t))
    return st
print(rpn("3 4 + 2 * 7 /"), rpn("1 2 3"), rpn("5 1 2 + 4 * + 3 -"))
try:
    rpn("+")
except IndexError as e:
    print(e)
