#include "compiler/ir/remark.h"

#include <mlir/IR/BuiltinOps.h>

namespace molt::py {

// ---- In and out of attributes ------------------------------------------------------------------------------------

static mlir::Attribute toAttribute(mlir::Builder &b, llvm::ArrayRef<Fact> facts) {
  llvm::SmallVector<mlir::Attribute> all;
  for (const Fact &fact : facts)
    all.push_back(b.getArrayAttr({fact.about ? fact.about : b.getUnitAttr(), b.getStringAttr(fact.text)}));
  return b.getArrayAttr(all);
}

static void fromAttribute(mlir::Attribute attribute, llvm::SmallVectorImpl<Fact> &facts) {
  for (mlir::Attribute one : mlir::cast<mlir::ArrayAttr>(attribute)) {
    auto pair = mlir::cast<mlir::ArrayAttr>(one);
    mlir::Attribute about = mlir::isa<mlir::UnitAttr>(pair[0]) ? mlir::Attribute() : pair[0];
    facts.push_back({about, mlir::cast<mlir::StringAttr>(pair[1]).str()});
  }
}

mlir::Attribute Remark::toAttribute() const {
  mlir::Builder b(where.getContext());
  return b.getArrayAttr({where, b.getI32IntegerAttr(loopDepth), b.getI32IntegerAttr(verdict), b.getBoolAttr(varies),
                         b.getStringAttr(form), py::toAttribute(b, guards), py::toAttribute(b, operands)});
}

Remark Remark::fromAttribute(mlir::Attribute attribute) {
  auto all = mlir::cast<mlir::ArrayAttr>(attribute);
  Remark remark{mlir::cast<mlir::LocationAttr>(all[0])};
  remark.loopDepth = mlir::cast<mlir::IntegerAttr>(all[1]).getInt();
  remark.verdict = Verdict(mlir::cast<mlir::IntegerAttr>(all[2]).getInt());
  remark.varies = mlir::cast<mlir::BoolAttr>(all[3]).getValue();
  remark.form = mlir::cast<mlir::StringAttr>(all[4]).str();
  py::fromAttribute(all[5], remark.guards);
  py::fromAttribute(all[6], remark.operands);
  return remark;
}

bool isExplaining(mlir::Operation *op) {
  auto module = op->getParentOfType<mlir::ModuleOp>();
  return module && module->hasAttr(kExplainAttr);
}

// ---- Words -------------------------------------------------------------------------------------------------------

static llvm::StringRef nameOf(Kind kind) {
  switch (kind) {
  case Kind::Int:
    return "int";
  case Kind::Float:
    return "float";
  case Kind::Bool:
    return "bool";
  case Kind::None:
    return "None";
  case Kind::List:
    return "list";
  case Kind::Tuple:
    return "tuple";
  case Kind::Str:
    return "str";
  case Kind::Dict:
    return "dict";
  case Kind::Instance:
    return "an instance of a class";
  case Kind::Other:
    return "something else";
  case Kind::RangeUp:
  case Kind::RangeDown:
    return "range";
  case Kind::ListIterator:
    return "iterator of a list";
  case Kind::TupleIterator:
    return "iterator of a tuple";
  case Kind::ReverseIterator:
    return "reversed";
  case Kind::EnumerateIterator:
    return "enumerate";
  case Kind::ZipIterator:
    return "zip";
  case Kind::EnumerateItem:
  case Kind::ZipItem:
  case Kind::IntPair:
  case Kind::ListSlice:
    return "pair";
  case Kind::Exhausted:
    return "known method";
  }
  llvm_unreachable("a kind without a name");
}

/// The last part of a class body's symbol.
static llvm::StringRef nameOf(ClassAttr known) { return known.getBody().getValue().rsplit('.').second; }

static std::string list(llvm::ArrayRef<llvm::StringRef> names) {
  std::string text;
  for (auto [index, name] : llvm::enumerate(names))
    text += ((index == 0 ? "" : index + 1 == names.size() ? " or " : ", ") + name).str();
  return text;
}

std::string describe(Kinds kinds, ClassAttr known) {
  if (known && kinds.isInstanceOf(known))
    return ("an instance of " + nameOf(known)).str();
  if (kinds == Kinds::any() || kinds == Kinds())
    return "of unknown kind";
  llvm::SmallVector<llvm::StringRef> has, lacks;
  for (unsigned kind = 0; kind <= unsigned(Kind::Exhausted); ++kind)
    if (kinds.has(Kind(kind)))
      has.push_back(nameOf(Kind(kind)));
    else if (!isVirtual(Kind(kind)))
      lacks.push_back(nameOf(Kind(kind)));
  return has.size() > lacks.size() ? "not " + list(lacks) : list(has);
}

mlir::Attribute placeOf(mlir::Value value) {
  if (mlir::Operation *op = value.getDefiningOp())
    return mlir::isa<mlir::UnknownLoc>(op->getLoc()) ? mlir::Attribute() : mlir::Attribute(op->getLoc());
  auto argument = mlir::cast<mlir::BlockArgument>(value);
  auto function = mlir::dyn_cast_or_null<FuncOp>(argument.getOwner()->getParentOp());
  if (!function || !argument.getOwner()->isEntryBlock() ||
      argument.getArgNumber() >= function.getVariableNames().size())
    return {};
  return function.getVariableNames()[argument.getArgNumber()];
}

} // namespace molt::py
