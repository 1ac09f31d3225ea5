// Binding of targets: assignment in all its forms.
#include "compiler/irgen/function_emitter.h"

namespace molt::irgen {

void FunctionEmitter::emitAssign(const ast::Assign &node) {
  mlir::Value newValue = emit(*node.value);
  for (const ast::Expr *target : node.targets)
    assign(*target, newValue);
}

void FunctionEmitter::assign(const ast::Expr &target, mlir::Value newValue) {
  At at(*this, target);
  switch (target.nodeKind()) {
  case ast::NodeKind::Name:
    return storeName(ast::cast<ast::Name>(&target)->id, newValue);
  case ast::NodeKind::Attribute: {
    auto *attribute = ast::cast<ast::Attribute>(&target);
    mlir::Value object = emit(*attribute->value);
    setLocation(*attribute);
    effect<py::SetAttributeOp>(object, stringAttr(mangled(attribute->attr)), newValue);
    return;
  }
  case ast::NodeKind::Subscript: {
    auto *subscript = ast::cast<ast::Subscript>(&target);
    mlir::Value object = emit(*subscript->value);
    if (auto *slice = ast::dynCast<ast::Slice>(subscript->slice)) {
      llvm::SmallVector<mlir::Value> bounds = emitBounds(*slice);
      setLocation(target);
      effect<py::SetSliceOp>(object, bounds, newValue);
      return;
    }
    mlir::Value key = emitSubscriptKey(*subscript->slice);
    setLocation(target);
    effect<py::SetItemOp>(object, key, newValue);
    return;
  }
  case ast::NodeKind::Tuple:
    return unpackInto(ast::cast<ast::Tuple>(&target)->elts, newValue);
  case ast::NodeKind::List:
    return unpackInto(ast::cast<ast::List>(&target)->elts, newValue);
  case ast::NodeKind::Starred:
    return assign(*ast::cast<ast::Starred>(&target)->value, newValue);
  default:
    llvm_unreachable("the parser lets no other target pass");
  }
}

void FunctionEmitter::unpackInto(Span<ast::Expr *> targets, mlir::Value sequence) {
  size_t star = 0;
  while (star < targets.size() && !ast::isa<ast::Starred>(targets[star]))
    ++star;
  llvm::SmallVector<mlir::Type> types(targets.size(), valueType_);
  mlir::Operation *unpack =
      star == targets.size()
          ? py::UnpackOp::create(builder_, location_, types, sequence).getOperation()
          : py::UnpackStarOp::create(builder_, location_, types, sequence,
                                     static_cast<uint32_t>(star),
                                     static_cast<uint32_t>(targets.size() - star - 1))
                .getOperation();
  for (size_t i = 0; i < targets.size(); ++i)
    assign(*targets[i], unpack->getResult(i));
}

void FunctionEmitter::emitAugAssign(const ast::AugAssign &node) {
  if (auto *name = ast::dynCast<ast::Name>(node.target)) {
    mlir::Value old = [&] {
      At at(*this, *name);
      return loadName(name->id);
    }();
    mlir::Value operand = emit(*node.value);
    setLocation(node);
    storeName(name->id, emitBinary(node.op, old, operand, true));
    return;
  }
  if (auto *attribute = ast::dynCast<ast::Attribute>(node.target)) {
    mlir::Value object = emit(*attribute->value);
    mlir::StringAttr attr = stringAttr(mangled(attribute->attr));
    setLocation(*attribute);
    mlir::Value old = value<py::GetAttributeOp>(object, attr);
    mlir::Value operand = emit(*node.value);
    setLocation(node);
    mlir::Value result = emitBinary(node.op, old, operand, true);
    setLocation(*attribute);
    effect<py::SetAttributeOp>(object, attr, result);
    return;
  }
  auto *subscript = ast::cast<ast::Subscript>(node.target);
  mlir::Value object = emit(*subscript->value);
  mlir::Value key = emitSubscriptKey(*subscript->slice);
  setLocation(*subscript);
  mlir::Value old = value<py::GetItemOp>(object, key);
  mlir::Value operand = emit(*node.value);
  setLocation(node);
  mlir::Value result = emitBinary(node.op, old, operand, true);
  setLocation(*subscript);
  effect<py::SetItemOp>(object, key, result);
}

void FunctionEmitter::emitAnnAssign(const ast::AnnAssign &node) {
  if (node.value) {
    mlir::Value newValue = emit(*node.value);
    setLocation(node);
    assign(*node.target, newValue);
    setVariableHint(*node.annotation);
  } else if (auto *attribute = ast::dynCast<ast::Attribute>(node.target)) {
    emit(*attribute->value); // evaluated, as CPython does
  } else if (auto *subscript = ast::dynCast<ast::Subscript>(node.target)) {
    emit(*subscript->value);
    emitSubscriptKey(*subscript->slice);
  }
  emitAnnotation(node);
}

} // namespace molt::irgen
