// What an annotation of the program says, as far as the optimiser can use it (docs/type_hints.md).
//
// irgen leaves hints on functions (`parameter_hints`, `result_hint`), on class bodies (`field_hints`) and on the ops that
// store annotated variables and attributes (`type_hint`). py-infer-likely takes them for likely where it sees nothing else.
// Nobody believes them.
#pragma once

#include "compiler/ir/specialization.h"

#include <string>
#include <vector>

namespace molt::py {

inline constexpr llvm::StringLiteral kParameterHintsAttr = "parameter_hints"; // of each parameter; unit: none
inline constexpr llvm::StringLiteral kResultHintAttr = "result_hint";
inline constexpr llvm::StringLiteral kFieldHintsAttr = "field_hints"; // a dictionary, by name
inline constexpr llvm::StringLiteral kTypeHintAttr = "type_hint";

struct TypeHint {
  Kinds kinds;                 // several for a union
  std::string className;       // with Instance: what the module calls the class
  std::vector<TypeHint> items; // of a list: its items; of a dict: keys, values; of a tuple: by position
  bool isRepeated = false;     // a tuple of any length, of items[0]

  mlir::Attribute toAttribute(mlir::MLIRContext *context) const;
  static TypeHint fromAttribute(mlir::Attribute attribute);
};

} // namespace molt::py
