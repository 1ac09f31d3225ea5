// The module `_weakref`: weakref.ref and weakref.proxy.
#include "runtime/modules/_weakref.gen.h"

#include "runtime/core/attribute.h"
#include "runtime/core/call.h"
#include "runtime/core/containers.h"
#include "runtime/core/iterate.h"
#include "runtime/core/operators.h"
#include "runtime/core/str_literal.h"
#include "runtime/core/weak_references.h"
#include "runtime/modules/native_module.h"
#include "runtime/types/dict.h"
#include "runtime/types/generic_alias.h"
#include "runtime/types/list.h"

namespace molt {

extern "C" {
extern Type molt_type_weakref_ref, molt_type_weakref_proxy, molt_type_weakref_callable_proxy;
}
TYPE_IDENTITY(weakref_ref)

namespace {

WeakReference *asReference(Borrowed<> self) { return self.as<WeakReference>().get(); }

// The object of a reference, or null once it is dead. What is being destroyed is dead.
Owned<> strong(const WeakReference *reference) {
  Object *object = reference->referent;
  return object && object->refcount != 0 ? Owned<>::retain(Borrowed<>(Value::fromObject(object))) : Owned<>();
}

bool isProxyType(const Type *type) { return type == &molt_type_weakref_proxy || type == &molt_type_weakref_callable_proxy; }

// An object's list begins with a plain ref without callback, and then such a proxy; each if there is one.
struct SharedReferences {
  WeakReference *ref = nullptr, *proxy = nullptr;
  explicit SharedReferences(Object *object) {
    WeakReference *at = firstWeakReference(object);
    if (at && at->callback.isNull() && at->type == &molt_type_weakref_ref) {
      ref = at;
      at = at->next;
    }
    if (at && at->callback.isNull() && isProxyType(at->type))
      proxy = at;
  }
};

Result<Object *> referentOf(Borrowed<> object) {
  if (!typeOf(object)->has(kTypeHasWeakrefs))
    return raise(TypeError, "cannot create weak reference to '%T' object", object);
  return object.value().asObject();
}

Owned<WeakReference> makeReference(Type *type, Object *object, Borrowed<> callback, WeakReference *after) {
  Owned<WeakReference> made =
      Owned<WeakReference>::steal(static_cast<WeakReference *>(allocateObject(type, sizeof(WeakReference), 0)));
  made->callback = Owned<>::retain(callback).intoValue();
  made->referent = object;
  linkWeakReference(made.get(), after);
  return made;
}

// ---- ref ----------------------------------------------------------------------------------------------

void destroyReference(Object *object) {
  auto *self = static_cast<WeakReference *>(object);
  unlinkWeakReference(self);
  releaseField(self->callback);
}
void traverseReference(Object *object, Visitor &visitor) { visitor.visit(static_cast<WeakReference *>(object)->callback); }

Result<int64_t> hashReference(Borrowed<> object) {
  WeakReference *self = asReference(object);
  if (self->isHashed)
    return self->hash;
  Owned<> referent = strong(self);
  if (!referent)
    return raise(TypeError, "weak object has gone away");
  int64_t hash = TRY(hash_py(referent));
  self->isHashed = true;
  return self->hash = hash;
}

// Living references are equal when their objects are; dead ones only to themselves.
Result<Owned<>> compareReferences(Borrowed<> left, Borrowed<> right, Comparison operation) {
  bool isEquality = operation == Comparison::kEqual || operation == Comparison::kNotEqual;
  if (!isEquality || !isInstance(left, molt_is_weakref_ref) || !isInstance(right, molt_is_weakref_ref))
    return ownedNotImplemented();
  Owned<> one = strong(asReference(left)), other = strong(asReference(right));
  if (!one || !other)
    return ownedBool((left.value() == right.value()) == (operation == Comparison::kEqual));
  return compare_py(one, other, operation);
}

// The name of the object, if it has one that is a str.
Result<Owned<>> nameOf_py(Borrowed<> object) {
  Owned<> name = TRY(getOptionalAttribute_py(object, "__name__"_str));
  return name.value().isExhausted() || !isStr(name) ? ownedNone() : std::move(name);
}

Result<Owned<Str>> addressOf_py(Borrowed<> object) {
  return formatStr("0x%x", static_cast<uint64_t>(reinterpret_cast<uintptr_t>(object.value().asObject())));
}

Result<Owned<Str>> reprReference(Borrowed<> object) {
  Owned<> referent = strong(asReference(object));
  Owned<Str> here = TRY(addressOf_py(object));
  if (!referent)
    return formatStr("<weakref at %S; dead>", here);
  Owned<Str> there = TRY(addressOf_py(referent));
  Owned<> name = TRY(nameOf_py(referent));
  if (isNone(name))
    return formatStr("<weakref at %S; to '%T' at %S>", here, referent, there);
  return formatStr("<weakref at %S; to '%T' at %S (%S)>", here, referent, there, name);
}

// A subclass may give its __init__ what it wants after these.
Result<void> initReference(Borrowed<>, const Value *, uint64_t count, Borrowed<Tuple> names) {
  if (names && names->length)
    return raise(TypeError, "ref() takes no keyword arguments");
  return checkPositionalCount("__init__", count, 1, 2);
}

// ---- proxy --------------------------------------------------------------------------------------------

// What a proxy stands for; anything else is itself.
Result<Owned<>> unwrap(Borrowed<> value) {
  if (!isProxyType(typeOf(value)))
    return Owned<>::retain(value);
  Owned<> object = strong(asReference(value));
  if (!object)
    return raise(ReferenceError, "weakly-referenced object no longer exists");
  return object;
}

Result<Owned<>> getProxyAttribute(Borrowed<> self, Borrowed<Str> name) {
  return getAttribute_py(TRY(unwrap(self)), name);
}
Result<void> setProxyAttribute(Borrowed<> self, Borrowed<Str> name, Borrowed<> value) {
  Owned<> object = TRY(unwrap(self));
  return value ? setAttribute_py(object, name, value) : deleteAttribute_py(object, name);
}
Result<Owned<>> callProxy(Borrowed<> self, const Value *arguments, uint64_t count, Borrowed<Tuple> names) {
  return call_py(TRY(unwrap(self)), arguments, count, names);
}
Result<Owned<Str>> strOfProxy(Borrowed<> self) { return str_py(TRY(unwrap(self))); }
Result<Owned<Str>> reprOfProxy(Borrowed<> self) {
  Owned<> referent = strong(asReference(self));
  Owned<Str> here = TRY(addressOf_py(self));
  if (!referent)
    return formatStr("<weakproxy at %S; dead>", here);
  return formatStr("<weakproxy at %S; to '%T' at %S>", here, referent, TRY(addressOf_py(referent)));
}
Result<int64_t> hashOfProxy(Borrowed<> self) { return unhashable(self); }
Result<bool> truthOfProxy(Borrowed<> self) { return truth_py(TRY(unwrap(self))); }
Result<Owned<>> compareProxies(Borrowed<> left, Borrowed<> right, Comparison operation) {
  Owned<> one = TRY(unwrap(left)), other = TRY(unwrap(right));
  return compare_py(one, other, operation);
}
Result<Owned<>> iterOfProxy(Borrowed<> self) { return getIterator_py(TRY(unwrap(self))); }
Result<Owned<>> nextOfProxy(Borrowed<> self) {
  Owned<> object = TRY(unwrap(self));
  if (!typeOf(object)->next)
    return raise(TypeError, "Weakref proxy referenced a non-iterator '%.200T' object", object);
  return iteratorNext_py(object);
}

template <BinaryOperator operation> Result<Owned<>> binaryOfProxy(Borrowed<> left, Borrowed<> right) {
  Owned<> one = TRY(unwrap(left)), other = TRY(unwrap(right));
  return binary_py(operation, one, other);
}
template <BinaryOperator operation> Result<Owned<>> inplaceOfProxy(Borrowed<> left, Borrowed<> right) {
  Owned<> one = TRY(unwrap(left)), other = TRY(unwrap(right));
  return inplace_py(operation, one, other);
}
Result<Owned<>> powerOfProxy(Borrowed<> base, Borrowed<> exponent, Borrowed<> modulus) {
  Owned<> one = TRY(unwrap(base)), other = TRY(unwrap(exponent)), third = TRY(unwrap(modulus));
  return power_py(one, other, third);
}
template <LiteralText name> Result<Owned<>> specialOfProxy(Borrowed<> self) {
  return callMethod_py(TRY(unwrap(self)), Borrowed<Str>(&strLiteral<name>.header), {});
}

Result<int64_t> lengthOfProxy(Borrowed<> self) { return length_py(TRY(unwrap(self))); }
Result<Owned<>> getItemOfProxy(Borrowed<> self, Borrowed<> key) { return getItem_py(TRY(unwrap(self)), key); }
Result<void> setItemOfProxy(Borrowed<> self, Borrowed<> key, Borrowed<> value) {
  Owned<> object = TRY(unwrap(self));
  return value ? setItem_py(object, key, value) : deleteItem_py(object, key);
}
Result<bool> containsOfProxy(Borrowed<> self, Borrowed<> item) { return contains_py(TRY(unwrap(self)), item); }

constexpr NumberSlots kProxyNumber = {
    .add = binaryOfProxy<BinaryOperator::kAdd>,
    .subtract = binaryOfProxy<BinaryOperator::kSubtract>,
    .multiply = binaryOfProxy<BinaryOperator::kMultiply>,
    .matrixMultiply = binaryOfProxy<BinaryOperator::kMatrixMultiply>,
    .trueDivide = binaryOfProxy<BinaryOperator::kTrueDivide>,
    .floorDivide = binaryOfProxy<BinaryOperator::kFloorDivide>,
    .modulo = binaryOfProxy<BinaryOperator::kModulo>,
    .divmod = binaryOfProxy<BinaryOperator::kDivmod>,
    .shiftLeft = binaryOfProxy<BinaryOperator::kShiftLeft>,
    .shiftRight = binaryOfProxy<BinaryOperator::kShiftRight>,
    .bitAnd = binaryOfProxy<BinaryOperator::kBitAnd>,
    .bitOr = binaryOfProxy<BinaryOperator::kBitOr>,
    .bitXor = binaryOfProxy<BinaryOperator::kBitXor>,
    .inplaceAdd = inplaceOfProxy<BinaryOperator::kAdd>,
    .inplaceSubtract = inplaceOfProxy<BinaryOperator::kSubtract>,
    .inplaceMultiply = inplaceOfProxy<BinaryOperator::kMultiply>,
    .inplaceMatrixMultiply = inplaceOfProxy<BinaryOperator::kMatrixMultiply>,
    .inplaceTrueDivide = inplaceOfProxy<BinaryOperator::kTrueDivide>,
    .inplaceFloorDivide = inplaceOfProxy<BinaryOperator::kFloorDivide>,
    .inplaceModulo = inplaceOfProxy<BinaryOperator::kModulo>,
    .inplaceShiftLeft = inplaceOfProxy<BinaryOperator::kShiftLeft>,
    .inplaceShiftRight = inplaceOfProxy<BinaryOperator::kShiftRight>,
    .inplaceBitAnd = inplaceOfProxy<BinaryOperator::kBitAnd>,
    .inplaceBitOr = inplaceOfProxy<BinaryOperator::kBitOr>,
    .inplaceBitXor = inplaceOfProxy<BinaryOperator::kBitXor>,
    .power = powerOfProxy,
    .inplacePower = inplaceOfProxy<BinaryOperator::kPower>,
    .negative = specialOfProxy<"__neg__">,
    .positive = specialOfProxy<"__pos__">,
    .absolute = specialOfProxy<"__abs__">,
    .invert = specialOfProxy<"__invert__">,
    .toInt = specialOfProxy<"__int__">,
    .toFloat = specialOfProxy<"__float__">,
    .index = specialOfProxy<"__index__">,
};
constexpr ContainerSlots kProxyContainer = {.length = lengthOfProxy,
                                            .getItem = getItemOfProxy,
                                            .setItem = setItemOfProxy,
                                            .contains = containsOfProxy};

constexpr TypeSpec proxySpec(const char *name, CallSlot call) {
  return TypeSpec{.name = name,
                  .module = "weakref",
                  .size = sizeof(WeakReference),
                  .flags = kTypeGC | kTypeNoNew,
                  .destroy = destroyReference,
                  .traverse = traverseReference,
                  .clear = destroyReference,
                  .repr = reprOfProxy,
                  .str = strOfProxy,
                  .hash = hashOfProxy,
                  .call = call,
                  .getAttribute = getProxyAttribute,
                  .setAttribute = setProxyAttribute,
                  .compare = compareProxies,
                  .iter = iterOfProxy,
                  .next = nextOfProxy,
                  .truth = truthOfProxy,
                  .number = &kProxyNumber,
                  .container = &kProxyContainer};
}

Result<void> setUp(Borrowed<Module>, Borrowed<Dict> dict) {
  dictSetName(dict, "ref"_str, Borrowed<>(Value::fromObject(&molt_type_weakref_ref)));
  dictSetName(dict, "ProxyType"_str, Borrowed<>(Value::fromObject(&molt_type_weakref_proxy)));
  dictSetName(dict, "CallableProxyType"_str, Borrowed<>(Value::fromObject(&molt_type_weakref_callable_proxy)));
  return {};
}

} // namespace

extern "C" {
constinit Type molt_type_weakref_ref{TypeSpec{.name = "ReferenceType",
                                              .module = "weakref",
                                              .doc = weakref_ref_doc,
                                              .size = sizeof(WeakReference),
                                              .flags = kTypeGC | kTypeBaseAllowed,
                                              .methods = weakref_ref_methods,
                                              .getsets = weakref_ref_getset,
                                              .destroy = destroyReference,
                                              .traverse = traverseReference,
                                              .clear = destroyReference,
                                              .repr = reprReference,
                                              .hash = hashReference,
                                              .call = weakref_ref_call_slot,
                                              .compare = compareReferences,
                                              .newInstance = weakref_ref_new_slot,
                                              .init = initReference}};
constinit Type molt_type_weakref_proxy{proxySpec("ProxyType", nullptr)};
constinit Type molt_type_weakref_callable_proxy{proxySpec("CallableProxyType", callProxy)};
}

const NativeModule nativeModule__weakref{
    .name = "_weakref", .functions = _weakref_functions, .setUp = setUp, .doc = _weakref_doc, .types = _weakref_types};

Result<Owned<>> weakref_ref_new(Borrowed<Type> cls, Borrowed<> object, Borrowed<> callback) {
  Object *referent = TRY(referentOf(object));
  if (isNone(callback))
    callback = {};
  SharedReferences shared(referent);
  if (callback || cls.get() != &molt_type_weakref_ref)
    return makeReference(cls.get(), referent, callback, shared.proxy ? shared.proxy : shared.ref);
  if (shared.ref && shared.ref->refcount != 0)
    return Owned<>::retain(Borrowed<>(Value::fromObject(shared.ref)));
  return makeReference(cls.get(), referent, {}, nullptr);
}

Result<Owned<>> weakref_ref_call(Borrowed<WeakReference> self) {
  Owned<> object = strong(self.get());
  return object ? std::move(object) : ownedNone();
}
Result<Owned<>> weakref_ref_callback(Borrowed<WeakReference> self) {
  return self->callback.isNull() ? ownedNone() : Owned<>::retain(Borrowed<>(self->callback));
}
Result<Owned<>> weakref_ref_class_getitem(Borrowed<Type> cls, Borrowed<> item) { return makeGenericAlias(cls, item); }

Result<int64_t> _weakref_getweakrefcount(Borrowed<> object) {
  int64_t count = 0;
  if (object.value().isObject())
    for (WeakReference *at = firstWeakReference(object.value().asObject()); at; at = at->next)
      count += at->refcount != 0;
  return count;
}
Result<Owned<>> _weakref_getweakrefs(Borrowed<> object) {
  Owned<List> references = makeList();
  if (object.value().isObject())
    for (WeakReference *at = firstWeakReference(object.value().asObject()); at; at = at->next)
      if (at->refcount != 0)
        listAppend(references, Borrowed<>(Value::fromObject(at)));
  return references;
}

Result<Owned<>> _weakref_proxy(Borrowed<> object, Borrowed<> callback) {
  Object *referent = TRY(referentOf(object));
  if (isNone(callback))
    callback = {};
  SharedReferences shared(referent);
  if (!callback && shared.proxy && shared.proxy->refcount != 0)
    return Owned<>::retain(Borrowed<>(Value::fromObject(shared.proxy)));
  Type &type = isCallable(object) ? molt_type_weakref_callable_proxy : molt_type_weakref_proxy;
  return makeReference(&type, referent, callback, callback && shared.proxy ? shared.proxy : shared.ref);
}

Result<void> _weakref__remove_dead_weakref(Borrowed<Dict> dict, Borrowed<> key) {
  Owned<> value = Owned<>::retain(TRY(dictGet_py(dict, key)));
  if (!value)
    return {};
  if (!isInstance(value, molt_is_weakref_ref))
    return raise(TypeError, "not a weakref");
  if (strong(asReference(value)))
    return {};
  return deleteItem_py(dict, key);
}

} // namespace molt
