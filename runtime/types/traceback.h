// Traceback objects: where an exception passed, from the handler down to the raise. And the frames
// that they show: Molt has no frame objects at run time, so a frame is made when asked for and knows
// only its code, its globals and its line.
#pragma once

#include "runtime/core/errors.h"

namespace molt {

struct Traceback : Object {
  Value next; // null: the last
  Ptr<Code> code;
  Ptr<Module> module; // owned
  uint32_t site;      // index in code->positions
  uint32_t line;
  Value frame; // null until asked for
  Value locals; // a tuple of what the frame's variables held when the exception left it, or null
};
static_assert(sizeof(Traceback) == 64);

struct Frame : Object {
  Ptr<Code> code;
  Ptr<Module> module; // owned
  uint32_t line;
  uint32_t reserved;
};

extern "C" {
extern Type molt_type_traceback;
extern Type molt_type_frame;
}

// The place of a traceback's entry; all zero when unknown.
Position positionOf(const Traceback &traceback);

Owned<Frame> makeFrame(Code *code, Borrowed<Module> module, uint32_t line);

} // namespace molt
