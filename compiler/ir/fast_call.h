// A call of a function that has a fast version (py-fast-versions): what its parameters get, and what must hold before it.
#pragma once

#include "compiler/ir/special_forms.h"

namespace molt::py {

/// What a parameter gets: a value, or a constant that is its default.
struct Argument {
  mlir::Value value;
  mlir::Attribute constant;

  Kinds kinds(Specializer &s) const { return value ? s.kindsOf(value) : kindsOfConstant(constant); }
  mlir::Value word(Specializer &s) const {
    return value ? s.word(value)
                 : ConstantOp::create(s.builder(), s.location(), ValueType::get(s.builder().getContext()), constant);
  }
  mlir::Value integer(Specializer &s) const {
    return value ? s.integer(value)
                 : makeInteger(s, mlir::cast<mlir::IntegerAttr>(constant).getValue().getSExtValue());
  }
  mlir::Value floating(Specializer &s) const {
    return value ? s.floating(value) : makeFloat(s, mlir::cast<mlir::FloatAttr>(constant).getValueAsDouble());
  }
};

/// A call that has a fast version to go to.
struct FastCall {
  mlir::Operation *op;
  mlir::ValueRange arguments;

  mlir::FlatSymbolRefAttr target() const { return op->getAttrOfType<mlir::FlatSymbolRefAttr>("target"); }
  mlir::FlatSymbolRefAttr fast() const { return op->getAttrOfType<mlir::FlatSymbolRefAttr>("fast"); }
  mlir::ArrayAttr signature() const { return op->getAttrOfType<mlir::ArrayAttr>("signature"); }
  Kinds result() const { return kindsOfHint(op->getAttr("result")); }
  /// A class's call passes no self.
  ClassAttr constructs() const { return op->getAttrOfType<ClassAttr>("constructs"); }
  bool exists() const {
    if (!fast())
      return false;
    if (auto binding = this->binding())
      return signature().size() == binding.size() + bool(constructs());
    return !op->hasAttr("names") && signature().size() == arguments.size() + bool(constructs());
  }
  /// See call_binding.cpp.
  mlir::DenseI32ArrayAttr binding() const { return op->getAttrOfType<mlir::DenseI32ArrayAttr>("binding"); }
  bool hasDefaults() const { return binding() && !op->getAttrOfType<mlir::ArrayAttr>("defaults").empty(); }
  /// In the order of the parameters.
  llvm::SmallVector<Argument, 6> bound() const {
    llvm::SmallVector<Argument, 6> all;
    if (!binding()) {
      for (mlir::Value argument : arguments)
        all.push_back({argument, {}});
      return all;
    }
    auto *constant = op->getAttrOfType<mlir::ArrayAttr>("defaults").begin();
    for (int32_t index : binding().asArrayRef())
      all.push_back(index < 0 ? Argument{{}, *constant++} : Argument{arguments[index], {}});
    return all;
  }
  /// Among the methods of the receiver's class, where that decides; else null.
  mlir::IntegerAttr place() const { return op->getAttrOfType<mlir::IntegerAttr>("place"); }
  /// The function object is not looked at, nor anything of it (Inference::arePlainHere).
  mlir::UnitAttr plain() const { return op->getAttrOfType<mlir::UnitAttr>("plain"); }
  llvm::ArrayRef<mlir::Attribute> parameters() const { return signature().getValue().drop_front(bool(constructs())); }
};

/// What has to be known of the arguments, or that they do not suit.
std::optional<Specialization> needsTest(Specializer &s, const FastCall &call);
/// The arguments as the fast version takes them.
llvm::SmallVector<mlir::Value, 6> argumentsOf(Specializer &s, const FastCall &call);
/// The call itself, whose result is the op's, if it has one; `function` is known to be the one, null: the call is plain.
/// What may go wrong before it has been asked.
Specialization makeCall(Specializer &s, const FastCall &call, mlir::Value function);
/// Falls back unless the stack has room, and the runtime does not want to act.
void requireCall(Specializer &s);
/// Another form may suit where a test does not help.
std::optional<Specialization> onlyTest(const Specialization &answer);
/// The function that is a method of `self`, of a known class that is intact; borrowed from the class.
mlir::Value methodOf(Specializer &s, mlir::Operation *op, mlir::Value self);
/// Likewise its own word of it: the class can lose it meanwhile.
mlir::Value ownMethodOf(Specializer &s, mlir::Operation *op, mlir::Value self);
/// Likewise, for that call; null where it is plain.
mlir::Value calledMethod(Specializer &s, const FastCall &call, mlir::Value self);

} // namespace molt::py
