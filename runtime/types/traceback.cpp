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

Owned<> takeNext(Traceback *self) { return Owned<>::steal(std::exchange(self->next, Value())); }

// The entries behind this one die from the last to the first, and their frames' variables with them. The chain is
// turned round for that: it can be as long as the recursion was deep.
void destroyTraceback(Object *object) {
  Traceback *self = static_cast<Traceback *>(object);
  Owned<> reversed, next = takeNext(self);
  while (next && next.value().asObject()->refcount == 1) {
    Owned<> after = takeNext(asTraceback(next));
    asTraceback(next)->next = std::move(reversed).intoValue();
    reversed = std::move(next);
    next = std::move(after);
  }
  next = Owned<>();
  while (reversed) {
    Owned<> before = takeNext(asTraceback(reversed));
    reversed = std::move(before);
  }
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

extern "C" {
constinit Type molt_type_traceback{TypeSpec{.name = "traceback",
                                            .size = sizeof(Traceback),
                                            .flags = kTypeGC | kTypeNoNew,
                                            .getsets = kTracebackGetSets,
                                            .destroy = destroyTraceback,
                                            .traverse = traverseTraceback,
                                            .clear = clearTraceback}};
constinit Type molt_type_frame{TypeSpec{.name = "frame",
                                        .size = sizeof(Frame),
                                        .flags = kTypeGC | kTypeNoNew,
                                        .getsets = kFrameGetSets,
                                        .destroy = destroyFrame,
                                        .traverse = traverseFrame,
                                        .repr = frameRepr}};
}

} // namespace molt
