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

Result<void> appendItems_py(TextBuffer &out, Borrowed<Tuple> items, const Type *alias);

// A class by its name, `...` as such, a list (for a ParamSpec) by its items, anything else by its repr.
Result<void> appendItem_py(TextBuffer &out, Borrowed<> item, const Type *alias) {
  if (item.value() == ellipsis().value()) {
    out.append("...");
    return {};
  }
  if (isList(item) || (isTuple(item) && is(alias, molt_is__GenericAlias))) {
    out.append('[');
    TRY(appendItems_py(out, isList(item) ? molt_list_to_tuple(item.as<List>()) : Owned<Tuple>::retain(item.as<Tuple>()), alias));
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

Result<void> appendItems_py(TextBuffer &out, Borrowed<Tuple> items, const Type *alias) {
  for (uint64_t i = 0; i < items->length; ++i) {
    if (i)
      out.append(", ");
    TRY(appendItem_py(out, tupleItem(items, i), alias));
  }
  return {};
}

Result<Owned<Str>> reprAlias(Borrowed<> self) {
  TextBuffer out;
  if (asAlias(self)->isStarred())
    out.append('*');
  TRY(appendItem_py(out, Borrowed<>(asAlias(self)->origin), typeOf(self)));
  out.append('[');
  Borrowed<Tuple> arguments(asAlias(self)->arguments.get());
  TRY(appendItems_py(out, arguments, typeOf(self)));
  if (arguments->length == 0)
    out.append("()");
  out.append(']');
  return finishText(out);
}

bool isAliasLike(Borrowed<> left, Borrowed<> right) {
  return isExactly(left, molt_is__GenericAlias) ? isExactly(right, molt_is__GenericAlias)
                                                : isInstance(right, molt_type_GenericAlias);
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
  if (setAttribute_py(made, "__orig_class__"_str, alias).raised() && !clearIfMatches(AttributeError) && !clearIfMatches(TypeError))
    return Raised{};
  return made;
}

// alias[arguments]: in the places of its parameters.
Result<Owned<>> getItemOfAlias(Borrowed<> self, Borrowed<> key) {
  Owned<Tuple> arguments = Owned<Tuple>::retain(Borrowed<Tuple>(asAlias(self)->arguments.get()));
  Owned<Tuple> parameters = TRY(collectParameters_py(arguments));
  Owned<Tuple> bound = TRY(substitute_py(self, arguments, parameters, key));
  bool isTyping = isExactly(self, molt_is__GenericAlias);
  return GenericAlias_new(Borrowed<Type>(isTyping ? typeOf(self) : &molt_type_GenericAlias), Borrowed<>(asAlias(self)->origin), bound);
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

bool isTypeParameter(Borrowed<> value) {
  return isExactly(value, molt_is_TypeVar) || isExactly(value, molt_is_ParamSpec) || isExactly(value, molt_is_TypeVarTuple);
}

bool isTypingAliasOf(Borrowed<> value, Borrowed<> origin) {
  return isExactly(value, molt_is__GenericAlias) && asAlias(value)->origin == origin.value();
}

// ---- Parameters -----------------------------------------------------------------------------------------------------

namespace {

void addOnce(Borrowed<List> list, Borrowed<> item) {
  for (uint64_t i = 0; i < list->length; ++i)
    if (list->items[i] == item.value())
      return;
  listAppend(list, item);
}

// The parameters in what stands among arguments.
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

// The arguments for all parameters: those that are given, a tuple for what takes several, and defaults.
class Binder {
public:
  Binder(Borrowed<> alias, Borrowed<Tuple> parameters, Borrowed<Tuple> given)
      : alias_(alias), parameters_(parameters), given_(given), bound_(makeList()) {}

  Result<Owned<Tuple>> bind_py() {
    uint64_t count = parameters_->length;
    if (count == 1 && isA(0, molt_is_ParamSpec) && !isParameterList()) {
      listAppend(bound_, given_);
      return molt_list_to_tuple(bound_);
    }
    for (uint64_t i = 0; i < count; ++i) {
      if (isA(i, molt_is_TypeVarTuple)) {
        TRY(bindSeveral(i));
      } else if (next_ < given_->length) {
        Borrowed<> next(given_->items()[next_++]);
        if (isA(i, molt_is_ParamSpec) && isList(next))
          listAppend(bound_, molt_list_to_tuple(next.as<List>()));
        else
          listAppend(bound_, next);
      } else {
        TRY(bindDefault_py(i));
      }
    }
    if (next_ < given_->length)
      return wrongCount("many", "", count);
    return molt_list_to_tuple(bound_);
  }

private:
  bool isA(uint64_t i, const TypeIdentity &type) const { return isExactly(Borrowed<>(parameters_->items()[i]), type); }
  bool isParameterList() const {
    if (given_->length != 1)
      return false;
    Borrowed<> only(given_->items()[0]);
    return isList(only) || isTuple(only) || isExactly(only, molt_is_ParamSpec) || only.value() == ellipsis().value();
  }
  Result<void> bindSeveral(uint64_t i) {
    uint64_t behind = parameters_->length - i - 1;
    if (given_->length < next_ + behind)
      return wrongCount("few", "at least ", parameters_->length - 1);
    uint64_t taken = given_->length - next_ - behind;
    listAppend(bound_, makeTuple(given_->items() + next_, taken));
    next_ += taken;
    return {};
  }
  Result<void> bindDefault_py(uint64_t i) {
    Borrowed<> parameter(parameters_->items()[i]);
    if (runtime().pythonMinor >= 13 && TRY(hasDefault_py(parameter))) {
      Owned<> byDefault = TRY(getAttribute_py(parameter, "__default__"_str));
      listAppend(bound_, byDefault);
      return {};
    }
    if (runtime().pythonMinor < 13 || !isType(alias_))
      return wrongCount("few", "", parameters_->length);
    uint64_t needed = parameters_->length;
    for (uint64_t k = given_->length; k < parameters_->length; ++k)
      needed -= TRY(hasDefault_py(Borrowed<>(parameters_->items()[k])));
    return wrongCount("few", "at least ", needed);
  }
  static Result<bool> hasDefault_py(Borrowed<> parameter) {
    Owned<> answer = TRY(callMethod_py(parameter, "has_default"_str, {}));
    return truth_py(answer);
  }
  Raised wrongCount(const char *which, const char *least, uint64_t expected) const {
    return raise(TypeError, "Too %s arguments for %R; actual %zu, expected %s%zu", which, alias_, given_->length, least, expected);
  }

  Borrowed<> alias_;
  Borrowed<Tuple> parameters_, given_;
  Owned<List> bound_;
  uint64_t next_ = 0;
};

Borrowed<> boundTo(Borrowed<Tuple> parameters, Borrowed<Tuple> bound, Value parameter) {
  for (uint64_t i = 0; i < parameters->length; ++i)
    if (parameters->items()[i] == parameter)
      return Borrowed<>(bound->items()[i]);
  return {};
}

Result<void> addSubstituted_py(Borrowed<List> result, Borrowed<> argument, Borrowed<Tuple> parameters, Borrowed<Tuple> bound) {
  if (Borrowed<> own = boundTo(parameters, bound, argument.value())) {
    if (isExactly(argument, molt_is_TypeVarTuple) && isTuple(own))
      return molt_list_extend_py(result, own);
    listAppend(result, own);
    return {};
  }
  bool isUnpacked = isExactly(argument, molt_is__GenericAlias) && isExactly(Borrowed<>(asAlias(argument)->origin), molt_is__UnpackForm);
  if (isUnpacked)
    return addSubstituted_py(result, Borrowed<>(asAlias(argument)->arguments->items()[0]), parameters, bound);
  Owned<Tuple> inner = TRY(parametersIn_py(argument));
  if (!inner->length) {
    listAppend(result, argument);
    return {};
  }
  Owned<List> values = makeList();
  if (isTuple(argument)) {
    for (uint64_t i = 0; i < argument.as<Tuple>()->length; ++i)
      TRY(addSubstituted_py(values, Borrowed<>(argument.as<Tuple>()->items()[i]), parameters, bound));
    listAppend(result, molt_list_to_tuple(values));
    return {};
  }
  for (uint64_t i = 0; i < inner->length; ++i)
    TRY(addSubstituted_py(values, Borrowed<>(inner->items()[i]), parameters, bound));
  Owned<> made = TRY(getItem_py(argument, molt_list_to_tuple(values)));
  listAppend(result, made);
  return {};
}

} // namespace

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

Result<Owned<Tuple>> substitute_py(Borrowed<> alias, Borrowed<Tuple> aliasArguments, Borrowed<Tuple> parameters, Borrowed<> key) {
  if (!parameters->length)
    return raise(TypeError, "%R is not a generic class", alias);
  Value item = key.value();
  Owned<Tuple> given = isTuple(key) ? Owned<Tuple>::retain(key.as<Tuple>()) : makeTuple(&item, 1);
  Owned<Tuple> bound = TRY(Binder(alias, parameters, given).bind_py());
  Owned<List> result = makeList();
  for (uint64_t i = 0; i < aliasArguments->length; ++i)
    TRY(addSubstituted_py(result, Borrowed<>(aliasArguments->items()[i]), parameters, bound));
  return molt_list_to_tuple(result);
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
  Result<Owned<>> made = GenericAlias_new(Borrowed<Type>(&molt_type__GenericAlias), origin, arguments);
  return made.take(); // cannot fail
}

// ---- typing._GenericAlias ---------------------------------------------------------------------------------------------

Result<Owned<>> _GenericAlias_origin(Borrowed<GenericAlias> self) { return GenericAlias_origin(self); }
Result<Owned<>> _GenericAlias_args(Borrowed<GenericAlias> self) { return GenericAlias_args(self); }
Result<Owned<>> _GenericAlias_parameters(Borrowed<GenericAlias> self) { return GenericAlias_parameters(self); }
// Generic[...] stands for itself only where no other generic class follows among the bases.
Result<Owned<>> _GenericAlias_mro_entries(Borrowed<GenericAlias> self, Borrowed<> bases) {
  bool isGeneric = self->origin == Value::unmarked(typeAt(molt_is_Generic)), isBehind = false;
  for (uint64_t i = 0; isGeneric && i < bases.as<Tuple>()->length; ++i) {
    Borrowed<> base(bases.as<Tuple>()->items()[i]);
    if (isBehind && isExactly(base, molt_is__GenericAlias))
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

TYPE_IDENTITY(_GenericAlias)

} // namespace molt
