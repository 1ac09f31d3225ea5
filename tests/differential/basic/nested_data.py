data = {"list": [1, {"x": (2, 3)}], "n": None}
print(data, data["list"][1]["x"][0])
