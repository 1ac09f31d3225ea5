#include "compiler/codegen/prune_tables.h"

#include <llvm/IR/Constants.h>
#include <llvm/IR/DerivedTypes.h>
#include <llvm/IR/GlobalVariable.h>
#include <llvm/IR/Module.h>

#include <algorithm>

namespace molt::codegen {

namespace {

/// Fills one table after the other with addresses of the runtime's objects.
class TableWriter {
public:
  explicit TableWriter(llvm::Module &module)
      : module_(module), pointer_(llvm::PointerType::getUnqual(module.getContext())) {}

  void begin(llvm::StringRef table) {
    finish();
    table_ = table.str();
  }

  void add(llvm::StringRef symbol) {
    // Only the address matters: one byte stands for whatever the object is.
    llvm::Type *byte = llvm::Type::getInt8Ty(module_.getContext());
    llvm::GlobalVariable *object = module_.getNamedGlobal(symbol);
    if (!object) {
      object = new llvm::GlobalVariable(module_, byte, /*isConstant=*/false, llvm::GlobalValue::ExternalLinkage,
                                        nullptr, symbol);
      object->setDSOLocal(true);
    }
    entries_.push_back(object);
  }

  /// Ends the table with a null pointer and defines it.
  void finish() {
    if (table_.empty())
      return;
    entries_.push_back(llvm::ConstantPointerNull::get(pointer_));
    auto *type = llvm::ArrayType::get(pointer_, entries_.size());
    auto *table = new llvm::GlobalVariable(module_, type, /*isConstant=*/true, llvm::GlobalValue::ExternalLinkage,
                                           llvm::ConstantArray::get(type, entries_), table_);
    table->setDSOLocal(true);
    entries_.clear();
    table_.clear();
  }

private:
  llvm::Module &module_;
  llvm::PointerType *pointer_;
  std::string table_;
  std::vector<llvm::Constant *> entries_;
};

} // namespace

static bool isNativeModule(llvm::StringRef name) {
#define NATIVE_MODULE(module)                                                                                          \
  if (name == #module)                                                                                                 \
    return true;
#define NATIVE_EXTENSION(module) NATIVE_MODULE(module)
#include "abi/native_modules.def"
#undef NATIVE_MODULE
#undef NATIVE_EXTENSION
  return false;
}

static bool imports(const ReachableNames &reachable, llvm::StringRef module) {
  return module == "sys" || module == "builtins" || llvm::is_contained(reachable.nativeModules, module);
}

// Functions and types of a module that is not linked are reached by nothing. (Some tables are parts of `builtins` and named
// after their stub: console, importing.)
static bool isOfAbsentModule(llvm::StringRef table, const ReachableNames &reachable) {
  return (table.consume_front("molt_functions_") || table.consume_front("molt_types_")) && isNativeModule(table) &&
         !imports(reachable, table);
}

static void addMethods(std::vector<TableEntry> &entries, const ReachableNames &reachable) {
  bool absent = false;
#define BUILTIN_TABLE(table)                                                                                           \
  entries.push_back({#table, {}, {}});                                                                                 \
  absent = isOfAbsentModule(#table, reachable);
#define BUILTIN_ENTRY(table, name, entry)                                                                              \
  if (!absent)                                                                                                         \
    entries.push_back({#table, name, #entry});
#include "generated/builtin_tables.inc"
#undef BUILTIN_TABLE
#undef BUILTIN_ENTRY
}

static void addBuiltinTypes(std::vector<TableEntry> &entries) {
  constexpr llvm::StringRef table = "molt_builtin_types";
  entries.push_back({table, {}, {}});
#define BUILTIN_TYPE(name) entries.push_back({table, #name, "molt_type_" #name});
#include "abi/builtin_types.def"
#undef BUILTIN_TYPE
  entries.push_back({table, "BaseException", "molt_type_BaseException"});
#define RUNTIME_NAME(name)
#define BUILTIN_EXCEPTION(name) entries.push_back({table, #name, "molt_type_" #name});
#include "generated/runtime_names.inc"
#undef RUNTIME_NAME
#undef BUILTIN_EXCEPTION
}

static void addNativeModules(std::vector<TableEntry> &entries, const ReachableNames &reachable) {
  constexpr llvm::StringRef table = "molt_native_modules";
  entries.push_back({table, {}, {}});
#define NATIVE_MODULE(module)                                                                                          \
  if (imports(reachable, #module))                                                                                     \
    entries.push_back({table, {}, "molt_native_module_" #module});
#define NATIVE_EXTENSION(module) NATIVE_MODULE(module)
#include "abi/native_modules.def"
#undef NATIVE_MODULE
#undef NATIVE_EXTENSION
}

// The names of characters, for str.encode(..., "namereplace").
static void addCharacterNames(std::vector<TableEntry> &entries) {
  constexpr llvm::StringRef table = "molt_character_names";
  entries.push_back({table, {}, {}});
  entries.push_back({table, "namereplace", "molt_character_name_data"});
}

std::vector<TableEntry> runtimeTables(const ReachableNames &reachable) {
  std::vector<TableEntry> entries;
  addMethods(entries, reachable);
  addBuiltinTypes(entries);
  addNativeModules(entries, reachable);
  addCharacterNames(entries);
  return entries;
}

void definePrunedTables(llvm::Module &module, llvm::ArrayRef<TableEntry> entries, const llvm::BitVector &reached) {
  TableWriter writer(module);
  for (size_t i = 0; i < entries.size(); ++i) {
    if (entries[i].symbol.empty())
      writer.begin(entries[i].table);
    else if (reached[i])
      writer.add(entries[i].symbol);
  }
  writer.finish();
}

} // namespace molt::codegen
