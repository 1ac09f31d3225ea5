// RUN: molt-opt --emit-llvm --dev %s | FileCheck %s

// A str that is not ASCII, hashed over its code points in two bytes each; behind its text is room for the index.
// CHECK: @str{{.*}} = private global {{.*}} <{ ptr @molt_type_str, i32 -2147483648, i32 512, i64 2, i64 5, i64 {{-?[0-9]+}}, [8 x i8] c"\C3\A4\E2\82\AC\00\00\00", i64 0 }>
// CHECK: @tuple{{.*}} = private global {{.*}} <{ ptr @molt_type_tuple, i32 -2147483648, i32 0, i64 3, i64 -562949953421311, ptr @molt_true, i64 4609997168567123968 }
// CHECK: c"1000000000000000000000000000000\00"

// CHECK-LABEL: define internal i64 @f
py.func @f {
^bb0(%a: !py.value):
  %s = py.constant "ä€"
  %t = py.constant [1 : i64, true, 1.5 : f64]
  // Big ints and what contains them are made when the module starts.
  // CHECK: load i64, ptr %{{.*}}
  %big = py.constant 1000000000000000000000000000000 : i128
  %x = py.make_tuple (%s, %t, %big)
  py.return %x
} attributes {name = "f", qualname = "f", first_line = 1 : i32, flags = 0 : i32, positional_only_count = 0 : i32, positional_count = 1 : i32, keyword_only_count = 0 : i32, variable_names = ["a"], cell_names = [], free_names = []}
py.module_code @m "m" "m.py" @f

// CHECK-LABEL: define internal i64 @m.constants(ptr %0)
// CHECK: call i64 @molt_make_big_int(ptr @text{{.*}}, i64 31)
