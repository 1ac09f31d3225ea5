// py-fast-versions: functions that are called by name, or as methods of known classes, get a second, fast version,
// whose parameters are of the kinds that they are likely of (py-infer-likely): numbers unboxed, instances of known
// classes and builtin containers without a test. py-version-blocks compiles the versions' bodies, and calls them where
// it can tell that the function is that one and the arguments are of those kinds.
//
// On the copy: `fast_version_of`, the function; `signature`, one attribute for each parameter, as `likely` has them;
// `result`, what it is to give, if that is worth a machine word of its own (givesLikely): the bits of Int or Float, and in a
// small function, which calls are likely to contain, any hint, or a unit; else 0.
// On the function: `fast`, the copy, and its signature as `fast_signature`.
// On calls whose `target` is the function: `fast`, the copy, and the same `signature` and `result`. On calls whose `targets`
// are several functions, `fast` is the copy of the first: the others' take and give the same, but for self where the
// receiver's class decides (`place`). Where the callee's code decides, the others' copies are `others`.
#include "compiler/ir/fast_call.h"
#include "compiler/ir/py_ops.h"
#include "compiler/transforms/passes.h"

#include <llvm/ADT/MapVector.h>
#include <mlir/IR/BuiltinOps.h>
#include <mlir/Pass/Pass.h>

namespace molt::transforms {
namespace {

// In ops, as irgen makes them.
constexpr unsigned kLargestFunction = 600, kSmallFunction = 90;

unsigned countOps(py::FuncOp function) {
  unsigned ops = 0;
  function.getBody().walk([&](mlir::Operation *) { ++ops; });
  return ops;
}

// A bool has no test of its own; what may be None as well is tested by the version itself.
mlir::Attribute parameterOf(py::FuncOp function, unsigned index) {
  mlir::Attribute hint = function->getAttrOfType<mlir::ArrayAttr>("likely_parameters")[index];
  auto orNone = function->getAttrOfType<mlir::DenseBoolArrayAttr>("or_none_parameters");
  bool isWord = py::kindsOfHint(hint).is(py::Kind::Bool) || (orNone && orNone[index]);
  return isWord ? mlir::IntegerAttr::get(mlir::IntegerType::get(function.getContext(), 32), 0) : hint;
}

struct Signature {
  py::FuncOp fast;
  mlir::ArrayAttr parameters;
  mlir::Attribute result;
};

class FastVersions {
public:
  explicit FastVersions(mlir::ModuleOp module) : module_(module), b_(module.getContext()) {
    for (auto function : module.getOps<py::FuncOp>())
      functions_[function.getSymNameAttr()] = function;
  }

  void run() {
    for (auto [name, function] : functions_)
      noteChanges(function);
    llvm::SmallVector<mlir::Operation *> calls;
    module_.walk([&](mlir::Operation *op) {
      if (isCall(op))
        calls.push_back(op);
      if (auto targets = op->getAttrOfType<mlir::ArrayAttr>("targets"); targets && op->hasAttr("place"))
        for (mlir::Attribute target : targets)
          isOneOfMany_.insert(mlir::cast<mlir::FlatSymbolRefAttr>(target).getAttr());
    });
    for (mlir::Operation *call : calls)
      connect(call);
  }

private:
  // All tests of a function ask for the same, so that one answers the next.
  void noteChanges(py::FuncOp function) {
    uint32_t changes = 0;
    function.getBody().walk([&](mlir::Operation *op) {
      changes |= py::changesThatMatter(op);
      if (!py::goesThroughTable(op))
        return;
      for (mlir::Attribute target : op->getAttrOfType<mlir::ArrayAttr>("targets"))
        functions_.lookup(mlir::cast<mlir::FlatSymbolRefAttr>(target).getAttr())
            ->setAttr(py::kThroughTableAttr, b_.getUnitAttr());
    });
    function->setAttr(py::kClassChangesAttr, b_.getI32IntegerAttr(changes));
  }

  static bool isCall(mlir::Operation *op) { return op->hasAttr("target") || op->hasAttr("targets"); }

  void connect(mlir::Operation *call) {
    if (auto targets = call->getAttrOfType<mlir::ArrayAttr>("targets"))
      return call->hasAttr("place") ? connectToMethods(call, targets) : connectToFunctions(call, targets);
    if (Signature *signature = fastVersionOf(call->getAttrOfType<mlir::FlatSymbolRefAttr>("target")))
      connect(call, *signature, signature->parameters);
  }

  void connect(mlir::Operation *call, Signature signature, mlir::ArrayAttr parameters) {
    call->setAttr("fast", mlir::FlatSymbolRefAttr::get(signature.fast.getSymNameAttr()));
    call->setAttr("signature", parameters);
    call->setAttr("result", signature.result);
  }

  // Which one it is depends on self's class, so the call need not look at self for the signature's sake.
  void connectToMethods(mlir::Operation *call, mlir::ArrayAttr targets) {
    std::optional<Signature> common;
    for (mlir::Attribute target : targets) {
      Signature *made = fastVersionOf(mlir::cast<mlir::FlatSymbolRefAttr>(target));
      if (!made)
        return;
      llvm::SmallVector<mlir::Attribute> parameters(made->parameters.begin(), made->parameters.end());
      parameters[0] = b_.getI32IntegerAttr(0);
      Signature signature{made->fast, b_.getArrayAttr(parameters), made->result};
      if (!common)
        common = signature;
      if (signature.parameters != common->parameters || signature.result != common->result)
        return;
    }
    connect(call, *common, common->parameters);
  }

