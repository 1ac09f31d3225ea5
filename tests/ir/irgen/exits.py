# RUN: molt-irgen %s | FileCheck %s

# The finally body stands outside of the region it ends, once for each way out, and in the handler.
# CHECK: py.func @__main__.finally_once_per_exit
# CHECK: py.try {
# CHECK: py.store_local %[[RESULT:.*]], %
# CHECK: py.leave 0
# CHECK: py.leave 1
# CHECK: } except {
# CHECK: ^bb0(%[[EXC:.*]]: !py.value):
# CHECK: py.push_handled %[[EXC]]
# CHECK: py.load_global "cleanup"
# CHECK: py.raise_again %[[EXC]]
# CHECK: }[^bb1, ^bb2]
# CHECK: ^bb1:
# CHECK: py.load_global "cleanup"
# CHECK: py.move_local %[[RESULT]]
# CHECK: ^bb2:
# CHECK: py.load_global "cleanup"
def finally_once_per_exit(c):
    try:
        if c:
            return 1
    finally:
        cleanup()


# The name of an except clause is deleted on all ways out of it.
# CHECK: py.func @__main__.named
# CHECK: py.exception_matches
# CHECK: py.store_local %[[E:.*]], %
# CHECK: py.try {
# CHECK: } except {
# CHECK: py.delete_local %[[E]] "e"
# CHECK: py.raise_again
# CHECK: py.delete_local %[[E]] "e"
# CHECK: py.pop_handled
def named():
    try:
        work()
    except ValueError as e:
        report(e)


# A method is looked up before arguments that can have effects, and with the call otherwise.
# CHECK: py.func @__main__.methods
# CHECK: %[[F:.*]], %[[SELF:.*]] = py.load_method %arg0 "m"
# CHECK: %[[X:.*]] = py.call
# CHECK: py.call_loaded %[[F]](%[[SELF]], %[[X]])
# CHECK: py.call_method "m"(%arg0, %
def methods(o):
    o.m(effect())
    o.m(1)
