for i in range(5):
    print(i)
for i in range(10, 0, -3):
    print(i)
