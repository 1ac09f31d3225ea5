// Annotations as hints: which kinds of values an annotation stands for, and which objects to compare types with.
#pragma once

#include "compiler/ir/type_hint.h"
#include "compiler/irgen/irgen.h"

#include <optional>
#include <set>

namespace molt::irgen {

class TypeHints {
public:
  explicit TypeHints(const ModuleInput &input);

  /// Nothing where the annotation says nothing that is of use.
  std::optional<py::TypeHint> of(const ast::Expr &annotation) const;

  /// The global names whose values are the types that the annotation allows, "None" for None: an object must be an
  /// instance of one of them. Nothing where that cannot be said.
  std::optional<std::vector<std::string>> typesOf(const ast::Expr &annotation) const;

private:
  std::optional<py::TypeHint> named(std::string_view name) const;
  std::optional<py::TypeHint> subscripted(const ast::Subscript &node) const;
  std::optional<py::TypeHint> either(const ast::Expr &left, const ast::Expr &right) const;
  bool addTypes(const ast::Expr &annotation, std::vector<std::string> &types) const;
  bool isBuiltin(std::string_view name) const;

  const ModuleInput &input_;
  std::set<std::string, std::less<>> classes_; // names that top-level statements bind to classes, or may, by import
};

} // namespace molt::irgen
