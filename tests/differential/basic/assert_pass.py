assert 1 == 1
assert True, "message"
print("ok")
