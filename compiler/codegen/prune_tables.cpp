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

/// The program's names and those that the runtime looks up itself.
class Reach {
public:
  explicit Reach(const ReachableNames &program) : program_(program) {
#define RUNTIME_NAME(name) runtime_.insert(name);
#define BUILTIN_EXCEPTION(name)
#include "generated/runtime_names.inc"
#undef RUNTIME_NAME
#undef BUILTIN_EXCEPTION
  }

  bool has(llvm::StringRef name) const { return program_.names.contains(name) || runtime_.contains(name); }

  bool hasModule(llvm::StringRef name) const {
    return name == "sys" || name == "builtins" || llvm::is_contained(program_.nativeModules, name);
  }

private:
  const ReachableNames &program_;
  llvm::StringSet<> runtime_;
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

// Functions of a module that is not linked are reached by nothing. (Some tables are parts of `builtins` and named
// after their stub: console, importing.)
static bool isFunctionOfAbsentModule(llvm::StringRef table, const Reach &reach) {
  return table.consume_front("molt_functions_") && isNativeModule(table) && !reach.hasModule(table);
}

static void defineMethodTables(TableWriter &writer, const Reach &reach) {
  bool absent = false;
#define BUILTIN_TABLE(table)                                                                                           \
  writer.begin(#table);                                                                                                \
  absent = isFunctionOfAbsentModule(#table, reach);
#define BUILTIN_ENTRY(table, name, entry)                                                                              \
  if (!absent && reach.has(name))                                                                                      \
    writer.add(#entry);
#include "generated/builtin_tables.inc"
#undef BUILTIN_TABLE
#undef BUILTIN_ENTRY
}

static void defineBuiltinTypes(TableWriter &writer, const Reach &reach) {
  writer.begin("molt_builtin_types");
#define BUILTIN_TYPE(name)                                                                                             \
  if (reach.has(#name))                                                                                                \
    writer.add("molt_type_" #name);
#include "abi/builtin_types.def"
#undef BUILTIN_TYPE
  writer.add("molt_type_BaseException");
#define RUNTIME_NAME(name)
#define BUILTIN_EXCEPTION(name) writer.add("molt_type_" #name);
#include "generated/runtime_names.inc"
#undef RUNTIME_NAME
#undef BUILTIN_EXCEPTION
}

static void defineNativeModules(TableWriter &writer, const Reach &reach) {
  writer.begin("molt_native_modules");
#define NATIVE_MODULE(name)                                                                                            \
  if (reach.hasModule(#name))                                                                                          \
    writer.add("molt_native_module_" #name);
#define NATIVE_EXTENSION(name) NATIVE_MODULE(name)
#include "abi/native_modules.def"
#undef NATIVE_MODULE
#undef NATIVE_EXTENSION
}

// The names of characters, for str.encode(..., "namereplace").
static void defineCharacterNames(TableWriter &writer, const Reach &reach) {
  writer.begin("molt_character_names");
  if (reach.has("namereplace"))
    writer.add("molt_character_name_data");
}

void definePrunedTables(llvm::Module &module, const ReachableNames &reachable) {
  if (reachable.everything)
    return;
  Reach reach(reachable);
  TableWriter writer(module);
  defineMethodTables(writer, reach);
  defineBuiltinTypes(writer, reach);
  defineNativeModules(writer, reach);
  defineCharacterNames(writer, reach);
  writer.finish();
}

} // namespace molt::codegen
