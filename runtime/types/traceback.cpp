#include "runtime/types/traceback.h"

#include "runtime/core/call.h"
#include "runtime/core/containers.h"
#include "runtime/core/exception.h"
#include "runtime/core/str_literal.h"

namespace molt {

Position positionOf(const Traceback &traceback) {
  const Code *code = traceback.code;
  if (code && traceback.site < code->positionCount)
    return code->positions[traceback.site];
  return {traceback.line, 0, 0, 0};
}

namespace {

Traceback *asTraceback(Borrowed<> self) { return static_cast<Traceback *>(self.value().asObject()); }
Frame *asFrame(Borrowed<> self) { return static_cast<Frame *>(self.value().asObject()); }

template <class T> Value takeModule(T *self) {
  Value module = Value::fromObject(self->module.get());
  self->module = nullptr;
  return module;
}

Owned<> takeNext(TracePart *self) { return Owned<>::steal(std::exchange(self->next, Value())); }
TracePart *asPart(Borrowed<> value) { return static_cast<TracePart *>(value.value().asObject()); }

// What is behind this part dies from the last to the first, and the frames' variables with it. The chain is turned
// round for that: it can be as long as the recursion was deep.
void dropRest(TracePart *self) {
  Owned<> reversed, next = takeNext(self);
  while (next && next.value().asObject()->refcount == 1) {
    Owned<> after = takeNext(asPart(next));
    asPart(next)->next = std::move(reversed).intoValue();
    reversed = std::move(next);
    next = std::move(after);
  }
  next = Owned<>();
  while (reversed) {
    Owned<> before = takeNext(asPart(reversed));
    reversed = std::move(before);
  }
}

void destroyTraceback(Object *object) {
  Traceback *self = static_cast<Traceback *>(object);
  if (!self->next.isNull())
    dropRest(self);
  setField(self->frame, {});
  setField(self->locals, {});
  Owned<>::steal(takeModule(self));
}
void traverseTraceback(Object *object, Visitor &visitor) {
  Traceback *self = static_cast<Traceback *>(object);
  visitor.visit(self->next);
  visitor.visit(static_cast<Object *>(self->module.get()));
  visitor.visit(self->frame);
  visitor.visit(self->locals);
}
void clearTraceback(Object *object) {
  Traceback *self = static_cast<Traceback *>(object);
  setField(self->next, {});
  setField(self->frame, {});
  setField(self->locals, {});
}

Result<Owned<>> getNext(Borrowed<> self) {
  Value next = asTraceback(self)->next;
  return Owned<>::retain(next.isNull() ? none() : Borrowed<>(next));
}
Result<void> setNext(Borrowed<> self, Borrowed<> value) {
  if (!value)
    return raise(TypeError, "can't delete tb_next attribute");
  if (!isNone(value) && !isExactly(value, molt_type_traceback))
    return raise(TypeError, "expected traceback object or None, got '%T'", value);
  for (Borrowed<> at = value; at && !isNone(at); at = Borrowed<>(asTraceback(at)->next))
    if (at.value() == self.value())
      return raise(ValueError, "traceback loop detected");
  setField(asTraceback(self)->next, isNone(value) ? Borrowed<>() : value);
  return {};
}
Result<Owned<>> getLine(Borrowed<> self) { return makeInt(positionOf(*asTraceback(self)).line); }
Result<Owned<>> getSite(Borrowed<> self) { return makeInt(asTraceback(self)->site); }
Result<Owned<>> getFrame(Borrowed<> self) {
  Traceback *traceback = asTraceback(self);
  if (traceback->frame.isNull())
    traceback->frame = makeFrame(traceback->code, Borrowed<Module>(traceback->module.get()),
                                 positionOf(*traceback).line)
                           .intoValue();
  return Owned<>::retain(Borrowed<>(traceback->frame));
}

// ---- Logs -----------------------------------------------------------------------------------------

TraceLog *asLog(Borrowed<> self) { return static_cast<TraceLog *>(self.value().asObject()); }
bool isLog(Value trace) { return !trace.isNull() && trace.asObject()->type == &molt_type_trace_log; }

void destroyLog(Object *object) {
  auto *self = static_cast<TraceLog *>(object);
  if (!self->next.isNull())
    dropRest(self);
  TraceLog::Entry *entries = self->entries();
  for (uint64_t i = 0, count = std::exchange(self->count, 0); i < count; ++i) {
    if (!entries[i].locals.isNull())
      release(std::exchange(entries[i].locals, Value()));
    if (Module *module = std::exchange(entries[i].module, nullptr))
      release(static_cast<Object *>(module));
  }
}
void traverseLog(Object *object, Visitor &visitor) {
  auto *self = static_cast<TraceLog *>(object);
  visitor.visit(self->next);
  TraceLog::Entry *entries = self->entries();
  for (uint64_t i = 0; i < self->count; ++i) {
    visitor.visit(static_cast<Object *>(entries[i].module.get()));
    visitor.visit(entries[i].locals);
  }
}
void clearLog(Object *object) {
  auto *self = static_cast<TraceLog *>(object);
  setField(self->next, {});
  for (uint64_t i = 0; i < self->count; ++i)
    setField(self->entries()[i].locals, {});
}

Owned<TraceLog> makeLog() {
  if (Object *spare = std::exchange(exceptionState().spareLog, nullptr))
    return Owned<TraceLog>::steal(static_cast<TraceLog *>(spare));
  return Owned<TraceLog>::steal(static_cast<TraceLog *>(
      allocateObject(&molt_type_trace_log, sizeof(TraceLog), TraceLog::kMost * sizeof(TraceLog::Entry))));
}

TraceLog *addLog(ExceptionObject *exception) {
  Owned<TraceLog> made = makeLog();
  TraceLog *log = made.get();
  log->next = exception->trace;
  exception->trace = std::move(made).intoValueUnmarked();
  return log;
}

// The traceback that begins with the log's frames and goes on with `rest`; the log is emptied.
Owned<> makeTracebacks(TraceLog *log, Owned<> rest) {
  TraceLog::Entry *entries = log->entries();
  for (uint64_t i = 0, count = std::exchange(log->count, 0); i < count; ++i) {
    Owned<Traceback> made = allocate<Traceback>(molt_type_traceback);
    made->code = entries[i].code;
    made->module = entries[i].module;
    made->locals = entries[i].locals;
    made->site = static_cast<uint32_t>(entries[i].site);
    made->line = entries[i].code->firstLine;
    made->next = std::move(rest).intoValue();
    rest = std::move(made);
  }
  return rest;
}

constexpr GetSetDef kTracebackGetSets[] = {
    {"tb_next", getNext, setNext}, {"tb_frame", getFrame},   {"tb_lineno", getLine},
    {"tb_lasti", getSite},         {nullptr, nullptr},
};

void destroyFrame(Object *object) { Owned<>::steal(takeModule(static_cast<Frame *>(object))); }
void traverseFrame(Object *object, Visitor &visitor) {
  visitor.visit(static_cast<Object *>(static_cast<Frame *>(object)->module.get()));
}
Result<Owned<>> frameCode(Borrowed<> self) { return Owned<>::retain(Borrowed<Code>(asFrame(self)->code.get())); }
Result<Owned<>> frameGlobals(Borrowed<> self) {
  Module *module = asFrame(self)->module;
  if (!module)
    return Owned<>(makeDict());
  return Owned<>::retain(Borrowed<Dict>(module->dict.get()));
}
Result<Owned<>> frameBuiltins(Borrowed<>) { return Owned<>::retain(Borrowed<Dict>(runtime().builtins.get())); }
Result<Owned<>> frameLocals(Borrowed<> self) {
  if (asFrame(self)->code->flags & kIsModuleBody)
    return frameGlobals(self);
  return Owned<>(makeDict());
}
Result<Owned<>> frameLine(Borrowed<> self) { return makeInt(asFrame(self)->line); }
Result<Owned<>> frameNone(Borrowed<>) { return ownedNone(); }
Result<Owned<Str>> frameRepr(Borrowed<> self) {
  const Frame *frame = asFrame(self);
  return formatStr("<frame at 0x%x, file %R, line %u, code %S>", static_cast<uint64_t>(self.bits()),
                   Borrowed<Str>(frame->code->filename.get()), frame->line,
                   Borrowed<Str>(frame->code->name.get()));
}

constexpr GetSetDef kFrameGetSets[] = {
    {"f_code", frameCode},   {"f_globals", frameGlobals}, {"f_builtins", frameBuiltins},
    {"f_locals", frameLocals}, {"f_lineno", frameLine},   {"f_back", frameNone},
    {"f_trace", frameNone},  {nullptr, nullptr},
};

} // namespace

Owned<Frame> makeFrame(Code *code, Borrowed<Module> module, uint32_t line) {
  Owned<Frame> frame = allocate<Frame>(molt_type_frame);
  frame->code = code;
  if (module) {
    retain(module.value());
    frame->module = module.get();
  }
  frame->line = line;
  return frame;
}

Borrowed<Traceback> tracebackOf(Borrowed<> exception) {
  Value &trace = asException(exception)->trace;
  if (!isLog(trace))
    return Borrowed<Traceback>(trace);
  // The oldest log first: the chain is turned round.
  Owned<> logs, rest = Owned<>::steal(std::exchange(trace, Value()));
  while (isLog(rest.value())) {
    Owned<> after = takeNext(asPart(rest));
    asPart(rest)->next = std::move(logs).intoValueUnmarked();
    logs = std::move(rest);
    rest = std::move(after);
  }
  while (logs) {
    rest = makeTracebacks(asLog(logs), std::move(rest));
    Owned<> newer = takeNext(asPart(logs));
    logs = std::move(newer);
  }
  trace = std::move(rest).intoValue();
  return Borrowed<Traceback>(trace);
}

void releaseTrace(Value trace) {
  if (!isLog(trace) || trace.asObject()->refcount != 1)
    return release(trace);
  destroyLog(trace.asObject()); // may raise other exceptions, and see them die
  Object *&spare = exceptionState().spareLog;
  if (spare)
    release(trace);
  else
    spare = trace.asObject();
}

TraceLog *logToAddTo(ExceptionObject *exception) {
  TraceLog *log = openLog(exception);
  return log ? log : addLog(exception);
}

Value *localsOfLastFrame(ExceptionObject *exception, const Code *code) {
  if (exception->trace.isNull())
    return nullptr;
  if (isLog(exception->trace)) {
    TraceLog *log = asLog(Borrowed<>(exception->trace));
    TraceLog::Entry &last = log->entries()[log->count - 1];
    return last.code.get() == code ? &last.locals : nullptr;
  }
  Traceback *first = asTraceback(Borrowed<>(exception->trace));
  return first->code.get() == code ? &first->locals : nullptr;
}

extern "C" {
constinit Type molt_type_traceback{TypeSpec{.name = "traceback",
                                            .size = sizeof(Traceback),
                                            .flags = kTypeGC | kTypeNoNew,
                                            .getsets = kTracebackGetSets,
                                            .destroy = destroyTraceback,
                                            .traverse = traverseTraceback,
                                            .clear = clearTraceback}};
constinit Type molt_type_trace_log{TypeSpec{.name = "trace_log",
                                            .size = sizeof(TraceLog),
                                            .flags = kTypeGC | kTypeNoNew,
                                            .destroy = destroyLog,
                                            .traverse = traverseLog,
                                            .clear = clearLog}};
constinit Type molt_type_frame{TypeSpec{.name = "frame",
                                        .size = sizeof(Frame),
                                        .flags = kTypeGC | kTypeNoNew,
                                        .getsets = kFrameGetSets,
                                        .destroy = destroyFrame,
                                        .traverse = traverseFrame,
                                        .repr = frameRepr}};
}

} // namespace molt
