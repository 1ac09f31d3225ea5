#include "compiler/ir/type_hint.h"

namespace molt::py {

mlir::Attribute TypeHint::toAttribute(mlir::MLIRContext *context) const {
  mlir::Builder b(context);
  llvm::SmallVector<mlir::Attribute> all;
  for (const TypeHint &item : items)
    all.push_back(item.toAttribute(context));
  return b.getArrayAttr(
      {b.getI32IntegerAttr(kinds.bits()), b.getStringAttr(className), b.getArrayAttr(all), b.getBoolAttr(isRepeated)});
}

TypeHint TypeHint::fromAttribute(mlir::Attribute attribute) {
  auto all = mlir::cast<mlir::ArrayAttr>(attribute);
  TypeHint hint;
  hint.kinds = Kinds::fromBits(mlir::cast<mlir::IntegerAttr>(all[0]).getValue().getZExtValue());
  hint.className = mlir::cast<mlir::StringAttr>(all[1]).str();
  for (mlir::Attribute item : mlir::cast<mlir::ArrayAttr>(all[2]))
    hint.items.push_back(fromAttribute(item));
  hint.isRepeated = mlir::cast<mlir::BoolAttr>(all[3]).getValue();
  return hint;
}

} // namespace molt::py
