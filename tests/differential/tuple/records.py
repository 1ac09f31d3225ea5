people = [("ann", 30, "NY"), ("bob", 25, "LA"), ("cid", 35, "NY")]
for name, age, city in sorted(people, key=lambda p: p[1]): print(name, age, city)
print([n for n, a, c in people if c == "NY"], max(people, key=lambda p: p[1])[0], sum(a for _, a, _ in people) / len(people), dict((n, (a, c)) for n, a, c in people)["bob"][1], sorted(people)[0] < sorted(people)[1], ("ann", 30, "NY") in people, people.index(("bob", 25, "LA")))
name, *rest = people[0]
print(name, rest, (*people[1], "extra"), people[0][::-1], len({p[2] for p in people}))
