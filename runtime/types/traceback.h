// Traceback objects: where an exception passed, from the handler down to the raise. And the frames
// that they show: Molt has no frame objects at run time, so a frame is made when asked for and knows
// only its code, its globals and its line.
#pragma once

#include "runtime/core/exception.h"

namespace molt {

// What both kinds of records of an exception's way begin with.
struct TracePart : Object {
  Value next; // a TracePart; null: the last
};

struct Traceback : TracePart {
  Ptr<Code> code;
  Ptr<Module> module; // owned
  uint32_t site;      // index in code->positions
  uint32_t line;
  Value frame; // null until asked for
  Value locals; // a tuple of what the frame's variables held when the exception left it, or null
};
static_assert(sizeof(Traceback) == 64);

// What an exception leaves on its way instead of Tracebacks: most are caught without anybody looking. A log belongs to
// one exception and is never seen by Python; tracebackOf() turns it into Tracebacks.
struct TraceLog : TracePart {
  struct Entry {
    Ptr<Code> code;
    Ptr<Module> module; // owned, or null
    Value locals;       // as Traceback's
    uint64_t site;
  };
  static constexpr uint64_t kMost = 5; // another log follows then
  uint64_t count;
  // The innermost frame's first. Behind the fixed part, so that making a log clears nothing.
  Entry *entries() { return reinterpret_cast<Entry *>(this + 1); }
};

struct Frame : Object {
  Ptr<Code> code;
  Ptr<Module> module; // owned
  uint32_t line;
  uint32_t reserved;
};

extern "C" {
extern Type molt_type_traceback;
extern Type molt_type_frame;
extern Type molt_type_trace_log;
}

// exception.__traceback__, or null.
Borrowed<Traceback> tracebackOf(Borrowed<> exception);
// Releases what an exception that dies has for its trace.
void releaseTrace(Value trace);
// A log that has room; mostly the exception's last one.
TraceLog *logToAddTo(ExceptionObject *exception);
// The exception's last log, if it has one with room; or null.
inline TraceLog *openLog(const ExceptionObject *exception) {
  Value trace = exception->trace;
  if (trace.isNull() || trace.asObject()->type != &molt_type_trace_log)
    return nullptr;
  auto *log = static_cast<TraceLog *>(trace.asObject());
  return log->count < TraceLog::kMost ? log : nullptr;
}
inline void addEntry(TraceLog *log, Code *code, Borrowed<Module> module, uint32_t site) {
  if (module)
    retain(static_cast<Object *>(module.get()));
  TraceLog::Entry &entry = log->entries()[log->count++];
  entry.code = code;
  entry.module = module.get();
  entry.locals = Value();
  entry.site = site;
}
// Notes that the exception passed through that frame.
inline void addToTrace(ExceptionObject *exception, Code *code, Borrowed<Module> module, uint32_t site) {
  addEntry(logToAddTo(exception), code, module, site);
}
// Where the variables go of the frame that was added last; null when that is not one of this code's.
Value *localsOfLastFrame(ExceptionObject *exception, const Code *code);

// The place of a traceback's entry; all zero when unknown.
Position positionOf(const Traceback &traceback);

Owned<Frame> makeFrame(Code *code, Borrowed<Module> module, uint32_t line);

} // namespace molt
