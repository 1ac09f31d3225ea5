// The lines that a traceback shows for one frame: source text and the marks under it, as CPython
// prints them. Pure text work: no objects, no Python code runs.
#pragma once

#include "abi/object.h"
#include "runtime/io/byte_buffer.h"

namespace molt {

struct TextRange {
  const char *data;
  size_t size;
};

// Where an expression's own part (an operator, brackets) begins and ends: lines counted from 0 within
// the segment, columns in characters.
struct MarkAnchors {
  uint32_t leftLine, leftColumn, rightLine, rightColumn;
  bool isCall;      // name(...) or any other call
  bool isNamedCall; // name(...)
};

// The anchors of `segment`, the text of an expression, when it is a binary operation, a subscript or
// a call. False for everything else.
bool findMarkAnchors(TextRange segment, MarkAnchors *anchors);

// Appends the source lines of `position` with their marks, each indented by four spaces; nothing when
// the source has no such lines. `source` is the whole file.
void appendSourceLines(ByteBuffer &out, TextRange source, const Position &position);

} // namespace molt
