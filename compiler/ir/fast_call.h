// A call of a function that has a fast version (py-fast-versions): what its parameters get, and what must hold before it.
#pragma once

#include "compiler/ir/special_forms.h"

namespace molt::py {

/// What a parameter gets: a value, a constant that is its default, a word that has been made for it, or a tuple of values.
struct Argument {
  mlir::Value value;
  mlir::Attribute constant;
  mlir::Value made;
  std::optional<mlir::ValueRange> rest = std::nullopt;

  Kinds kinds(Specializer &s) const {
    return value ? s.kindsOf(value) : made ? Kinds::any() : rest ? Kinds(Kind::Tuple) : kindsOfConstant(constant);
  }
  mlir::Value word(Specializer &s) const;
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
  mlir::Value first = {}; // a word instead of the first argument

  static constexpr int32_t kDefault = -1, kRest = -2; // in `binding`

  mlir::FlatSymbolRefAttr target() const { return op->getAttrOfType<mlir::FlatSymbolRefAttr>("target"); }
  /// Where it is one of several functions, by the callee's code: all of them.
  mlir::ArrayAttr targets() const { return place() ? mlir::ArrayAttr() : op->getAttrOfType<mlir::ArrayAttr>("targets"); }
  /// The fast versions of those but the first.
  mlir::ArrayAttr others() const { return op->getAttrOfType<mlir::ArrayAttr>("others"); }
  mlir::FlatSymbolRefAttr fast() const { return op->getAttrOfType<mlir::FlatSymbolRefAttr>("fast"); }
  mlir::ArrayAttr signature() const { return op->getAttrOfType<mlir::ArrayAttr>("signature"); }
  Kinds result() const { return kindsOfHint(op->getAttr("result")); }
  bool givesLikely() const { return py::givesLikely(op->getAttr("result")); }
  /// A class's call passes no self.
  ClassAttr constructs() const { return op->getAttrOfType<ClassAttr>("constructs"); }
  bool exists() const {
    if (!fast() || op->hasAttr("unbound"))
      return false;
    if (auto binding = this->binding())
      return signature().size() == size_t(binding.size()) + bool(constructs());
    return !op->hasAttr("names") && signature().size() == arguments.size() + bool(constructs());
  }
  /// See call_binding.cpp.
  mlir::DenseI32ArrayAttr binding() const { return op->getAttrOfType<mlir::DenseI32ArrayAttr>("binding"); }
  bool hasDefaults() const { return binding() && !op->getAttrOfType<mlir::ArrayAttr>("defaults").empty(); }
  /// In the order of the parameters.
  llvm::SmallVector<Argument, 6> bound() const {
    llvm::SmallVector<Argument, 6> all;
    auto take = [&](unsigned index) {
      all.push_back(first && index == 0 ? Argument{{}, {}, first} : Argument{arguments[index], {}, {}});
    };
    if (!binding()) {
      for (unsigned index = 0; index < arguments.size(); ++index)
        take(index);
      return all;
    }
    auto *constant = op->getAttrOfType<mlir::ArrayAttr>("defaults").begin();
    for (int32_t index : binding().asArrayRef()) {
      if (index == kDefault)
        all.push_back({{}, *constant++, {}});
      else if (index == kRest)
        all.push_back({{}, {}, {}, rest()});
      else
        take(index);
    }
    return all;
  }
  /// What becomes *args.
  mlir::ValueRange rest() const {
    llvm::ArrayRef<int32_t> range = op->getAttrOfType<mlir::DenseI32ArrayAttr>("rest").asArrayRef();
    return arguments.slice(range[0], range[1] - range[0]);
  }
  /// Among the methods of the receiver's class, where that decides; else null.
  mlir::IntegerAttr place() const { return op->getAttrOfType<mlir::IntegerAttr>("place"); }
  /// The function object is not looked at, nor anything of it (Inference::arePlainHere).
  mlir::UnitAttr plain() const { return op->getAttrOfType<mlir::UnitAttr>("plain"); }
  llvm::ArrayRef<mlir::Attribute> parameters() const { return signature().getValue().drop_front(bool(constructs())); }
};

/// The changes of classes after which the op's special form is wrong (abi/class_changes.h).
uint32_t changesThatMatter(mlir::Operation *op);
/// A call of a method that finds its function in the table of the receiver's class, whatever is there.
bool goesThroughTable(mlir::Operation *op);
/// What has to be known of the arguments, or that they do not suit.
std::optional<Specialization> needsTest(Specializer &s, const FastCall &call);
/// The arguments as the fast version takes them.
llvm::SmallVector<mlir::Value, 6> argumentsOf(Specializer &s, const FastCall &call);
/// The call itself, whose result is the op's, if it has one; `function` is known to be the one, null: the call is plain.
/// What may go wrong before it has been asked.
Specialization makeCall(Specializer &s, const FastCall &call, mlir::Value function);
/// Sets what a call of a fast version gives, if the op has a result, and leaves where that is something else; `setOther` takes
/// it then. `kinds`: of what is likely.
void setLikely(Specializer &s, mlir::Operation *op, mlir::Value bits, mlir::Value isOther, Kinds kinds,
               llvm::function_ref<void(Specializer &)> setOther);
/// Likewise; something else is the op's result as it is.
void setLikely(Specializer &s, mlir::Operation *op, mlir::Value bits, mlir::Value isOther, Kinds kinds);
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
