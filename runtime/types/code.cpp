// Code objects: what the compiler knows about a function, as Python may ask it. They are static data.

#include "runtime/core/containers.h"
#include "runtime/core/descriptors.h"
#include "runtime/core/str_literal.h"
#include "runtime/types/native_text.h"

namespace molt {

namespace {

Code *codeSelf(Borrowed<> self) { return self.as<Code>().get(); }

Result<Owned<Str>> reprCode(Borrowed<> self) {
  Code *code = codeSelf(self);
  return formatStr("<code object %S at %s, file \"%S\", line %zu>", Borrowed<Str>(code->name.get()),
                   AddressText(self).text(), Borrowed<Str>(code->filename.get()), code->firstLine);
}

Result<Owned<>> strField(Str *text) { return Owned<>(Owned<Str>::retain(Borrowed<Str>(text))); }
Result<Owned<>> tupleField(Tuple *tuple) {
  return Owned<>(Owned<Tuple>::retain(tuple ? Borrowed<Tuple>(tuple) : emptyTuple()));
}
Result<Owned<>> number(uint64_t count) { return makeInt(static_cast<int64_t>(count)); }

Result<Owned<>> getName(Borrowed<> self) { return strField(codeSelf(self)->name); }
Result<Owned<>> getQualname(Borrowed<> self) { return strField(codeSelf(self)->qualname); }
Result<Owned<>> getFilename(Borrowed<> self) { return strField(codeSelf(self)->filename); }
Result<Owned<>> getFirstLine(Borrowed<> self) { return number(codeSelf(self)->firstLine); }
Result<Owned<>> getArgumentCount(Borrowed<> self) { return number(codeSelf(self)->positionalCount); }
Result<Owned<>> getPositionalOnlyCount(Borrowed<> self) {
  return number(codeSelf(self)->positionalOnlyCount);
}
Result<Owned<>> getKeywordOnlyCount(Borrowed<> self) { return number(codeSelf(self)->keywordOnlyCount); }
Result<Owned<>> getVariableNames(Borrowed<> self) { return tupleField(codeSelf(self)->variableNames); }
Result<Owned<>> getVariableCount(Borrowed<> self) {
  Tuple *names = codeSelf(self)->variableNames;
  return number(names ? names->length : 0);
}
Result<Owned<>> getFreeNames(Borrowed<> self) { return tupleField(codeSelf(self)->freeNames); }
Result<Owned<>> getCellNames(Borrowed<> self) { return tupleField(codeSelf(self)->cellNames); }
Result<Owned<>> getConstants(Borrowed<> self) {
  Str *doc = codeSelf(self)->docstring;
  Value constant = doc ? Value::fromObject(doc) : none().value();
  return Owned<>(makeTuple(&constant, 1));
}
Result<Owned<>> getNames(Borrowed<>) { return tupleField(nullptr); }

// CPython's CO_ flags.
Result<Owned<>> getFlags(Borrowed<> self) {
  uint32_t ours = codeSelf(self)->flags;
  uint32_t flags = 0;
  auto map = [&](uint32_t mine, uint32_t theirs) { flags |= ours & mine ? theirs : 0; };
  if (!(ours & (kIsModuleBody | kIsClassBody)))
    flags = 1 | 2; // optimised, new locals
  map(kHasVarArgs, 0x04);
  map(kHasVarKeywords, 0x08);
  map(kIsNested, 0x10);
  map(kIsGenerator, 0x20);
  map(kIsCoroutine, 0x80);
  map(kIsAsyncGenerator, 0x200);
  return number(flags);
}

constexpr GetSetDef codeGetSets[] = {
    {"co_name", getName},
    {"co_qualname", getQualname},
    {"co_filename", getFilename},
    {"co_firstlineno", getFirstLine},
    {"co_argcount", getArgumentCount},
    {"co_posonlyargcount", getPositionalOnlyCount},
    {"co_kwonlyargcount", getKeywordOnlyCount},
    {"co_varnames", getVariableNames},
    {"co_nlocals", getVariableCount},
    {"co_freevars", getFreeNames},
    {"co_cellvars", getCellNames},
    {"co_consts", getConstants},
    {"co_names", getNames},
    {"co_flags", getFlags},
    {nullptr, nullptr},
};

} // namespace

extern "C" constinit Type molt_type_code{TypeSpec{
    .name = "code",
    .doc = "Create a code object.",
    .size = sizeof(Code),
    .flags = kTypeNoNew | kTypeHasWeakrefs,
    .getsets = codeGetSets,
    .repr = reprCode,
}};

} // namespace molt
