#include "runtime/types/generic_alias.h"

#include "runtime/core/attribute.h"
#include "runtime/core/call.h"
#include "runtime/core/iterate.h"
#include "runtime/core/operators.h"
#include "runtime/core/str_literal.h"
#include "runtime/types/generic_alias.gen.h"
#include "runtime/types/text_parts.h"
#include "runtime/types/tuple.h"

#include <cstring>

namespace molt {

extern "C" {
extern Type molt_type_GenericAlias;
}

struct GenericAlias : Object {
  Value origin;
  Ptr<Tuple> arguments;
};

namespace {

GenericAlias *asAlias(Borrowed<> self) { return self.as<GenericAlias>().get(); }

void destroyAlias(Object *object) {
  GenericAlias *self = static_cast<GenericAlias *>(object);
  Value origin = std::exchange(self->origin, Value());
  Tuple *arguments = std::exchange(self->arguments, Ptr<Tuple>());
  if (!origin.isNull())
    release(origin);
  if (arguments)
    release(Value::fromObject(arguments));
}

void traverseAlias(Object *object, Visitor &visitor) {
  GenericAlias *self = static_cast<GenericAlias *>(object);
  visitor.visit(self->origin);
  visitor.visit(self->arguments);
}

// A class by its name, `...` as such, anything else by its repr.
Result<void> appendItem_py(TextBuffer &out, Borrowed<> item) {
  if (item.value() == ellipsis().value()) {
    out.append("...");
    return {};
  }
  if (!isType(item))
    return appendRepr_py(out, item);
  Owned<> module = TRY(getOptionalAttribute_py(item, "__module__"_str));
  Owned<> name = TRY(getAttribute_py(item, "__qualname__"_str));
  if (!isExhausted(module) && isStr(module) && !strEqual(module.borrow().as<Str>(), "builtins")) {
    out.append(module.borrow().as<Str>()->data(), module.borrow().as<Str>()->size);
    out.append('.');
  }
  Owned<Str> text = TRY(str_py(name));
  out.append(text->data(), text->size);
  return {};
}

Result<Owned<Str>> reprAlias(Borrowed<> self) {
  TextBuffer out;
  TRY(appendItem_py(out, Borrowed<>(asAlias(self)->origin)));
  out.append('[');
  Borrowed<Tuple> arguments(asAlias(self)->arguments.get());
  for (uint64_t i = 0; i < arguments->length; ++i) {
    if (i)
      out.append(", ");
    TRY(appendItem_py(out, tupleItem(arguments, i)));
  }
  if (arguments->length == 0)
    out.append("()");
  out.append(']');
  return finishText(out);
}

Result<Owned<>> compareAlias(Borrowed<> left, Borrowed<> right, Comparison operation) {
  if (!isInstance(right, molt_type_GenericAlias) ||
      (operation != Comparison::kEqual && operation != Comparison::kNotEqual))
    return ownedNotImplemented();
  bool equal = TRY(equals_py(Borrowed<>(asAlias(left)->origin), Borrowed<>(asAlias(right)->origin)));
  if (equal)
    equal = TRY(equals_py(Borrowed<Tuple>(asAlias(left)->arguments.get()),
                          Borrowed<Tuple>(asAlias(right)->arguments.get())));
  return ownedBool(equal == (operation == Comparison::kEqual));
}

Result<int64_t> hashAlias(Borrowed<> self) {
  int64_t origin = TRY(hash_py(Borrowed<>(asAlias(self)->origin)));
  int64_t arguments = TRY(hash_py(Borrowed<Tuple>(asAlias(self)->arguments.get())));
  int64_t hash = origin ^ arguments;
  return hash == -1 ? -2 : hash;
}

// list[int](...) makes a list.
Result<Owned<>> callAlias(Borrowed<> self, const Value *arguments, uint64_t positionalCount,
                          Borrowed<Tuple> names) {
  return call_py(Borrowed<>(asAlias(self)->origin), arguments, positionalCount, names);
}

Result<Owned<>> getAttributeOfAlias(Borrowed<> self, Borrowed<Str> name) {
  bool special = name->size > 2 && std::memcmp(name->data(), "__", 2) == 0;
  if (special)
    return objectGetAttribute(self, name);
  return getAttribute_py(Borrowed<>(asAlias(self)->origin), name);
}

} // namespace

Result<Owned<>> makeGenericAlias(Borrowed<Type> origin, Borrowed<> arguments) {
  return GenericAlias_new(Borrowed<Type>(&molt_type_GenericAlias), origin, arguments);
}

Result<Owned<>> GenericAlias_new(Borrowed<Type> cls, Borrowed<> origin, Borrowed<> arguments) {
  Owned<GenericAlias> alias = Owned<GenericAlias>::steal(
      static_cast<GenericAlias *>(allocateObject(cls.get(), sizeof(GenericAlias), 0)));
  Value item = arguments.value();
  Owned<Tuple> tuple = isTuple(arguments) ? Owned<Tuple>::retain(arguments.as<Tuple>())
                                          : makeTuple(&item, 1);
  alias->origin = Owned<>::retain(origin).intoValue();
  alias->arguments = tuple.get();
  (void)tuple.intoValue();
  return alias;
}

Result<Owned<>> GenericAlias_origin(Borrowed<GenericAlias> self) {
  return Owned<>::retain(Borrowed<>(self->origin));
}
Result<Owned<>> GenericAlias_args(Borrowed<GenericAlias> self) {
  return Owned<Tuple>::retain(Borrowed<Tuple>(self->arguments.get()));
}
Result<Owned<>> GenericAlias_parameters(Borrowed<GenericAlias>) {
  return Owned<Tuple>::retain(emptyTuple());
}
Result<Owned<>> GenericAlias_mro_entries(Borrowed<GenericAlias> self, Borrowed<>) {
  return makeTuple(&self->origin, 1);
}
Result<Owned<>> GenericAlias_instancecheck(Borrowed<GenericAlias>, Borrowed<>) {
  return raise(TypeError, "isinstance() argument 2 cannot be a parameterized generic");
}
Result<Owned<>> GenericAlias_subclasscheck(Borrowed<GenericAlias>, Borrowed<>) {
  return raise(TypeError, "issubclass() argument 2 cannot be a parameterized generic");
}

extern "C" constinit Type molt_type_GenericAlias{TypeSpec{
    .name = "GenericAlias",
    .module = "types",
    .doc = GenericAlias_doc,
    .size = sizeof(GenericAlias),
    .flags = kTypeGC | kTypeBaseAllowed | kTypeHasWeakrefs,
    .methods = GenericAlias_methods,
    .getsets = GenericAlias_getset,
    .destroy = destroyAlias,
    .traverse = traverseAlias,
    .clear = destroyAlias,
    .repr = reprAlias,
    .hash = hashAlias,
    .call = callAlias,
    .getAttribute = getAttributeOfAlias,
    .compare = compareAlias,
    .newInstance = GenericAlias_new_slot,
}};

} // namespace molt