  // One test for all of them, and the arguments made once: so what they take and give must be the same.
  void connectToFunctions(mlir::Operation *call, mlir::ArrayAttr targets) {
    auto functionOf = [&](mlir::Attribute target) {
      return functions_.lookup(mlir::cast<mlir::FlatSymbolRefAttr>(target).getAttr());
    };
    py::FuncOp first = functionOf(targets[0]);
    if (!llvm::all_of(targets, [&](mlir::Attribute target) { return canHaveOne(functionOf(target)); }))
      return;
    mlir::ArrayAttr parameters = parametersOf(first);
    mlir::Attribute result = resultOf(first);
    for (mlir::Attribute target : targets.getValue().drop_front()) {
      py::FuncOp function = functionOf(target);
      if (parametersOf(function) != parameters || resultOf(function) != result)
        return;
    }
    llvm::SmallVector<mlir::Attribute> others;
    for (mlir::Attribute target : targets.getValue().drop_front())
      others.push_back(
          mlir::FlatSymbolRefAttr::get(fastVersionOf(mlir::cast<mlir::FlatSymbolRefAttr>(target))->fast.getSymNameAttr()));
    connect(call, *fastVersionOf(mlir::cast<mlir::FlatSymbolRefAttr>(targets[0])), parameters);
    call->setAttr("others", b_.getArrayAttr(others));
  }

  static bool canHaveOne(py::FuncOp function) {
    if (!py::isPlainFunction(function) || !function->hasAttr("likely_parameters"))
      return false;
    return countOps(function) <= kLargestFunction;
  }

  // Functions of which a receiver's class decides which one is called must give the same.
  mlir::Attribute resultOf(py::FuncOp function) {
    mlir::Attribute hint = function->getAttr("likely_result");
    py::Kinds kinds = py::kindsOfHint(hint);
    if (kinds.isNumber())
      return hint;
    if (isOneOfMany_.contains(function.getSymNameAttr()) || countOps(function) > kSmallFunction)
      return b_.getI32IntegerAttr(0);
    bool canTest = mlir::isa_and_nonnull<py::ClassAttr>(hint) || kinds.is(py::Kind::List) || kinds.is(py::Kind::Tuple) ||
                   kinds.is(py::Kind::Str) || kinds.is(py::Kind::Dict);
    return canTest && !function->hasAttr("or_none_result") ? hint : b_.getUnitAttr();
  }

  mlir::ArrayAttr parametersOf(py::FuncOp function) {
    llvm::SmallVector<mlir::Attribute> parameters;
    for (unsigned i = 0; i < function.getBody().getNumArguments(); ++i)
      parameters.push_back(parameterOf(function, i));
    return b_.getArrayAttr(parameters);
  }

  Signature *fastVersionOf(mlir::FlatSymbolRefAttr symbol) {
    py::FuncOp function = functions_.lookup(symbol.getAttr());
    if (!function)
      return nullptr;
    auto [entry, isNew] = made_.try_emplace(function);
    if (!isNew)
      return entry->second ? &*entry->second : nullptr;
    if (!canHaveOne(function))
      return nullptr;
    py::FuncOp fast = function.clone();
    fast.setSymName((function.getSymName() + ".fast").str());
    Signature signature{fast, parametersOf(function), resultOf(function)};
    fast->setAttr("fast_version_of", mlir::FlatSymbolRefAttr::get(function.getSymNameAttr()));
    fast->setAttr("signature", signature.parameters);
    fast->setAttr("result", signature.result);
    module_.getBody()->getOperations().insert(std::next(function->getIterator()), fast);
    function->setAttr("fast", mlir::FlatSymbolRefAttr::get(fast.getSymNameAttr()));
    function->setAttr("fast_signature", signature.parameters);
    entry->second = signature;
    // What the copy calls is the same.
    fast.getBody().walk([&](mlir::Operation *op) {
      if (isCall(op) && !op->hasAttr("fast"))
        connect(op);
    });
    return &*made_.find(function)->second;
  }

  mlir::ModuleOp module_;
  mlir::Builder b_;
  llvm::DenseMap<mlir::StringAttr, py::FuncOp> functions_;
  llvm::MapVector<py::FuncOp, std::optional<Signature>> made_;
  llvm::DenseSet<mlir::StringAttr> isOneOfMany_;
};

struct FastVersionsPass : mlir::PassWrapper<FastVersionsPass, mlir::OperationPass<mlir::ModuleOp>> {
  MLIR_DEFINE_EXPLICIT_INTERNAL_INLINE_TYPE_ID(FastVersionsPass)
  llvm::StringRef getArgument() const override { return "py-fast-versions"; }
  llvm::StringRef getDescription() const override {
    return "Versions of functions for the likely kinds of their parameters";
  }
  void runOnOperation() override { FastVersions(getOperation()).run(); }
};

} // namespace

std::unique_ptr<mlir::Pass> createFastVersionsPass() { return std::make_unique<FastVersionsPass>(); }

} // namespace molt::transforms
