// "Did you mean: 'x'?": the nearest name by edit distance, as CPython reckons it (an insertion, a
// deletion or a replacement costs 2, a change of case 1).
#include "runtime/builtins/builtins.gen.h"
#include "runtime/io/console.gen.h"
#include "runtime/core/containers.h"
#include "runtime/core/descriptors.h"
#include "runtime/modules/builtin_types.h"
#include "runtime/modules/native_module.h"
#include "runtime/types/list.h"
#include "runtime/core/attribute.h"
#include "runtime/core/call.h"
#include "runtime/core/exception_text.h"
#include "runtime/core/iterate.h"
#include "runtime/core/stdlib_names.h"
#include "runtime/core/str_literal.h"
#include "runtime/types/traceback.h"

namespace molt {

namespace {

constexpr size_t kMoveCost = 2, kLongestName = 40;
constexpr unsigned kMostCandidates = 750;

unsigned char lower(unsigned char c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; }

size_t substitutionCost(unsigned char left, unsigned char right) {
  if (left == right)
    return 0;
  return lower(left) == lower(right) ? 1 : kMoveCost;
}

// The distance, or more than `most`.
size_t editDistance(const char *a, size_t aSize, const char *b, size_t bSize, size_t most) {
  while (aSize && bSize && *a == *b) {
    ++a, ++b;
    --aSize, --bSize;
  }
  while (aSize && bSize && a[aSize - 1] == b[bSize - 1])
    --aSize, --bSize;
  if (!aSize || !bSize)
    return (aSize + bSize) * kMoveCost;
  if (aSize > kLongestName || bSize > kLongestName)
    return most + 1;
  if (bSize < aSize) {
    std::swap(a, b);
    std::swap(aSize, bSize);
  }
  if ((bSize - aSize) * kMoveCost > most)
    return most + 1;
  size_t row[kLongestName];
  for (size_t i = 0; i < aSize; ++i)
    row[i] = (i + 1) * kMoveCost;
  size_t result = 0;
  for (size_t j = 0; j < bSize; ++j) {
    size_t diagonal = result = j * kMoveCost, least = SIZE_MAX;
    for (size_t i = 0; i < aSize; ++i) {
      size_t replaced = diagonal + substitutionCost(b[j], a[i]);
      diagonal = row[i];
      size_t moved = (result < diagonal ? result : diagonal) + kMoveCost;
      result = moved < replaced ? moved : replaced;
      row[i] = result;
      if (result < least)
        least = result;
    }
    if (least > most)
      return most + 1;
  }
  return result;
}

// Candidates come one by one; the first of the nearest wins.
class Search {
  Borrowed<Str> wrong_;
  bool hideUnderscored_;
  size_t bestDistance_ = SIZE_MAX;
  Owned<Str> best_;
  unsigned count_ = 0;

public:
  Search(Borrowed<Str> wrong, bool hideUnderscored) : wrong_(wrong), hideUnderscored_(hideUnderscored) {}

