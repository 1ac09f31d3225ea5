class C:
    def __enter__(self):
        print("enter")
        return 5
    def __exit__(self, *args):
        print("exit")
with C() as x:
    print(x)
