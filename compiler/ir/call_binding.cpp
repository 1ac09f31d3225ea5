// How the arguments of a call are bound to the parameters of a known function: by position, by name, by defaults that are
// constants, and to *args. Where that cannot be said the op is `unbound`; of a call that is not simply in order it has `binding`: for each parameter the number of
// its argument, or kDefault, or kRest; `defaults`, the constants in order; and `rest`, the first and the end of the positional
// arguments that become *args.
#include "compiler/ir/inference.h"

#include "abi/object.h"
#include "compiler/ir/fast_call.h"

namespace molt::py {

namespace {

struct Binding {
  llvm::SmallVector<int32_t, 6> arguments;
  llvm::SmallVector<mlir::Attribute, 4> defaults;
  int32_t rest[2] = {0, 0};

  bool operator==(const Binding &other) const {
    return arguments == other.arguments && defaults == other.defaults && rest[0] == other.rest[0] &&
           rest[1] == other.rest[1];
  }
};

constexpr int32_t kUnbound = FastCall::kDefault;

class Binder {
public:
  Binder(Inference &in, FuncOp function, unsigned first)
      : in_(in), function_(function), first_(first), positional_(function.getPositionalCount()),
        named_(positional_ + function.getKeywordOnlyCount()), hasRest_(function.getFlags() & kHasVarArgs) {}

  std::optional<Binding> bind(unsigned positional, mlir::ArrayAttr names) {
    if (first_ > positional_ || (first_ + positional > positional_ && !hasRest_))
      return std::nullopt;
    unsigned inOrder = std::min(positional, positional_ - first_);
    binding_.arguments.assign(named_ - first_, kUnbound);
    for (unsigned i = 0; i < inOrder; ++i)
      binding_.arguments[i] = i;
    for (auto [index, name] : llvm::enumerate(names))
      if (!bindName(name, positional + index))
        return std::nullopt;
    for (unsigned parameter = first_; parameter < named_; ++parameter)
      if (binding_.arguments[parameter - first_] == kUnbound && !bindDefault(parameter))
        return std::nullopt;
    if (hasRest_) {
      binding_.arguments.push_back(FastCall::kRest);
      binding_.rest[0] = inOrder;
      binding_.rest[1] = positional;
    }
    return binding_;
  }

private:
  /// Binds the name, if it is that of a parameter that can be named and has nothing yet.
  bool bindName(mlir::Attribute name, int32_t argument) {
    for (unsigned parameter = std::max<unsigned>(first_, function_.getPositionalOnlyCount()); parameter < named_; ++parameter)
      if (function_.getVariableNames()[parameter] == name && binding_.arguments[parameter - first_] == kUnbound) {
        binding_.arguments[parameter - first_] = argument;
        return true;
      }
    return false;
  }

  bool bindDefault(unsigned parameter) {
    mlir::Attribute value = parameter < positional_
                                ? positionalDefault(parameter)
                                : in_.constantKeywordDefault(function_, function_.getVariableNames()[parameter]);
    if (value)
      binding_.defaults.push_back(value);
    return bool(value);
  }

  mlir::Attribute positionalDefault(unsigned parameter) {
    std::optional<mlir::ArrayAttr> defaults = in_.constantDefaults(function_);
    unsigned behind = positional_ - parameter; // the parameter's place, from the last one
    return defaults && behind <= defaults->size() ? (*defaults)[defaults->size() - behind] : mlir::Attribute();
  }

  Inference &in_;
  FuncOp function_;
  unsigned first_, positional_, named_;
  bool hasRest_;
  Binding binding_;
};

// Operators and attributes have nothing but operands; an object that is called is its __call__'s self; and what stands before
// the dot is no argument of a static method.
unsigned positionalOf(mlir::Operation *op, mlir::ArrayAttr names) {
  auto special = op->getAttrOfType<mlir::StringAttr>("special");
  unsigned others = names.size();
  if (mlir::isa<CallSuperMethodOp>(op))
    others += 2;
  else if (mlir::isa<CallOp, CallKeywordsOp, CallLoadedOp>(op) && !(special && special.getValue() == "__call__"))
    others += 1;
  return op->getNumOperands() - others - op->hasAttr("skips_first");
}

} // namespace

void noteCall(Inference &in, mlir::Operation *op, llvm::ArrayRef<FuncOp> functions, unsigned first,
              std::optional<unsigned> positional) {
  mlir::Builder b(op->getContext());
  if (in.arePlainHere(functions))
    op->setAttr("plain", b.getUnitAttr());
  if (llvm::any_of(functions, [&](FuncOp function) { return in.hasOwnAttributes(function); }))
    op->setAttr("counted", b.getUnitAttr());
  auto names = op->getAttrOfType<mlir::ArrayAttr>("names");
  if (!names)
    names = b.getArrayAttr({});
  auto bind = [&](FuncOp function) {
    return Binder(in, function, first).bind(positional ? *positional : positionalOf(op, names), names);
  };
  std::optional<Binding> binding = bind(functions[0]);
  bool isRest = FuncOp(functions[0]).getFlags() & kHasVarArgs;
  bool isInOrder = binding && names.empty() && binding->defaults.empty() && !isRest;
  bool isSame = binding && llvm::all_of(functions.drop_front(), [&](FuncOp function) { return bind(function) == binding; });
  if (!isSame)
    op->setAttr("unbound", b.getUnitAttr());
  if (isInOrder || !isSame)
    return;
  op->setAttr("binding", b.getDenseI32ArrayAttr(binding->arguments));
  op->setAttr("defaults", b.getArrayAttr(binding->defaults));
  if (isRest)
    op->setAttr("rest", b.getDenseI32ArrayAttr(binding->rest));
}

} // namespace molt::py
