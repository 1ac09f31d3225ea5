// Tuples whose items also have names: sys.version_info, time.struct_time, ...
//
//   constexpr MemberDef kFields[] = {structField("major", 0), ..., structFieldEnd()};
//   extern "C" constinit Type molt_type_version_info{structSequenceSpec("version_info", "sys", kFields)};
#pragma once

#include "runtime/core/errors.h"
#include "runtime/core/type.h"

namespace molt {

constexpr MemberDef structField(const char *name, uint32_t index) {
  return {name, static_cast<uint32_t>(sizeof(Tuple) + index * sizeof(Value)), MemberKind::kObject};
}
constexpr MemberDef structFieldEnd() { return {nullptr, 0, MemberKind::kObject}; }

Result<Owned<Str>> structSequenceRepr(Borrowed<> self);
Result<Owned<>> structSequenceNew(Borrowed<Type> type, const Value *arguments, uint64_t count, Borrowed<Tuple> names);

// tuple's own slots, for these types.
Result<int64_t> structSequenceHash(Borrowed<> self);
Result<Owned<>> structSequenceCompare(Borrowed<> left, Borrowed<> right, Comparison operation);
Result<Owned<>> structSequenceIter(Borrowed<> self);
void structSequenceDestroy(Object *self);
void structSequenceTraverse(Object *self, Visitor &visitor);
extern const ContainerSlots kStructSequenceContainer;

constexpr TypeSpec structSequenceSpec(const char *name, const char *module, const MemberDef *fields, bool callable) {
  TypeSpec spec;
  spec.name = name;
  spec.module = module;
  spec.base = &molt_type_tuple;
  spec.size = sizeof(Tuple);
  spec.itemSize = sizeof(Value);
  spec.flags = kTypeGC | kTypeTuple | kTypeSequence | (callable ? 0u : uint32_t{kTypeNoNew});
  spec.members = fields;
  spec.destroy = structSequenceDestroy;
  spec.traverse = structSequenceTraverse;
  spec.repr = structSequenceRepr;
  spec.hash = structSequenceHash;
  spec.compare = structSequenceCompare;
  spec.iter = structSequenceIter;
  spec.newInstance = callable ? structSequenceNew : nullptr;
  spec.container = &kStructSequenceContainer;
  return spec;
}

// An instance: its items are retained.
Owned<Tuple> makeStructSequence(Type &type, const Value *items, uint64_t count);

} // namespace molt
