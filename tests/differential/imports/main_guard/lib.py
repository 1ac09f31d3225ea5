NAME = __name__
if __name__ == "__main__":
    print("lib as script: never")
else:
    print("lib as module")
