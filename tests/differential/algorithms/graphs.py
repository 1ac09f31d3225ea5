GRAPH = {"a": ["b", "c"], "b": ["d"], "c": ["d", "e"], "d": ["f"], "e": ["f"], "f": [], "g": ["h"], "h": ["g"]}
def bfs(start):
    order, seen, queue = [], {start}, [start]
    while queue:
        n = queue.pop(0)
        order.append(n)
        for m in GRAPH[n]:
            if m not in seen:
                seen.add(m)
                queue.append(m)
    return order
def dfs(n, seen=None):
    seen = seen if seen is not None else []
    seen.append(n)
    for m in GRAPH[n]:
        if m not in seen:
            dfs(m, seen)
    return seen
def topological(graph):
    state, out = {}, []
    def visit(n):
        if state.get(n) == 1:
            raise ValueError(f"cycle at {n}")
        if n not in state:
            state[n] = 1
            for m in graph[n]:
                visit(m)
            state[n] = 2
            out.append(n)
    for n in graph:
        visit(n)
    return out[::-1]
def components(graph):
    seen, groups = set(), []
    undirected = {n: set(ms) for n, ms in graph.items()}
    for n, ms in graph.items():
        for m in ms:
            undirected[m].add(n)
    for n in graph:
        if n not in seen:
            todo, group = [n], set()
            while todo:
                x = todo.pop()
                if x not in group:
                    group.add(x)
                    todo += undirected[x]
            seen |= group
            groups.append(sorted(group))
    return groups
def paths(a, b, path=()):
    path += (a,)
    if a == b:
        yield "".join(path)
    for m in GRAPH[a]:
        if m not in path:
            yield from paths(m, b, path)
print(bfs("a"), dfs("a"), components(GRAPH), list(paths("a", "f")))
try:
    topological(GRAPH)
except ValueError as e:
    print(e)
print(topological({k: v for k, v in GRAPH.items() if k not in "gh"}))
