// Building the repr of containers.
#pragma once

#include "runtime/core/containers.h"
#include "runtime/core/operators.h"
#include "runtime/text/text_buffer.h"

namespace molt {

inline Result<void> appendRepr_py(TextBuffer &out, Borrowed<> value) {
  Owned<Str> text = TRY(repr_py(value));
  out.append(text->data(), text->size);
  return {};
}
inline Result<Owned<Str>> finishText(const TextBuffer &out) {
  return makeStr(out.data(), out.size());
}

} // namespace molt
