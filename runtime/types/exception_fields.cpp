// SystemExit, StopIteration, AttributeError, NameError and ImportError: exceptions with fields of
// their own.
#include "runtime/core/attribute.h"
#include "runtime/core/call.h"
#include "runtime/core/containers.h"
#include "runtime/core/str_literal.h"
#include "runtime/types/exception_slots.h"

namespace molt {

#define FIELD(name, layoutName, field)                                                             \
  { name, offsetof(layout::layoutName, field), MemberKind::kObjectOrNone, nullptr, true }

const MemberDef kSystemExitMembers[] = {FIELD("code", SystemExit, code), {nullptr, 0, {}}};
const MemberDef kStopIterationMembers[] = {FIELD("value", StopIteration, value), {nullptr, 0, {}}};
const MemberDef kAttributeErrorMembers[] = {
    FIELD("name", AttributeError, name), FIELD("obj", AttributeError, object), {nullptr, 0, {}}};
const MemberDef kNameErrorMembers[] = {FIELD("name", NameError, name), {nullptr, 0, {}}};
const MemberDef kImportErrorMembers[] = {
    FIELD("msg", ImportError, message), FIELD("name", ImportError, name), FIELD("path", ImportError, path),
    FIELD("name_from", ImportError, nameFrom), {nullptr, 0, {}}};

Result<void> takeKeywordFields(const char *typeName, const Value *keywordValues, Borrowed<Tuple> names,
                               const KeywordField *fields, size_t count) {
  for (size_t k = 0; k < count; ++k)
    setField(*fields[k].field, {});
  for (uint64_t i = 0; names && i < names->length; ++i) {
    Borrowed<Str> name(names->items()[i]);
    size_t found = 0;
    while (found < count && !strEqual(name, fields[found].name))
      ++found;
    if (found == count) {
      if (runtime().pythonMinor < 13)
        return raise(TypeError, "'%S' is an invalid keyword argument for %s()", name, typeName);
      return raise(TypeError, "%s() got an unexpected keyword argument '%S'", typeName, name);
    }
    setField(*fields[found].field, Borrowed<>(keywordValues[i]));
  }
  return {};
}

Result<void> systemExitInit(Borrowed<> self, const Value *arguments, uint64_t count, Borrowed<Tuple> names) {
  TRY(exceptionInit(self, arguments, count, names));
  auto *exception = static_cast<layout::SystemExit *>(asException(self));
  if (count == 1)
    setField(exception->code, Borrowed<>(arguments[0]));
  else if (count > 1)
    setField(exception->code, argsOf(self));
  return {};
}

Result<void> stopIterationInit(Borrowed<> self, const Value *arguments, uint64_t count, Borrowed<Tuple> names) {
  TRY(exceptionInit(self, arguments, count, names));
  setField(static_cast<layout::StopIteration *>(asException(self))->value,
           count ? Borrowed<>(arguments[0]) : none());
  return {};
}

Result<void> attributeErrorInit(Borrowed<> self, const Value *arguments, uint64_t count, Borrowed<Tuple> names) {
  TRY(exceptionInit(self, arguments, count, {}));
  auto *exception = static_cast<layout::AttributeError *>(asException(self));
  const KeywordField fields[] = {{"name", &exception->name}, {"obj", &exception->object}};
  return takeKeywordFields("AttributeError", arguments + count, names, fields, 2);
}

Result<void> nameErrorInit(Borrowed<> self, const Value *arguments, uint64_t count, Borrowed<Tuple> names) {
  TRY(exceptionInit(self, arguments, count, {}));
  const KeywordField fields[] = {{"name", &static_cast<layout::NameError *>(asException(self))->name}};
  return takeKeywordFields("NameError", arguments + count, names, fields, 1);
}

Result<void> importErrorInit(Borrowed<> self, const Value *arguments, uint64_t count, Borrowed<Tuple> names) {
  TRY(exceptionInit(self, arguments, count, {}));
  auto *exception = static_cast<layout::ImportError *>(asException(self));
  const KeywordField fields[] = {
      {"name", &exception->name}, {"path", &exception->path}, {"name_from", &exception->nameFrom}};
  TRY(takeKeywordFields("ImportError", arguments + count, names, fields, 3));
  setField(exception->message, count == 1 ? Borrowed<>(arguments[0]) : Borrowed<>());
  return {};
}

Result<Owned<Str>> importErrorStr(Borrowed<> self) {
  Borrowed<> message(static_cast<layout::ImportError *>(asException(self))->message);
  if (message && isExactly(message, molt_type_str))
    return Owned<Str>::retain(message.as<Str>());
  return exceptionStr(self);
}

namespace {

// The state for __reduce__: the dict's items and the fields that are set; null when there are none.
Owned<> stateWith(Borrowed<> self, std::initializer_list<std::pair<Borrowed<Str>, Value>> fields) {
  Borrowed<Dict> dict = filledDict(self);
  bool any = false;
  for (auto &[name, value] : fields)
    any |= !value.isNull();
  if (!any)
    return Owned<>::retain(dict);
  Owned<Dict> state = dict ? dictCopy(dict) : makeDict();
  for (auto &[name, value] : fields)
    if (!value.isNull())
      dictSetName(state, name, Borrowed<>(value));
  return state;
}

Result<Owned<>> reduceImportError(Borrowed<> self, const Value *, uint64_t, Borrowed<Tuple>) {
  auto *exception = static_cast<layout::ImportError *>(asException(self));
  Owned<> state = stateWith(
      self, {{"name"_str, exception->name}, {"path"_str, exception->path}, {"name_from"_str, exception->nameFrom}});
  return reduceTuple(self, argsOf(self), state);
}

Result<Owned<>> reduceAttributeError(Borrowed<> self, const Value *, uint64_t, Borrowed<Tuple>) {
  auto *exception = static_cast<layout::AttributeError *>(asException(self));
  Owned<> state = stateWith(self, {{"name"_str, exception->name}, {"args"_str, argsOf(self).value()}});
  return reduceTuple(self, argsOf(self), state);
}

} // namespace

const MethodDef kImportErrorMethods[] = {{"__reduce__", reduceImportError}, {nullptr, nullptr}};
const MethodDef kAttributeErrorMethods[] = {{"__reduce__", reduceAttributeError}, {nullptr, nullptr}};

} // namespace molt
