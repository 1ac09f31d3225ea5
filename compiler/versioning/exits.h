// The ways out of a function's likely versions, and back. What is rare is not done among them but in the function's general
// body, which is a function of its own (compiler/ir/exit_ops.td) and is there once, however many versions leave for it: so the
// likely versions stay small, and what they know is not forgotten where ways join.
//
// A point is a place in the general body where it can go on: before an op of the old function. What lives there is handed
// over as the likely version has it, and what variables hold; the general body makes words of numbers, and takes counts for
// what was borrowed. So to leave is no more than to store what there is.
// A re-entry is a likely version of a loop's header, to which the general body goes back where it finds what that asks for.
#pragma once

#include "compiler/versioning/state.h"

#include "compiler/ir/py_ops.h"

#include <map>

namespace molt::versioning {

class FunctionVersioner;
struct Version;

constexpr uint32_t kBorrowed = ~1u;

class Exits {
public:
  /// From `likely` to `rest`, and back.
  Exits(FunctionVersioner &likely, py::FuncOp rest);
  ~Exits();

  /// The general body.
  FunctionVersioner &body() { return *body_; }
  mlir::FlatSymbolRefAttr symbol() { return mlir::FlatSymbolRefAttr::get(rest_.getSymNameAttr()); }

  /// The number of the point before `op`. `context` has one number for each value that lives there, and for each variable:
  /// the kind of what has no word, 0 for an owned word, kBorrowed, and kStaleSlot for a variable that holds nothing.
  unsigned pointBefore(mlir::Operation *op, Context context);
  unsigned reentryAt(const Version &likely);
  /// So many words are handed over somewhere.
  void noteOperands(size_t count) { frameWords_ = std::max<unsigned>(frameWords_, count); }

  /// Makes all that has been asked for; the general body stands in `rest` then.
  void finish();

private:
  struct Point {
    mlir::Operation *op;
    Context context;
    mlir::Block *block; // in the general body
  };

  void fill(const Point &point);
  mlir::Block *makeReentry(const Version &version);
  void enter(FunctionVersioner &versioner, llvm::ArrayRef<mlir::Block *> points);

  FunctionVersioner &likely_;
  py::FuncOp rest_;
  std::unique_ptr<FunctionVersioner> body_;
  std::vector<Point> points_;
  std::map<std::pair<mlir::Operation *, std::vector<uint32_t>>, unsigned> numbers_; // of points
  std::vector<const Version *> reentries_;
  unsigned frameWords_ = 0;
};

} // namespace molt::versioning
