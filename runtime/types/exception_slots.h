// What the files that define exception types share.
#pragma once

#include "runtime/core/exception.h"


namespace molt {

// exception.args
Borrowed<Tuple> argsOf(Borrowed<> self);
void setArgs(ExceptionObject *self, Borrowed<Tuple> args);

// BaseException's slots.
Result<Owned<>> exceptionNew(Borrowed<Type> type, const Value *arguments, uint64_t count, Borrowed<Tuple> names);
Result<void> exceptionInit(Borrowed<> self, const Value *arguments, uint64_t count, Borrowed<Tuple> names);
Result<Owned<Str>> exceptionStr(Borrowed<> self);
Result<Owned<Str>> exceptionRepr(Borrowed<> self);
void exceptionDestroy(Object *self);
void exceptionTraverse(Object *self, Visitor &visitor);
void exceptionClear(Object *self);
Result<Owned<>> exceptionReduce(Borrowed<> self, const Value *, uint64_t, Borrowed<Tuple>);

// What the layouts add: SystemExit, StopIteration, AttributeError, NameError, ImportError
// (exception_fields.cpp), OSError (os_error.cpp), SyntaxError and the Unicode errors
// (text_errors.cpp), groups (exception_group.cpp).
extern const MethodDef kExceptionMethods[];
extern const GetSetDef kExceptionGetSets[];
extern const MemberDef kSystemExitMembers[], kStopIterationMembers[], kAttributeErrorMembers[],
    kNameErrorMembers[], kImportErrorMembers[], kOSErrorMembers[], kSyntaxErrorMembers[],
    kUnicodeErrorMembers[], kExceptionGroupMembers[];
extern const MethodDef kAttributeErrorMethods[], kImportErrorMethods[], kOSErrorMethods[],
    kExceptionGroupMethods[];
extern const GetSetDef kOSErrorGetSets[];
Result<void> systemExitInit(Borrowed<> self, const Value *, uint64_t, Borrowed<Tuple>);
Result<void> stopIterationInit(Borrowed<> self, const Value *, uint64_t, Borrowed<Tuple>);
Result<void> attributeErrorInit(Borrowed<> self, const Value *, uint64_t, Borrowed<Tuple>);
Result<void> nameErrorInit(Borrowed<> self, const Value *, uint64_t, Borrowed<Tuple>);
Result<void> importErrorInit(Borrowed<> self, const Value *, uint64_t, Borrowed<Tuple>);
Result<Owned<Str>> importErrorStr(Borrowed<> self);
Result<Owned<Str>> keyErrorStr(Borrowed<> self);
Result<Owned<>> osErrorNew(Borrowed<Type> type, const Value *, uint64_t, Borrowed<Tuple>);
Result<void> osErrorInit(Borrowed<> self, const Value *, uint64_t, Borrowed<Tuple>);
Result<Owned<Str>> osErrorStr(Borrowed<> self);
Result<void> syntaxErrorInit(Borrowed<> self, const Value *, uint64_t, Borrowed<Tuple>);
Result<Owned<Str>> syntaxErrorStr(Borrowed<> self);
Result<void> unicodeErrorInit(Borrowed<> self, const Value *, uint64_t, Borrowed<Tuple>);
Result<Owned<Str>> unicodeErrorStr(Borrowed<> self);
Result<Owned<>> exceptionGroupNew(Borrowed<Type> type, const Value *, uint64_t, Borrowed<Tuple>);
Result<void> exceptionGroupInit(Borrowed<> self, const Value *, uint64_t, Borrowed<Tuple>);
Result<Owned<Str>> exceptionGroupStr(Borrowed<> self);

// Takes the keyword arguments of an exception's __init__: only the listed names, each into its field.
//   "AttributeError() got an unexpected keyword argument 'x'"
struct KeywordField {
  const char *name;
  Value *field;
};
Result<void> takeKeywordFields(const char *typeName, const Value *keywordValues, Borrowed<Tuple> names,
                               const KeywordField *fields, size_t count);

// (type, args) or (type, args, state)
Owned<> reduceTuple(Borrowed<> self, Borrowed<> args, Borrowed<> state);

// tuple(value)
Result<Owned<Tuple>> sequenceToTuple_py(Borrowed<> value);

} // namespace molt
