// hash() of a str as CPython computes it with PYTHONHASHSEED=0: SipHash-1-3 with the zero key over the str's code points
// in one, two or four bytes each, whatever the widest needs (PEP 393, PEP 456; Aumasson and Bernstein 2012).
#pragma once

#include <cstdint>
#include <string_view>

namespace molt::codegen {

struct StringFacts {
  uint64_t length; // code points
  uint64_t hash;   // 0 for the empty string, as in CPython
  bool isAscii;
};

/// `text` is UTF-8 in which lone surrogates stand as three bytes each.
StringFacts describeString(std::string_view text);

} // namespace molt::codegen
