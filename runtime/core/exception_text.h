// An exception as CPython prints it: tracebacks with source lines and marks, causes and contexts,
// groups, notes, suggestions. Everything that goes wrong on the way (a failing __str__) is swallowed
// and shown as CPython shows it.
#pragma once

#include "runtime/core/exception.h"
#include "runtime/io/byte_buffer.h"

namespace molt {

// The whole report with its chain, as the interpreter prints an uncaught exception.
void appendException_py(ByteBuffer &out, Borrowed<> exception);

// "Traceback (most recent call last):" and its entries, without marks: as exceptions that are ignored
// show it. Nothing when there is no traceback.
void appendPlainTraceback(ByteBuffer &out, Borrowed<> exception);

// The qualified name of a type, with its module unless that is builtins or __main__.
void appendTypeName(ByteBuffer &out, Type *type);

// The name that was probably meant (NameError, AttributeError, ImportError), appended to the message
// as CPython words it; nothing when nothing is near enough.
void appendSuggestion_py(ByteBuffer &out, Borrowed<> exception);

// The candidate (a str) that is nearest to a wrong name; null when nothing is near enough.
Owned<Str> nearestName(Borrowed<Str> wrong, const Value *candidates, uint64_t count);

} // namespace molt
