// "invalid syntax. Did you mean 'while'?": what CPython 3.14's traceback adds to a syntax error when
// a keyword in place of a name on the wrong line would make the program right. SyntaxError.msg does
// not have it, only the report that people read.
#pragma once

#include "frontend/diagnostics.h"
#include "frontend/python_version.h"

namespace molt {

/// Rewords `error` and moves it to the misspelt word, where there is one. The program's piece that
/// is tried starts at line `firstLine`: CPython takes the last compound statement that it had read
/// completely, or line 1.
void suggestKeyword(Diagnostic &error, uint32_t firstLine, PythonVersion version);

} // namespace molt
