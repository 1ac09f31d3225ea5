// What repr() asks, in a table of its own: programs that only print need not link the others.
#include "runtime/text/unicode.h"

#include <cstddef>

namespace molt::unicode {

namespace {
#include "runtime/text/unicode_tables.inc"
} // namespace

bool isPrintable(uint32_t code) {
  size_t part = 1;
  while (part < sizeof(kPrintableStarts) / sizeof(*kPrintableStarts) && kPrintableStarts[part] <= code)
    ++part;
  uint32_t end = kPrintableStarts[--part];
  const uint8_t *run = kPrintableRuns + kPrintableOffsets[part];
  for (bool printable = false; run < kPrintableRuns + sizeof(kPrintableRuns); printable = !printable) {
    uint32_t length = 0;
    for (int shift = 0;; shift += 7) {
      length |= static_cast<uint32_t>(*run & 127) << shift;
      if (*run++ < 128)
        break;
    }
    end += length;
    if (code < end)
      return printable;
  }
  return false;
}

} // namespace molt::unicode
