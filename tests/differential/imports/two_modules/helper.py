print("helper imported", __name__)
CONST = 42
counter = 0
def greet(x):
    return f"hello {x} from {__name__}"
def get_counter():
    return counter
if __name__ == "__main__":
    print("never")
