import helper
from helper import greet, CONST as C
print(helper.greet("a"), greet("b"), C, helper.__name__, __name__)
helper.counter += 1
print(helper.counter, helper.get_counter())
import helper as h2
print(h2 is helper)
