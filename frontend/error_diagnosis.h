// After the parser has given up: which error CPython would report, in which words, at which place.
#pragma once

#include "frontend/lexer.h"
#include "frontend/parser.h"

namespace molt {

class Parser;

/// Reports the one error for which `parser` gave up.
void reportSyntaxError(const SourceFile &file, const Lexer &lexer, const Parser &parser,
                       Diagnostics &diagnostics, const ParseOptions &options);

} // namespace molt
