import pkg
print(pkg.VERSION, pkg.__name__, pkg.__package__ if hasattr(pkg, "__package__") else "")
import pkg.sub.deep
print(pkg.sub.deep.value(), pkg.sub.NAME)
from pkg import tools
from pkg.tools import double
print(tools.double(4), double(5), tools.__name__)
from pkg.sub import deep as d
print(d is pkg.sub.deep, d.__name__, d.parent_version())
import pkg.tools as t
print(t is tools)
