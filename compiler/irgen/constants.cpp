// Literals as attributes of py.constant.
#include "compiler/irgen/function_emitter.h"

namespace molt::irgen {

static mlir::Attribute integerAttr(mlir::MLIRContext *context, const llvm::APInt &number) {
  unsigned width = std::max(64u, number.getBitWidth());
  auto type = mlir::IntegerType::get(context, width, mlir::IntegerType::Signed);
  return mlir::IntegerAttr::get(type, number.sext(width));
}

static llvm::APInt parseInteger(std::string_view digits) {
  bool hexadecimal = digits.starts_with("0x");
  if (hexadecimal)
    digits.remove_prefix(2);
  // A decimal digit needs less than 10/3 bits and one more; one more for the sign.
  unsigned bits = hexadecimal ? digits.size() * 4 + 1 : digits.size() * 10 / 3 + 2;
  llvm::APInt number(std::max(bits, 65u), refOf(digits), hexadecimal ? 16 : 10);
  return number.trunc(std::max(number.getActiveBits() + 1, 64u));
}

mlir::Attribute FunctionEmitter::constantAttr(const ast::ConstantValue &constant) {
  using Type = ast::ConstantValue::Type;
  mlir::MLIRContext *context = module_.context();
  switch (constant.type) {
  case Type::None:
    return py::NoneAttr::get(context);
  case Type::True:
    return builder_.getBoolAttr(true);
  case Type::False:
    return builder_.getBoolAttr(false);
  case Type::Ellipsis:
    return py::EllipsisAttr::get(context);
  case Type::Int:
    if (constant.fitsInt64)
      return integerAttr(context, llvm::APInt(64, constant.integer, true));
    return integerAttr(context, parseInteger(constant.text));
  case Type::Float:
    return builder_.getF64FloatAttr(constant.number);
  case Type::Complex:
    return py::ComplexAttr::get(context, builder_.getF64FloatAttr(0),
                                builder_.getF64FloatAttr(constant.number));
  case Type::Str:
    return builder_.getStringAttr(refOf(constant.text));
  case Type::Bytes:
    return py::BytesAttr::get(context, builder_.getStringAttr(refOf(constant.text)));
  }
  llvm_unreachable("all types of constants are handled");
}

/// -number, for a literal; null for other operands.
static mlir::Attribute negated(mlir::Attribute attr) {
  if (mlir::isa<mlir::BoolAttr>(attr))
    return {};
  if (auto integer = mlir::dyn_cast<mlir::IntegerAttr>(attr)) {
    llvm::APInt wide = integer.getValue().sext(integer.getValue().getBitWidth() + 1);
    wide.negate();
    return integerAttr(attr.getContext(), wide.trunc(std::max(wide.getSignificantBits(), 64u)));
  }
  if (auto number = mlir::dyn_cast<mlir::FloatAttr>(attr))
    return mlir::FloatAttr::get(number.getType(), -number.getValueAsDouble());
  return {};
}

mlir::Attribute FunctionEmitter::foldConstant(const ast::Expr &expr) {
  if (auto *constant = ast::dynCast<ast::Constant>(&expr))
    return constantAttr(constant->value);
  if (auto *tuple = ast::dynCast<ast::Tuple>(&expr)) {
    llvm::SmallVector<mlir::Attribute> items;
    for (const ast::Expr *elt : tuple->elts) {
      mlir::Attribute item = foldConstant(*elt);
      if (!item)
        return {};
      items.push_back(item);
    }
    return builder_.getArrayAttr(items);
  }
  if (auto *unary = ast::dynCast<ast::UnaryOp>(&expr))
    if (unary->op == ast::UnaryOperator::USub && ast::isa<ast::Constant>(unary->operand))
      return negated(foldConstant(*unary->operand));
  return {};
}

} // namespace molt::irgen
