// exit and quit, as the module `site` adds them to `builtins`.
#include "runtime/modules/quitter.h"

#include "runtime/core/call.h"
#include "runtime/core/containers.h"
#include "runtime/core/exception.h"
#include "runtime/core/str_literal.h"

namespace molt {

extern "C" {
extern Type molt_type_Quitter;
}

namespace {

struct Quitter : Object {
  Value name;
};

void destroyQuitter(Object *object) { setField(static_cast<Quitter *>(object)->name, {}); }

Borrowed<> nameOf(Borrowed<> self) { return Borrowed<>(self.as<Quitter>()->name); }

Result<Owned<Str>> quitterRepr(Borrowed<> self) {
  return formatStr("Use %S() or Ctrl-D (i.e. EOF) to exit", nameOf(self));
}

Result<Owned<>> quitterCall(Borrowed<> self, const Value *arguments, uint64_t count, Borrowed<Tuple> names) {
  ArgumentView view{arguments, count, names};
  Borrowed<> code = count ? Borrowed<>(arguments[0]) : view.keyword("code");
  if (count + view.keywordCount() > 1 || (view.keywordCount() && !code))
    return raise(TypeError, "Quitter.__call__() takes from 1 to 2 positional arguments but %zu were given", count + 1);
  return raiseWith(SystemExit, code && !isNone(code) ? code : none());
}

} // namespace

extern "C" constinit Type molt_type_Quitter{TypeSpec{.name = "Quitter",
                                                     .module = "_sitebuiltins",
                                                     .size = sizeof(Quitter),
                                                     .flags = kTypeNoNew,
                                                     .destroy = destroyQuitter,
                                                     .repr = quitterRepr,
                                                     .call = quitterCall}};

void addQuitters(Borrowed<Dict> builtins) {
  for (Borrowed<Str> name : {"exit"_str, "quit"_str}) {
    Owned<Quitter> quitter = allocate<Quitter>(molt_type_Quitter);
    setField(quitter->name, name);
    dictSetName(builtins, name, quitter);
  }
}

} // namespace molt
