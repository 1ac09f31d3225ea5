class Query:
    def __init__(self, table):
        self.parts = {"from": table, "where": [], "order": None, "limit": None, "cols": ["*"]}
    def __getattr__(self, name):
        if name.startswith("by_"):
            return lambda v: self.where(**{name[3:]: v})
        raise AttributeError(f"{type(self).__name__!r} has no {name!r}")
    def select(self, *cols):
        self.parts["cols"] = list(cols)
        return self
    def where(self, *conds, **eq):
        self.parts["where"] += [*conds, *(f"{k} = {v!r}" for k, v in eq.items())]
        return self
    def order(self, col, *, desc=False):
        self.parts["order"] = col + (" DESC" if desc else "")
        return self
    def __getitem__(self, n):
        if isinstance(n, slice):
            self.parts["limit"] = (n.start or 0, n.stop)
            return self
        return self[n:n + 1]
    def __str__(self):
        p = self.parts
        s = f"SELECT {', '.join(p['cols'])} FROM {p['from']}"
        if p["where"]:
            s += " WHERE " + " AND ".join(p["where"])
        if p["order"]:
            s += " ORDER BY " + p["order"]
        if p["limit"]:
            s += " LIMIT {1} OFFSET {0}".format(*p["limit"])
        return s
print(Query("t"))
print(Query("users").select("id", "name").where("age > 5", city="Rome", zip=123).order("name", desc=True)[10:20])
print(Query("x").by_name("o'neil").by_id(3)[4], Query("y").order("a"))
try:
    Query("t").nothing
except AttributeError as e:
    print(e)
class Html:
    def __init__(self, tag="div"):
        self.tag, self.items = tag, []
    def __getattr__(self, tag):
        def make(*content, **attrs):
            a = "".join(f' {k.rstrip("_")}="{v}"' for k, v in attrs.items())
            self.items.append(f"<{tag}{a}>{''.join(map(str, content))}</{tag}>")
            return self
        return make
    def __str__(self): return f"<{self.tag}>{''.join(self.items)}</{self.tag}>"
print(Html().p("hi", class_="x").a("link", href="#").b(Html("i").u("deep")))
