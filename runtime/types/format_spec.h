// The format mini-language: [[fill]align][sign][z][#][0][width][grouping][.precision[grouping]][type]
#pragma once

#include "runtime/core/errors.h"
#include "runtime/text/text_buffer.h"

namespace molt {

struct FormatSpec {
  uint32_t fill = ' ';
  uint32_t type = 0; // 0: not given, where there is no default
  int64_t width = -1;
  int64_t precision = -1;
  char align = 0; // < > = ^
  char sign = 0;  // + - or space
  char grouping = 0; // , or _
  char fractionGrouping = 0;
  bool alignGiven = false;
  bool alternate = false;
  bool noNegativeZero = false;
};

// typeName: for the error texts.
Result<FormatSpec> parseFormatSpec(Borrowed<Str> text, char defaultType, char defaultAlign, const char *typeName);

// The bodies of __format__. An empty spec is the caller's affair.
Result<void> formatInt_spec(TextBuffer &out, Borrowed<> value, Borrowed<Str> spec, const char *typeName);
Result<void> formatDouble_spec(TextBuffer &out, double value, Borrowed<Str> spec, const char *typeName);
Result<void> formatComplex_spec(TextBuffer &out, double real, double imaginary, Borrowed<Str> spec, const char *typeName);
Result<void> formatStr_spec(TextBuffer &out, Borrowed<Str> value, Borrowed<Str> spec, const char *typeName);

} // namespace molt
