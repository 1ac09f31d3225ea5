// How the arguments of a call are bound to the parameters of a known function: by position, by name, and by defaults that are
// constants. Of a call that is not simply in order the op then has `binding`: for each parameter the number of its argument,
// or -1; and `defaults`, the constants of the latter in order.
#include "compiler/ir/inference.h"

namespace molt::py {

namespace {

struct Binding {
  llvm::SmallVector<int32_t, 6> arguments;
  llvm::SmallVector<mlir::Attribute, 4> defaults;

  bool operator==(const Binding &) const = default;
};

/// Binds the name, if it is that of a parameter that can be named and has nothing yet.
bool bindName(Binding &binding, FuncOp function, unsigned first, mlir::Attribute name, int32_t argument) {
  unsigned count = function.getPositionalCount();
  for (unsigned parameter = std::max<unsigned>(first, function.getPositionalOnlyCount()); parameter < count; ++parameter)
    if (function.getVariableNames()[parameter] == name && binding.arguments[parameter - first] < 0) {
      binding.arguments[parameter - first] = argument;
      return true;
    }
  return false;
}

std::optional<Binding> bind(Inference &in, FuncOp function, unsigned first, unsigned positional, mlir::ArrayAttr names) {
  unsigned count = function.getPositionalCount();
  if (first + positional > count)
    return std::nullopt;
  Binding binding;
  binding.arguments.assign(count - first, -1);
  for (unsigned i = 0; i < positional; ++i)
    binding.arguments[i] = i;
  for (auto [index, name] : llvm::enumerate(names))
    if (!bindName(binding, function, first, name, positional + index))
      return std::nullopt;
  for (unsigned i = 0; i < binding.arguments.size(); ++i) {
    if (binding.arguments[i] >= 0)
      continue;
    std::optional<mlir::ArrayAttr> defaults = in.constantDefaults(function);
    unsigned behind = count - (first + i); // the parameter's place, from the last one
    if (!defaults || behind > defaults->size())
      return std::nullopt;
    binding.defaults.push_back((*defaults)[defaults->size() - behind]);
  }
  return binding;
}

} // namespace

void noteCall(Inference &in, mlir::Operation *op, llvm::ArrayRef<FuncOp> functions, unsigned first) {
  mlir::Builder b(op->getContext());
  if (in.arePlainHere(functions))
    op->setAttr("plain", b.getUnitAttr());
  auto names = op->getAttrOfType<mlir::ArrayAttr>("names");
  if (!names)
    names = b.getArrayAttr({});
  // Operators and attributes have nothing but operands; an object that is called is its __call__'s self.
  auto special = op->getAttrOfType<mlir::StringAttr>("special");
  bool hasCallee = mlir::isa<CallOp, CallKeywordsOp, CallLoadedOp>(op) && !(special && special.getValue() == "__call__");
  unsigned positional = op->getNumOperands() - hasCallee - names.size();
  std::optional<Binding> binding = bind(in, functions[0], first, positional, names);
  bool isInOrder = binding && names.empty() && binding->defaults.empty();
  bool isSame = binding && llvm::all_of(functions.drop_front(), [&](FuncOp function) {
                  return bind(in, function, first, positional, names) == binding;
                });
  if (isInOrder || !isSame)
    return;
  op->setAttr("binding", b.getDenseI32ArrayAttr(binding->arguments));
  op->setAttr("defaults", b.getArrayAttr(binding->defaults));
}

} // namespace molt::py
