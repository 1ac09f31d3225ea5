// The objects that functions, methods and attributes of types are made of. Their types are defined in
// runtime/types, one file each.
#pragma once

#include "runtime/core/errors.h"

namespace molt {

struct SlotRow; // slot_rows.h

// A function of a module (self: the module or null), or a builtin method bound to its object.
struct BuiltinFunction : Object {
  const MethodDef *definition;
  Value self;       // null: none
  Value moduleName; // str or null
  Value qualifier;  // the type of a static or class method, for __qualname__; or null
};

// list.append: a method that is not bound yet.
struct MethodDescriptor : Object {
  Ptr<Type> owner;
  const MethodDef *definition;
};

// A slot's function.
union AnySlot {
  UnarySlot unary;
  BinarySlot binary;
  TernarySlot ternary;
  StrSlot str;
  HashSlot hash;
  TruthSlot truth;
  LengthSlot length;
  ContainsSlot contains;
  SetItemSlot setItem;
  CompareSlot compare;
  GetAttributeSlot getAttribute;
  SetAttributeSlot setAttribute;
  NextSlot next;
  DescriptorGetSlot descriptorGet;
  DescriptorSetSlot descriptorSet;
  CallSlot call;
  NewSlot newInstance;
  InitSlot init;
  DestroySlot destroy;
  uintptr_t word;
  constexpr AnySlot() : word(0) {}
  constexpr AnySlot(decltype(nullptr)) : word(0) {}
  constexpr AnySlot(UnarySlot slot) : unary(slot) {}
  constexpr AnySlot(BinarySlot slot) : binary(slot) {}
  constexpr AnySlot(TernarySlot slot) : ternary(slot) {}
  constexpr AnySlot(StrSlot slot) : str(slot) {}
  constexpr AnySlot(HashSlot slot) : hash(slot) {}
  constexpr AnySlot(TruthSlot slot) : truth(slot) {}
  constexpr AnySlot(ContainsSlot slot) : contains(slot) {}
  constexpr AnySlot(SetItemSlot slot) : setItem(slot) {}
  constexpr AnySlot(CompareSlot slot) : compare(slot) {}
  constexpr AnySlot(GetAttributeSlot slot) : getAttribute(slot) {}
  constexpr AnySlot(SetAttributeSlot slot) : setAttribute(slot) {}
  constexpr AnySlot(CallSlot slot) : call(slot) {}
  constexpr AnySlot(NewSlot slot) : newInstance(slot) {}
  constexpr AnySlot(InitSlot slot) : init(slot) {}
  constexpr AnySlot(DestroySlot slot) : destroy(slot) {}
};

// list.__len__: a slot seen from Python.
struct SlotWrapper : Object {
  Ptr<Type> owner;
  const SlotRow *row;
  AnySlot slot;
};
// [].__len__
struct MethodWrapper : Object {
  Ptr<SlotWrapper> wrapper;
  Value self;
};

struct GetSetDescriptor : Object {
  Ptr<Type> owner;
  const GetSetDef *definition;
};
struct MemberDescriptor : Object {
  Ptr<Type> owner;
  const MemberDef *definition; // null: a slot that __slots__ made
  Ptr<Str> name;               // of such a slot
  uint32_t fieldOffset;        // of such a slot, from the start of the fields
};

// obj.method: a Python function (or any callable) with its first argument.
struct BoundMethod : Object {
  Value function;
  Value self;
};

struct Property : Object {
  Value getter, setter, deleter; // None or a callable
  Value doc;
  Value name; // str, or null before __set_name__
  uint32_t docFromGetter;
};
struct ClassMethod : Object {
  Value callable;
  Value dict;
};
struct StaticMethod : Object {
  Value callable;
  Value dict;
};

struct Super : Object {
  Ptr<Type> startType;
  Value object;          // null: unbound
  Ptr<Type> objectType;
};

// What the mro of super's object type defines after its start type, or null.
Borrowed<> findAfterStart(Borrowed<Type> start, Type *type, Borrowed<Str> name);
// Likewise for super().name(...) on an object, if it is something method-like; else null.
Borrowed<> findSuperMethod(Borrowed<Type> start, Borrowed<> object, Borrowed<Str> name, AttributeCache *cache);
// super(start, object), where object is an instance of start.
Owned<> makeSuper(Borrowed<Type> start, Borrowed<> object);

struct MappingProxy : Object {
  Value mapping;
};

extern "C" {
extern Type molt_type_function, molt_type_method, molt_type_builtin_function_or_method,
    molt_type_method_descriptor, molt_type_classmethod_descriptor, molt_type_wrapper_descriptor,
    molt_type_method_wrapper, molt_type_getset_descriptor, molt_type_member_descriptor,
    molt_type_property, molt_type_classmethod, molt_type_staticmethod, molt_type_super,
    molt_type_mappingproxy, molt_type_cell, molt_type_code, molt_type_module, molt_type_generator;
}

Owned<BuiltinFunction> makeBuiltinFunction(const MethodDef *definition, Borrowed<> self,
                                           Borrowed<> moduleName, Borrowed<> qualifier);
Owned<> makeMethodDescriptor(Type *owner, const MethodDef *definition); // static and class ones too
Owned<> makeSlotWrapper(Type *owner, const SlotRow *row, AnySlot slot);
Owned<> makeGetSetDescriptor(Type *owner, const GetSetDef *definition);
Owned<> makeMemberDescriptor(Type *owner, const MemberDef *definition);
Owned<> makeSlotMember(Type *owner, Borrowed<Str> name, uint32_t fieldOffset);
// The __new__ of a static type as Python sees it.
Owned<> makeNewFunction(Type *type);
// The static type whose newInstance such a function calls; null when it is something else.
Type *newFunctionType(Borrowed<> value);
Owned<> makeBoundMethod(Borrowed<> function, Borrowed<> self);
// What a method-like object (function, method descriptor) is when read from an instance.
Result<Owned<>> makeMethodOf(Borrowed<> methodLike, Borrowed<> self);
Owned<> makeMappingProxy(Borrowed<> mapping);
Owned<> makeStaticMethod(Borrowed<> callable);
Owned<> makeClassMethod(Borrowed<> callable);

} // namespace molt
