#include "runtime/types/struct_sequence.h"

#include "runtime/core/call.h"
#include "runtime/core/containers.h"
#include "runtime/core/operators.h"
#include "runtime/io/byte_buffer.h"
#include "runtime/types/exception_slots.h"

namespace molt {

Owned<Tuple> makeStructSequence(Type &type, const Value *items, uint64_t count) {
  Owned<Tuple> made = Owned<Tuple>::steal(
      static_cast<Tuple *>(allocateObject(&type, sizeof(Tuple), count * sizeof(Value))));
  for (uint64_t i = 0; i < count; ++i) {
    retain(items[i]);
    made->items()[i] = items[i];
  }
  made->length = count;
  return made;
}

Result<Owned<Str>> structSequenceRepr(Borrowed<> self) {
  Borrowed<Tuple> tuple = self.as<Tuple>();
  const Type *type = typeOf(self);
  ByteBuffer out;
  if (std::strcmp(type->module, "builtins") != 0) {
    out.append(type->module);
    out.append('.');
  }
  out.append(type->name);
  out.append('(');
  for (uint64_t i = 0; i < tuple->length && type->members[i].name; ++i) {
    if (i)
      out.append(", ");
    out.append(type->members[i].name);
    out.append('=');
    Owned<Str> item = TRY(repr_py(Borrowed<>(tuple->items()[i])));
    out.append(item->data(), item->size);
  }
  out.append(')');
  return makeStr(out.data(), out.size());
}

Result<Owned<>> structSequenceNew(Borrowed<Type> type, const Value *arguments, uint64_t count, Borrowed<Tuple> names) {
  if (count < 1 || count > 2)
    return raise(TypeError, "%s() missing required argument 'sequence' (pos 1)", type->name);
  Owned<Tuple> items = TRY(sequenceToTuple_py(Borrowed<>(arguments[0])));
  uint64_t fields = 0;
  while (type->members[fields].name)
    ++fields;
  if (items->length < 9 && fields >= 9)
    return raise(TypeError, "%s.%s() takes an at least 9-sequence (%zu-sequence given)", type->module, type->name,
                 items->length);
  return Owned<>(makeStructSequence(*type.get(), items->items(), items->length));
}

void structSequenceDestroy(Object *self) { molt_type_tuple.destroy(self); }
void structSequenceTraverse(Object *self, Visitor &visitor) { molt_type_tuple.traverse(self, visitor); }
Result<int64_t> structSequenceHash(Borrowed<> self) { return molt_type_tuple.hash(self); }
Result<Owned<>> structSequenceCompare(Borrowed<> left, Borrowed<> right, Comparison operation) {
  return molt_type_tuple.compare(left, right, operation);
}
Result<Owned<>> structSequenceIter(Borrowed<> self) { return molt_type_tuple.iter(self); }

namespace {
const ContainerSlots &tupleSlots() { return *molt_type_tuple.container; }
Result<int64_t> length(Borrowed<> self) { return static_cast<int64_t>(self.as<Tuple>()->length); }
Result<Owned<>> getItem(Borrowed<> self, Borrowed<> key) { return tupleSlots().getItem(self, key); }
Result<bool> contains(Borrowed<> self, Borrowed<> item) { return tupleSlots().contains(self, item); }
Result<Owned<>> concat(Borrowed<> left, Borrowed<> right) { return tupleSlots().concat(left, right); }
Result<Owned<>> repeat(Borrowed<> left, Borrowed<> right) { return tupleSlots().repeat(left, right); }
} // namespace

const ContainerSlots kStructSequenceContainer{
    .length = length, .getItem = getItem, .contains = contains, .concat = concat, .repeat = repeat};

} // namespace molt
