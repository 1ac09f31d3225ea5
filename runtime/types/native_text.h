// Small helpers of the core types: names and addresses in reprs, and the keys that dir() collects.
#pragma once

#include "runtime/core/errors.h"

#include <cstdio>

namespace molt {

// 0x7f... as CPython's %p.
class AddressText {
  char text_[24];

public:
  explicit AddressText(Borrowed<> value) {
    std::snprintf(text_, sizeof text_, "0x%llx", static_cast<unsigned long long>(value.bits()));
  }
  const char *text() const { return text_; }
};

// "module.Qualname", or without the module when that is builtins (or unknown).
Result<Owned<Str>> qualifiedTypeName(Type *type, bool hideBuiltins);

void addKeys(Borrowed<Dict> into, Borrowed<Dict> from);
void addClassKeys(Borrowed<Dict> into, Borrowed<Type> type);
Owned<> keyList(Borrowed<Dict> dict);

} // namespace molt
