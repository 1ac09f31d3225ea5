#include "runtime/types/generic_alias.h"

#include "runtime/core/attribute.h"
#include "runtime/core/call.h"
#include "runtime/core/iterate.h"
#include "runtime/core/operators.h"
#include "runtime/core/str_literal.h"
#include "runtime/types/generic_alias.gen.h"
#include "runtime/types/iterators.h"
#include "runtime/types/text_parts.h"
#include "runtime/types/tuple.h"
#include "runtime/types/type_parameters.h"
#include "runtime/types/union_type.h"

#include <cstring>

namespace molt {

extern "C" {
extern Type molt_type_GenericAlias, molt_type__GenericAlias;
}

struct GenericAlias : Object {
  static constexpr uint32_t kStarred = 1u << kTypeFlagsShift; // *tuple[int, str]
  static constexpr uint32_t kTyping = 2u << kTypeFlagsShift;  // typing._GenericAlias
  static constexpr uint32_t kUnpacked = 4u << kTypeFlagsShift; // typing.Unpack[...]
  Value origin;
  Ptr<Tuple> arguments;
  bool isStarred() const { return flags & kStarred; }
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

Result<void> appendItems_py(TextBuffer &out, Borrowed<Tuple> items, bool isTyping);

// A class by its name, `...` as such, a list (for a ParamSpec) by its items, anything else by its repr.
Result<void> appendItem_py(TextBuffer &out, Borrowed<> item, bool isTyping) {
  if (item.value() == ellipsis().value()) {
    out.append("...");
    return {};
  }
  if (isList(item) || (isTuple(item) && isTyping)) {
    out.append('[');
    Owned<Tuple> items = isList(item) ? molt_list_to_tuple(item.as<List>()) : Owned<Tuple>::retain(item.as<Tuple>());
    TRY(appendItems_py(out, items, isTyping));
    out.append(']');
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

Result<void> appendItems_py(TextBuffer &out, Borrowed<Tuple> items, bool isTyping) {
  for (uint64_t i = 0; i < items->length; ++i) {
    if (i)
      out.append(", ");
    TRY(appendItem_py(out, tupleItem(items, i), isTyping));
  }
  return {};
}

Result<Owned<Str>> reprAlias(Borrowed<> self) {
  TextBuffer out;
  bool isTyping = asAlias(self)->flags & GenericAlias::kTyping;
  if (asAlias(self)->isStarred())
    out.append('*');
  TRY(appendItem_py(out, Borrowed<>(asAlias(self)->origin), isTyping));
  out.append('[');
  Borrowed<Tuple> arguments(asAlias(self)->arguments.get());
  TRY(appendItems_py(out, arguments, isTyping));
  if (arguments->length == 0)
    out.append("()");
  out.append(']');
  return finishText(out);
}

bool isAliasLike(Borrowed<> left, Borrowed<> right) {
  return typeOf(right)->traverse == traverseAlias && !((asAlias(left)->flags ^ asAlias(right)->flags) & GenericAlias::kTyping);
}

Result<Owned<>> compareAlias(Borrowed<> left, Borrowed<> right, Comparison operation) {
  if (!isAliasLike(left, right) ||
      (operation != Comparison::kEqual && operation != Comparison::kNotEqual))
    return ownedNotImplemented();
  bool equal = asAlias(left)->isStarred() == asAlias(right)->isStarred();
  if (equal)
    equal = TRY(equals_py(Borrowed<>(asAlias(left)->origin), Borrowed<>(asAlias(right)->origin)));
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
  Owned<> alias = Owned<>::retain(self);
  Owned<> made = TRY(call_py(Borrowed<>(asAlias(self)->origin), arguments, positionalCount, names));
  if (setAttribute_py(made, "__orig_class__"_str, alias).raised())
    if (!clearIfMatches(AttributeError) && !clearIfMatches(TypeError))
      return Raised{};
  return made;
}

// alias[arguments]: in the places of its parameters.
Result<Owned<>> getItemOfAlias(Borrowed<> self, Borrowed<> key) {
  Owned<Tuple> arguments = Owned<Tuple>::retain(Borrowed<Tuple>(asAlias(self)->arguments.get()));
  Owned<Tuple> parameters = TRY(collectParameters_py(arguments));
  if (!parameters->length || !isTypeParameter(Borrowed<>(parameters->items()[0])))
    return raise(TypeError, "%R is not a generic class", self);
  Owned<Tuple> bound = TRY(substituterOf(Borrowed<>(parameters->items()[0]))(self, arguments, parameters, key));
  uint32_t isTyping = asAlias(self)->flags & GenericAlias::kTyping;
  Borrowed<Type> type(isTyping ? typeOf(self) : &molt_type_GenericAlias);
  Owned<> made = TRY(GenericAlias_new(type, Borrowed<>(asAlias(self)->origin), bound));
  made.value().asObject()->flags |= isTyping;
  return made;
}

// *alias stands for one item, which says so.
Result<Owned<>> iterAlias(Borrowed<> self) {
  Owned<> item = TRY(makeGenericAlias(Borrowed<>(asAlias(self)->origin), Borrowed<Tuple>(asAlias(self)->arguments.get())));
  item.value().asObject()->flags |= GenericAlias::kStarred;
  Value items[] = {item.value()};
  return makeTupleIterator(makeTuple(items, 1));
}

constexpr NumberSlots aliasNumber{.bitOr = makeUnion_py};
constexpr ContainerSlots aliasContainer{.getItem = getItemOfAlias};

Result<Owned<>> getAttributeOfAlias(Borrowed<> self, Borrowed<Str> name) {
  bool special = name->size > 2 && std::memcmp(name->data(), "__", 2) == 0;
  if (special)
    return objectGetAttribute(self, name);
  return getAttribute_py(Borrowed<>(asAlias(self)->origin), name);
}

} // namespace

Result<Owned<>> makeGenericAlias(Borrowed<> origin, Borrowed<> arguments) {
  return GenericAlias_new(Borrowed<Type>(&molt_type_GenericAlias), origin, arguments);
}

bool isGenericAlias(Borrowed<> value) { return typeOf(value)->traverse == traverseAlias; }

static bool isTypingAlias(Borrowed<> value) {
  return isGenericAlias(value) && asAlias(value)->flags & GenericAlias::kTyping;
}

bool isTypingAliasOf(Borrowed<> value, Borrowed<> origin) {
  return isTypingAlias(value) && asAlias(value)->origin == origin.value();
}

// ---- Parameters -----------------------------------------------------------------------------------------------------

namespace {

void addOnce(Borrowed<List> list, Borrowed<> item) {
  for (uint64_t i = 0; i < list->length; ++i)
    if (list->items[i] == item.value())
      return;
  listAppend(list, item);
}


} // namespace

Result<Owned<Tuple>> parametersIn_py(Borrowed<> argument) {
  if (isTuple(argument))
    return collectParameters_py(argument.as<Tuple>());
  if (!isType(argument)) {
    Owned<> found = TRY(getOptionalAttribute_py(argument, "__parameters__"_str));
    if (!isExhausted(found) && isTuple(found))
      return std::move(found).as<Tuple>();
  }
  return Owned<Tuple>::retain(emptyTuple());
}

Borrowed<> unpackedIn(Borrowed<> value) {
  bool isUnpacked = isTypingAlias(value) && asAlias(value)->flags & GenericAlias::kUnpacked;
  return isUnpacked ? Borrowed<>(asAlias(value)->arguments->items()[0]) : Borrowed<>();
}

Result<Owned<Tuple>> collectParameters_py(Borrowed<Tuple> arguments) {
  Owned<List> found = makeList();
  for (uint64_t i = 0; i < arguments->length; ++i) {
    Borrowed<> argument(arguments->items()[i]);
    if (isTypeParameter(argument)) {
      addOnce(found, argument);
      continue;
    }
    Owned<Tuple> inner = TRY(parametersIn_py(argument));
    for (uint64_t k = 0; k < inner->length; ++k)
      addOnce(found, Borrowed<>(inner->items()[k]));
  }
  return molt_list_to_tuple(found);
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
Result<Owned<>> GenericAlias_parameters(Borrowed<GenericAlias> self) {
  return TRY(collectParameters_py(Borrowed<Tuple>(self->arguments.get())));
}
Result<Owned<>> GenericAlias_unpacked(Borrowed<GenericAlias> self) { return ownedBool(self->isStarred()); }
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
    .iter = iterAlias,
    .newInstance = GenericAlias_new_slot,
    .number = &aliasNumber,
    .container = &aliasContainer,
}};

Owned<> makeTypingAlias(Borrowed<> origin, Borrowed<Tuple> arguments) {
  Owned<> made = GenericAlias_new(Borrowed<Type>(&molt_type__GenericAlias), origin, arguments).take(); // cannot fail
  made.value().asObject()->flags |= GenericAlias::kTyping;
  return made;
}

Owned<> makeUnpackAlias(Borrowed<> form, Borrowed<> tuple) {
  Value items[] = {tuple.value()};
  Owned<> made = makeTypingAlias(form, makeTuple(items, 1));
  made.value().asObject()->flags |= GenericAlias::kUnpacked;
  return made;
}

// ---- typing._GenericAlias ---------------------------------------------------------------------------------------------

Result<Owned<>> _GenericAlias_origin(Borrowed<GenericAlias> self) { return GenericAlias_origin(self); }
Result<Owned<>> _GenericAlias_args(Borrowed<GenericAlias> self) { return GenericAlias_args(self); }
Result<Owned<>> _GenericAlias_parameters(Borrowed<GenericAlias> self) { return GenericAlias_parameters(self); }
// Generic[...] stands for itself only where no other generic class follows among the bases.
Result<Owned<>> _GenericAlias_mro_entries(Borrowed<GenericAlias> self, Borrowed<> bases) {
  bool isGeneric = self->origin == Value::unmarked(&molt_type_Generic), isBehind = false;
  for (uint64_t i = 0; isGeneric && i < bases.as<Tuple>()->length; ++i) {
    Borrowed<> base(bases.as<Tuple>()->items()[i]);
    if (isBehind && isTypingAlias(base))
      return Owned<>(Owned<Tuple>::retain(emptyTuple()));
    isBehind |= base.value() == Borrowed<>(self).value();
  }
  return makeTuple(&self->origin, 1);
}
Result<Owned<>> _GenericAlias_instancecheck(Borrowed<GenericAlias>, Borrowed<>) {
  return raise(TypeError, "Subscripted generics cannot be used with class and instance checks");
}
Result<Owned<>> _GenericAlias_subclasscheck(Borrowed<GenericAlias>, Borrowed<>) {
  return raise(TypeError, "Subscripted generics cannot be used with class and instance checks");
}

extern "C" constinit Type molt_type__GenericAlias{TypeSpec{
    .name = "_GenericAlias",
    .module = "typing",
    .doc = _GenericAlias_doc,
    .size = sizeof(GenericAlias),
    .flags = kTypeGC | kTypeNoNew,
    .methods = _GenericAlias_methods,
    .getsets = _GenericAlias_getset,
    .destroy = destroyAlias,
    .traverse = traverseAlias,
    .clear = destroyAlias,
    .repr = reprAlias,
    .hash = hashAlias,
    .call = callAlias,
    .getAttribute = getAttributeOfAlias,
    .compare = compareAlias,
    .number = &aliasNumber,
    .container = &aliasContainer,
}};

} // namespace molt
