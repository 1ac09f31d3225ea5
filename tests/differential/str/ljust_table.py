rows = [("id", "name"), (1, "ann"), (22, "bob"), (333, "日本")]
for a, b in rows:
    print(str(a).rjust(4, ".") + "|" + str(b).ljust(6, "_") + "|" + str(b).center(7, "*") + "|")
