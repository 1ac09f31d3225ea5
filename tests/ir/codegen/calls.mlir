// RUN: molt-opt --emit-llvm %s | FileCheck %s
// RUN: molt-opt --emit-llvm --dev %s | FileCheck %s --check-prefix=DEV
// RUN: molt-opt --emit-llvm --wasm %s | FileCheck %s --check-prefix=WASM

// A plain function that takes two arguments is entered directly, with the depth counted.
// CHECK-LABEL: define internal {{.*}}@f.fast(
// CHECK-DAG:         icmp eq i64 %{{.*}}, ptrtoint (ptr @molt_type_function to i64)
// CHECK-DAG:         icmp eq i32 %{{.*}}, 2
// CHECK-DAG:         call i64 %{{.*}}(ptr %{{.*}}, ptr %{{.*}})
// CHECK-DAG:         call i64 @molt_call_py(
// DEV-LABEL: define internal {{.*}}@f(
// DEV-NOT:     @molt_type_function
// DEV:             call i64 @molt_call_py(
// The engine's stack is reckoned by the runtime.
// WASM-LABEL: define internal {{.*}}@f.fast(
// WASM-NOT:    @molt_type_function
// WASM:        call i64 @molt_call_py(
py.func @f {
^bb0(%g: !py.value, %a: !py.value):
  %r = py.call %g(%a, %a)
  %m = py.call_method "m"(%r, %a)
  %l, %s = py.load_method %m "append"
  %n = py.call_loaded %l(%s, %a)
  py.return %n
} attributes {name = "f", qualname = "f", first_line = 1 : i32, flags = 0 : i32, positional_only_count = 0 : i32, positional_count = 2 : i32, keyword_only_count = 0 : i32, variable_names = ["g", "a"], cell_names = [], free_names = []}
py.module_code @m "m" "m.py" @f
