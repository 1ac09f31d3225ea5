import lib
def main():
    print("main", __name__, lib.NAME)
    return 0
if __name__ == "__main__":
    raise SystemExit(main())
