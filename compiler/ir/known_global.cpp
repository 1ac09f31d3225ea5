#include "compiler/ir/known_global.h"

#include "compiler/ir/special_forms.h"

namespace molt::py {

using mlir::Value;

constexpr llvm::StringLiteral kModuleGuard = "is still the module that was imported";

KnownRead KnownRead::of(Value value) {
  mlir::Operation *op = value.getDefiningOp();
  KnownRead read;
  bool isRead = mlir::isa_and_nonnull<LoadGlobalOp>(op) || (mlir::isa_and_nonnull<GetAttributeOp>(op) && op->hasAttr("module"));
  if (isRead && op->hasAttr("known"))
    read.op_ = op;
  return read;
}

mlir::Attribute KnownRead::known() const { return op_->getAttr("known"); }

mlir::StringAttr KnownRead::name() const { return op_->getAttrOfType<mlir::StringAttr>("name"); }

static mlir::FlatSymbolRefAttr moduleOf(mlir::Operation *op) { return op->getAttrOfType<mlir::FlatSymbolRefAttr>("module"); }

Value KnownRead::load(Specializer &s, mlir::StringAttr builtin) const {
  return module_ ? KnownGlobalOp::create(s.builder(), s.location(), name(), module_, moduleOf(op_))
                 : KnownGlobalOp::create(s.builder(), s.location(), name(), builtin);
}

void KnownRead::requireModule(Specializer &s, Value object) {
  auto read = mlir::dyn_cast<GetAttributeOp>(op_);
  if (!read)
    return;
  mlir::OpBuilder &b = s.builder();
  mlir::StringAttr moduleName = read.getObject().getDefiningOp<LoadGlobalOp>().getNameAttr();
  if (object) {
    module_ = s.word(object);
    Value isIt = IsKnownGlobalOp::create(b, s.location(), b.getI1Type(), module_, moduleName, Value(), {});
    fallBackUnless(s, isIt, kModuleGuard, object);
  } else {
    module_ = KnownGlobalOp::create(b, s.location(), moduleName);
    s.fallBackIf(IsNullOp::create(b, s.location(), b.getI1Type(), module_), kModuleGuard, read.getObject());
  }
}

void KnownRead::require(Specializer &s, Value word, llvm::StringRef guard) {
  mlir::OpBuilder &b = s.builder();
  Value isIt = IsKnownGlobalOp::create(b, s.location(), b.getI1Type(), word, name(), module_, moduleOf(op_));
  fallBackUnless(s, isIt, guard, op_->getResult(0));
}

} // namespace molt::py