  void offer(Borrowed<> candidate) {
    if (!isStr(candidate))
      return;
    Borrowed<Str> name = candidate.as<Str>();
    if (hideUnderscored_ && name->size && name->data()[0] == '_')
      return;
    ++count_;
    if (strEqual(name, wrong_))
      return;
    size_t most = (name->size + wrong_->size + 3) * kMoveCost / 6;
    if (most > bestDistance_ - 1)
      most = bestDistance_ - 1;
    size_t distance = editDistance(wrong_->data(), wrong_->size, name->data(), name->size, most);
    if (distance > most || distance >= bestDistance_)
      return;
    bestDistance_ = distance;
    best_ = Owned<Str>::retain(name);
  }
  void offerKeys(Borrowed<Dict> dict) {
    uint64_t position = 0;
    Borrowed<> key, value;
    while (dictNext(dict, &position, &key, &value))
      offer(key);
  }
  Owned<Str> take() { return count_ < kMostCandidates ? std::move(best_) : Owned<Str>(); }
};

bool startsWithUnderscore(Borrowed<Str> name) { return name->size && name->data()[0] == '_'; }

// Adds the names of a table that this program left out of it (see docs/pruning.md).
void addPrunedNames(const MethodTable &table, Borrowed<Dict> dict, Borrowed<List> names) {
  for (const char *at = table.names; at && *at;) {
    size_t size = std::strcspn(at, " ");
    Owned<Str> name = makeStr(at, size);
    if (!dictFindName(dict, name))
      listAppend(names, name.borrow());
    at += size + (at[size] == ' ');
  }
}

void addPrunedNames(Borrowed<> object, Borrowed<List> names) {
  Type *type = isType(object) ? static_cast<Type *>(object.value().asObject()) : typeOf(object);
  Borrowed<Tuple> mro = typeMro(type);
  for (uint64_t i = 0; i < mro->length; ++i) {
    Type *base = static_cast<Type *>(mro->items()[i].asObject());
    addPrunedNames(base->methods, Borrowed<Dict>(typeData(base).dict.get()), names);
  }
  if (!isInstance(object, molt_type_module))
    return;
  Borrowed<Dict> dict(object.as<Module>()->dict.get());
  Borrowed<> name = dictFindName(dict, "__name__"_str);
  for (const NativeModule *const *native = nativeModules; name && isStr(name) && *native; ++native)
    if (strEqual(name.as<Str>(), (*native)->name)) {
      addPrunedNames((*native)->functions, dict, names);
      addPrunedNames(MethodTable(nullptr, (*native)->types.names), dict, names);
    }
  if (name && isStr(name) && strEqual(name.as<Str>(), "sys"))
    addPrunedNames(MethodTable(nullptr, sysNamesWhenSaid), dict, names);
}

bool isBefore(Value left, Value right) { // UTF-8 is in the order of code points
  Borrowed<Str> a(left), b(right);
  int order = std::memcmp(a->data(), b->data(), a->size < b->size ? a->size : b->size);
  return order < 0 || (order == 0 && a->size < b->size);
}

// Some hundred str, in few runs: by insertion. It spares programs the sorting of lists. Others stay where they are.
void sortNames(Borrowed<List> names) {
  Value *items = names->items;
  for (uint64_t i = 0; i < names->length; ++i)
    for (uint64_t k = i; k > 0 && isStr(Borrowed<>(items[k])) && isStr(Borrowed<>(items[k - 1])) && isBefore(items[k], items[k - 1]); --k)
      std::swap(items[k], items[k - 1]);
}

Result<Owned<List>> attributeNames_py(Borrowed<> object) {
  bool found = false;
  Owned<> listed = TRY(callSpecial_py(object, "__dir__"_str, {}, &found));
  if (!found)
    return makeList();
  Owned<List> names = makeList();
  TRY(forEach_py(listed, [&](Borrowed<> name) -> Result<bool> {
    listAppend(names, name);
    return true;
  }));
  addPrunedNames(object, names);
  sortNames(names);
  return names;
}

// Searches dir(object).
Owned<Str> searchAttributes_py(Borrowed<> object, Borrowed<Str> wrong) {
  Result<Owned<List>> listed = attributeNames_py(object);
  if (listed.raised()) {
    clearPending();
    return {};
  }
  Owned<List> names = listed.take();
  Search search(wrong, !startsWithUnderscore(wrong));
  for (uint64_t i = 0; i < names->length; ++i)
    search.offer(listItem(names, i));
  return search.take();
}

// Searches the variables that the innermost frame could see.
Owned<Str> searchVariables(Borrowed<> exception, Borrowed<Str> wrong) {
  Borrowed<Traceback> innermost = tracebackOf(exception);
  if (!innermost)
    return {};
  while (!innermost->next.isNull())
    innermost = Borrowed<Traceback>(innermost->next);
  Search search(wrong, false);
  for (const Tuple *names : {innermost->code->variableNames.get(), innermost->code->freeNames.get()})
    for (uint64_t i = 0; names && i < names->length; ++i)
      search.offer(Borrowed<>(names->items()[i]));
  if (innermost->module && innermost->module->dict)
    search.offerKeys(Borrowed<Dict>(innermost->module->dict.get()));
  if (runtime().builtins) {
    Borrowed<Dict> builtins(runtime().builtins.get());
    search.offerKeys(builtins);
    Owned<List> pruned = makeList();
    for (const MethodTable &table : {builtins_functions, console_functions})
      addPrunedNames(table, builtins, pruned);
    addPrunedNames(MethodTable(nullptr, builtinTypeNames), builtins, pruned);
    for (uint64_t i = 0; i < pruned->length; ++i)
      search.offer(listItem(pruned, i));
  }
  return search.take();
}

bool isStandardModule(Borrowed<Str> name) {
  if (!name->size || std::memchr(name->data(), ' ', name->size))
    return false;
  for (const char *at = kStandardModuleNames; (at = std::strstr(at, name->data())); ++at)
    if ((at == kStandardModuleNames || at[-1] == ' ') && at[name->size] == ' ')
      return true;
  return false;
}

void appendQuoted(ByteBuffer &out, const char *before, Borrowed<Str> name) {
  out.append(before);
  out.append(name->data(), name->size);
  out.append("'?");
}

Borrowed<Str> strField(Value value) {
  Borrowed<> found(value);
  return found && isStr(found) ? found.as<Str>() : Borrowed<Str>();
}

} // namespace

void appendSuggestion_py(ByteBuffer &out, Borrowed<> exception) {
  Owned<Str> suggestion;
  if (isInstance(exception, ImportError)) {
    auto *error = static_cast<layout::ImportError *>(asException(exception));
    Borrowed<Str> wrong = strField(error->nameFrom), module = strField(error->name);
    if (!wrong || !module || !runtime().modules)
      return;
    Borrowed<> found = dictFindName(Borrowed<Dict>(runtime().modules.get()), module);
    if (found)
      suggestion = searchAttributes_py(Owned<>::retain(found), wrong);
  } else if (isInstance(exception, AttributeError)) {
    auto *error = static_cast<layout::AttributeError *>(asException(exception));
    Borrowed<Str> wrong = strField(error->name);
    if (!wrong)
      return;
    Owned<> object = Owned<>::retain(error->object.isNull() ? none() : Borrowed<>(error->object));
    suggestion = searchAttributes_py(object, wrong);
  } else if (isInstance(exception, NameError)) {
    Borrowed<Str> wrong = strField(static_cast<layout::NameError *>(asException(exception))->name);
    if (!wrong)
      return;
    suggestion = searchVariables(exception, wrong);
    if (suggestion)
      appendQuoted(out, ". Did you mean: '", suggestion);
    if (isStandardModule(wrong))
      appendQuoted(out, suggestion ? " Or did you forget to import '" : ". Did you forget to import '", wrong);
    return;
  }
  if (suggestion)
    appendQuoted(out, ". Did you mean: '", suggestion);
}

Owned<Str> nearestName(Borrowed<Str> wrong, const Value *candidates, uint64_t count) {
  Search search(wrong, false);
  for (uint64_t i = 0; i < count; ++i)
    search.offer(Borrowed<>(candidates[i]));
  return search.take();
}

} // namespace molt
