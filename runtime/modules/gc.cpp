// The module `gc`.
#include "runtime/modules/gc.gen.h"

#include "runtime/core/collector.h"
#include "runtime/core/containers.h"
#include "runtime/core/str_literal.h"
#include "runtime/modules/native_module.h"
#include "runtime/types/list.h"
#include "runtime/types/tuple.h"

namespace molt {

namespace {
Owned<Tuple> makeTriple(int64_t first, int64_t second, int64_t third) {
  Owned<> items[] = {makeInt(first), makeInt(second), makeInt(third)};
  const Value values[] = {items[0].value(), items[1].value(), items[2].value()};
  return makeTuple(values, 3);
}

Result<void> setUp(Borrowed<Module>, Borrowed<Dict> dict) {
  dictSetName(dict, "garbage"_str, makeList());
  dictSetName(dict, "callbacks"_str, makeList());
  return {};
}
} // namespace

const NativeModule nativeModule_gc{"gc", gc_functions, setUp};

Result<int64_t> gc_collect(int32_t generation) {
  if (generation < 0 || generation > 2)
    return raise(ValueError, "invalid generation");
  return static_cast<int64_t>(collectCycles_py());
}
Result<void> gc_enable() {
  runtime().collector->enabled = true;
  return {};
}
Result<void> gc_disable() {
  runtime().collector->enabled = false;
  return {};
}
Result<bool> gc_isenabled() { return runtime().collector->enabled; }
Result<Owned<>> gc_get_count() { return Owned<>(makeTriple(0, 0, 0)); }
Result<Owned<>> gc_get_threshold() {
  bool old = runtime().pythonMinor < 14;
  return Owned<>(makeTriple(old && runtime().pythonMinor < 13 ? 700 : 2000, 10, old && runtime().pythonMinor < 14 ? 10 : 0));
}
Result<void> gc_set_threshold(int64_t, int64_t, int64_t) { return {}; }
Result<Owned<>> gc_get_stats() {
  Owned<List> stats = makeList();
  for (int generation = 0; generation < 3; ++generation) {
    Owned<Dict> entry = makeDict();
    bool last = generation == 2;
    dictSetName(entry, "collections"_str, makeInt(last ? static_cast<int64_t>(runtime().collector->collections) : 0));
    dictSetName(entry, "collected"_str, makeInt(last ? static_cast<int64_t>(runtime().collector->collected) : 0));
    dictSetName(entry, "uncollectable"_str, makeInt(0));
    listAppend(stats, entry.borrow());
  }
  return Owned<>(std::move(stats));
}
Result<bool> gc_is_tracked(Borrowed<> object) {
  return object.value().isObject() && (object.value().asObject()->flags & kTracked);
}
Result<bool> gc_is_finalized(Borrowed<> object) {
  return object.value().isObject() && (object.value().asObject()->flags & kFinalized);
}
Result<void> gc_freeze() { return {}; }
Result<void> gc_unfreeze() { return {}; }
Result<int64_t> gc_get_freeze_count() { return int64_t{0}; }

} // namespace molt
