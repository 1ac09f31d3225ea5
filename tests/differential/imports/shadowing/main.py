import keyword_util as keyword
from values import value
value = value + 1
import values
print(keyword.is_it("x"), value, values.value)
from values import value, change
change()
print(value, values.value)
values.value = 100
print(values.get())
list = values.listing
print(list())
del list
print(list("ab"))
