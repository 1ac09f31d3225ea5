// What a path tells of the ops that it comes by.
#include "compiler/versioning/path.h"

namespace molt::versioning {

using mlir::Operation;
using mlir::Value;

void Path::explain(const llvm::Twine &form) {
  if (versioner_.remarks())
    remark_.form = form.str();
}

void Path::noteGuard(llvm::StringRef guard, Value about) {
  if (!versioner_.remarks() || guard.empty())
    return;
  py::Fact fact{about ? py::placeOf(about) : mlir::Attribute(), guard.str()};
  if (!llvm::is_contained(remark_.guards, fact))
    remark_.guards.push_back(std::move(fact));
}

void Path::noteTest(const py::Specialization &question) {
  if (!versioner_.remarks())
    return;
  auto known = mlir::dyn_cast_or_null<py::ClassAttr>(question.known());
  Kinds kinds = known ? Kinds::instance(known.getNumber()) : Kinds(question.kind());
  noteGuard("is " + py::describe(kinds, known), question.operand());
}

// Where nothing else is said, the first result says what the form is.
void Path::noteSpecial(Operation *op) {
  if (!versioner_.remarks())
    return;
  py::Remark remark = std::exchange(remark_, py::Remark{builder_.getUnknownLoc()});
  if (isRare_ || !isWorthRemark(op))
    return;
  remark.verdict = remark.guards.empty() ? py::Remark::Special : py::Remark::Guarded;
  auto result = op->getNumResults() ? state_.values.find(op->getResult(0)) : state_.values.end();
  if (remark.form.empty() && result != state_.values.end()) {
    const Binding &binding = result->second;
    if (binding.kinds == Kinds())
      remark.form = "a test of machine numbers";
    else if (binding.kinds.isVirtual())
      remark.form = "no object is made";
    else if (!binding.isWord())
      remark.form = "gives a machine " + py::describe(binding.kinds);
    else if (binding.kinds.isOne())
      remark.form = "inline, gives " + py::describe(binding.kinds);
  }
  if (remark.form.empty())
    remark.form = "inline";
  versioner_.remarks()->add(op, std::move(remark));
}

void Path::noteGeneral(Operation *op, llvm::StringRef why) {
  if (!versioner_.remarks())
    return;
  remark_ = py::Remark{builder_.getUnknownLoc()};
  if (isRare_ || generalResult_.isOne() || !isWorthRemark(op))
    return;
  py::Remark remark{builder_.getUnknownLoc()};
  remark.verdict = py::Remark::General;
  remark.form = why.str();
  for (Value operand : op->getOperands()) {
    if (!mlir::isa<py::ValueType>(operand.getType()) || isMadeAnew(operand))
      continue;
    auto known = mlir::dyn_cast_or_null<py::ClassAttr>(py::likelyHint(operand));
    remark.operands.push_back({py::placeOf(operand), "is " + py::describe(lookup(operand).kinds, known)});
  }
  versioner_.remarks()->add(op, std::move(remark));
}

} // namespace molt::versioning
