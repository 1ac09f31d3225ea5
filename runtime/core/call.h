// Calling: from C++ into anything callable.
#pragma once

#include "runtime/core/errors.h"

#include <initializer_list>

namespace molt {

// arguments: positionalCount positional values, then one for each of names (may be null).
Result<Owned<>> call_py(Borrowed<> callee, const Value *arguments, uint64_t positionalCount,
                        Borrowed<Tuple> names = {});
// call_py(f, {a, b})
inline Result<Owned<>> call_py(Borrowed<> callee, std::initializer_list<Borrowed<>> arguments) {
  static_assert(sizeof(Borrowed<>) == sizeof(Value));
  return call_py(callee, reinterpret_cast<const Value *>(arguments.begin()), arguments.size());
}
// f(*positional, **keywords); keywords may be null.
Result<Owned<>> callSpread_py(Borrowed<> callee, Borrowed<Tuple> positional, Borrowed<> keywords);

// object.name(arguments): through getattr, without making a bound method.
Result<Owned<>> callMethod_py(Borrowed<> object, Borrowed<Str> name,
                              std::initializer_list<Borrowed<>> arguments);
Result<Owned<>> callMethod_py(Borrowed<Str> name, const Value *objectAndArguments, uint64_t count,
                              Borrowed<Tuple> names = {});
// type(object).name(object, arguments): as special methods are looked up. `found` false: no such
// method, and nothing is raised.
Result<Owned<>> callSpecial_py(Borrowed<> object, Borrowed<Str> name,
                               std::initializer_list<Borrowed<>> arguments, bool *found);

// The compiled function's call with binding of defaults, keywords, *args and **kwargs.
Result<Owned<>> callFunction_py(Borrowed<Function> function, const Value *arguments,
                                uint64_t positionalCount, Borrowed<Tuple> names);

bool isCallable(Borrowed<> value);

// The arguments of a call as a C++ body sees them, for those who parse by hand.
struct ArgumentView {
  const Value *values;
  uint64_t positionalCount;
  Borrowed<Tuple> names;
  uint64_t keywordCount() const { return names ? names->length : 0; }
  // The value of a keyword, or null.
  Borrowed<> keyword(const char *name) const;
};
// TypeError "name() takes no keyword arguments".
Result<void> rejectKeywords(const char *name, Borrowed<Tuple> names);
// TypeError "name expected at least 1 argument, got 0" / "... at most 2 arguments, got 3" / "... expected 1 argument, got 2".
Result<void> checkPositionalCount(const char *name, uint64_t count, uint64_t least, uint64_t most);

} // namespace molt
