// What the optimiser has made of the ops of a function, and why: for `molt build --explain`.
//
// Remarks are data on the IR. Where the builtin.module has the attribute `py.explain`, py-version-blocks leaves `remarks` on
// each py.func that it has looked at, an array with one remark for each op of the program that does something; or `stays`,
// why the function stays as it is. py-infer-likely leaves `unknown` on a py.build_class: why its class is not a known one.
// What a remark says comes from the ops themselves (Specializable), by way of the Specializer that they answer to.
#pragma once

#include "compiler/ir/py_ops.h"

#include <llvm/ADT/SmallVector.h>
#include <mlir/IR/BuiltinAttributes.h>
#include <mlir/IR/Location.h>

#include <string>

namespace molt::py {

inline constexpr llvm::StringLiteral kExplainAttr = "py.explain"; // on the builtin.module: remarks are wanted
inline constexpr llvm::StringLiteral kRemarksAttr = "remarks";
inline constexpr llvm::StringLiteral kStaysAttr = "stays";
inline constexpr llvm::StringLiteral kUnknownClassAttr = "unknown";

/// Something about one value of the program.
struct Fact {
  mlir::Attribute about; // the location of the expression, the name of a variable, or null
  std::string text;

  bool operator==(const Fact &) const = default;
};

struct Remark {
  enum Verdict {
    Special, // what is known is enough for a special form
    Guarded, // likewise, behind tests; when one fails, the general form comes
    General, // what the interpreter would do
  };

  mlir::Location where;
  unsigned loopDepth = 0; // how many loops of the function it stands in
  Verdict verdict = Special;
  bool varies = false;                      // not general, but there are ways through the function where it is
  std::string form = {};                    // what the special form gives; or why the op is general
  llvm::SmallVector<Fact, 2> guards = {};   // what is tested
  llvm::SmallVector<Fact, 2> operands = {}; // what is known of the operands of a general op

  mlir::Attribute toAttribute() const;
  static Remark fromAttribute(mlir::Attribute attribute);
};

/// Whether remarks are wanted of what stands in this op's module.
bool isExplaining(mlir::Operation *op);

/// The kinds in words: "int or float", "an instance of Body", "not int", "of unknown kind". `known`: their class, if they
/// are instances of one.
std::string describe(Kinds kinds, ClassAttr known = {});

/// What a reader knows a value by: the place of its expression, or its name where it is a parameter of `function`.
mlir::Attribute placeOf(mlir::Value value);

} // namespace molt::py
