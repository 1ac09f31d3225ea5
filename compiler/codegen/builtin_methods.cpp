#include "compiler/codegen/builtin_methods.h"

#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringMap.h"

namespace molt::codegen {
namespace {

// The identity of a set is enough to compare with: a program that makes none need not link what sets can do.
llvm::StringRef typeOfTable(llvm::StringRef table) {
  if (!table.consume_front("molt_methods_"))
    return {};
  if (table == "list")
    return "type_list";
  if (table == "dict")
    return "type_dict";
  if (table == "set")
    return "is_set";
  return table == "str" ? "type_str" : "";
}

using MethodsByName = llvm::StringMap<llvm::SmallVector<BuiltinMethod, 2>>;

MethodsByName collectMethods() {
  MethodsByName methods;
  auto add = [&](llvm::StringRef table, llvm::StringRef name, llvm::StringRef entry) {
    bool isSpecial = name.starts_with("__"), isStatic = name == "maketrans" || name == "fromkeys";
    if (llvm::StringRef type = typeOfTable(table); !type.empty() && !isSpecial && !isStatic)
      methods[name].push_back({type, entry});
  };
#define BUILTIN_TABLE(table)
#define BUILTIN_ENTRY(table, name, entry) add(#table, name, #entry);
#include "generated/builtin_tables.inc"
#undef BUILTIN_TABLE
#undef BUILTIN_ENTRY
  return methods;
}

} // namespace

llvm::ArrayRef<BuiltinMethod> builtinMethods(llvm::StringRef name) {
  static const MethodsByName methods = collectMethods();
  auto found = methods.find(name);
  return found == methods.end() ? llvm::ArrayRef<BuiltinMethod>() : llvm::ArrayRef<BuiltinMethod>(found->second);
}

const DirectMethod *directMethod(llvm::StringRef name, unsigned argumentCount) {
  static constexpr DirectMethod methods[] = {
      {"add", "is_set", "set_add_py", 2, true},       {"discard", "is_set", "set_discard_py", 2, true},
      {"remove", "is_set", "set_remove_py", 2, true}, {"get", "type_dict", "dict_get_py", 2, false},
      {"get", "type_dict", "dict_get_py", 3, false},
  };
  for (const DirectMethod &method : methods)
    if (method.name == name && method.argumentCount == argumentCount)
      return &method;
  return nullptr;
}

} // namespace molt::codegen
